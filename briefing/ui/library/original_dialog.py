"""The file that an article came from, as it stood: shown as text, saved byte for byte."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from briefing.model.article import Original
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_MOST = 1_000_000  # characters shown; the file itself is saved whole
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


class OriginalDialog(QDialog):
    """Shows an original; it cannot be changed."""

    save_requested = Signal(object)  # an Original

    def __init__(self, theme: Theme, original: Original, parent: QWidget) -> None:
        super().__init__(parent)
        self._original = original
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(original.name)
        self.resize(theme.px(760), theme.px(560))
        text = QPlainTextEdit(_as_text(original.data))
        text.setReadOnly(True)
        text.setFont(theme.font(FontRole.MONO))
        text.setAccessibleName("The original file")
        save = TextButton(theme, "Save a copy…", icon="save")
        save.clicked.connect(self._on_save_clicked)
        close = TextButton(theme, "Close", "accent")
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addWidget(make_label(f"{len(original.data):,} bytes, as imported", "small"))
        buttons.addStretch(1)
        buttons.addWidget(save)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(10)
        layout.addWidget(text)
        layout.addLayout(buttons)

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self._original)


def _as_text(data: bytes) -> str:
    """Return something readable of any file; what cannot be read stands as marks."""
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), "utf-8")
    return data.decode(encoding, errors="replace")[:_MOST]
