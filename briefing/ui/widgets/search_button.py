"""A button that looks like a search field and opens the palette."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class SearchButton(TextButton):
    """Says what it finds, and its key; says less where there is less room."""

    def __init__(self, theme: Theme, text: str, key: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, text, "search", "search", parent)
        self._words = text
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({key})")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._key = make_label(key, "key")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 8, 0)
        row.addWidget(self._key, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the words in front of the key."""
        super().resizeEvent(event)
        room = event.size().width() - self._key.sizeHint().width() - self._theme.px(42)
        fitting = (w for w in (self._words, "Search") if self._width_of(w) <= room)
        self.setText(next(fitting, ""))

    def _width_of(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words)
