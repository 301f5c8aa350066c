"""About Briefing: the version, the licences of what is in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing import __version__
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_label

_WORDS = (
    "From the articles on your disk to a briefing memo in Word, with every sentence traced to the "
    "words it rests on. It works offline: nothing leaves this computer."
)
_LICENCES = (
    "Briefing is free software under the MIT licence. It uses Qt for Python (LGPL-3), python-docx, "
    "lxml, typst, pypdfium2, markdown-it-py, the typefaces Inter and Source Serif 4 (OFL) and the "
    "icons of Lucide (ISC)."
)


class AboutDialog(Sheet):
    """A few lines and a Close button."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "About Briefing", parent)
        self.setMinimumWidth(theme.px(460))
        self.setMaximumWidth(theme.px(520))
        row = QHBoxLayout()
        row.setSpacing(18)
        icon = IconLabel(theme, "book-marked", "accent", 44)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.addWidget(make_label(f"Version {__version__}", "strong"))
        column.addWidget(make_label(_WORDS, is_wrapped=True))
        column.addSpacing(6)
        column.addWidget(make_label(_LICENCES, "small", is_wrapped=True))
        row.addLayout(column, 1)
        self.content.addLayout(row)
        self.content.addStretch(1)
        self.add_close_button().setFocus()
