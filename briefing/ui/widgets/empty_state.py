"""What a pane shows when it has nothing to show: an icon, what this is, what can be done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_label


class EmptyState(QWidget):
    """A calm middle: never a blank pane, never an apology."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        title: str,
        text: str,
        buttons: Sequence[QPushButton] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        self._title = make_label(title, "strong", is_wrapped=True)
        self._text = make_label(text, "muted", is_wrapped=True)
        layout.addStretch(2)
        layout.addWidget(IconLabel(theme, icon, "muted", 32), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(4)
        for label in (self._title, self._text):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addSpacing(8)
        for button in buttons:
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
