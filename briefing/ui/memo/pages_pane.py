"""The preview of a memo: its pages, and in words what hinders them from being made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing.ui.memo.page_canvas import PageCanvas
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_frame, make_label


class PagesPane(QFrame):
    """The canvas of the pages with a sentence over it where there is something to say."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "canvas")
        self.canvas = PageCanvas(theme)
        self._strip = make_frame("strip")
        self._words = make_label("", "small", is_wrapped=True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inner = QVBoxLayout(self._strip)
        inner.setContentsMargins(14, 8, 14, 8)
        inner.addWidget(self._words)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self._strip)
        self.say("")

    @property
    def words(self) -> str:
        """Return the sentence that is shown."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Show a sentence under the pages, or none."""
        self._words.setText(words)
        self._strip.setVisible(bool(words))
