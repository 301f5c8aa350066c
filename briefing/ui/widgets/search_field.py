"""A line to search in: a looking glass at the left, a cross when there is text."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.ui.theme import Theme


class SearchField(QLineEdit):
    """A line edit that says what it searches; Esc empties it."""

    def __init__(self, theme: Theme, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self._glass = QAction(placeholder, self)
        self._cross = QAction("Clear", self)
        self._cross.triggered.connect(self.clear)
        self.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._cross, QLineEdit.ActionPosition.TrailingPosition)
        self.textChanged.connect(self._on_text_changed)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self._on_text_changed("")

    def _on_text_changed(self, text: str) -> None:
        self._cross.setVisible(bool(text))

    def _on_theme_changed(self) -> None:
        self._glass.setIcon(self._theme.icon("search", "muted", 16))
        self._cross.setIcon(self._theme.icon("x", "muted", 16))
