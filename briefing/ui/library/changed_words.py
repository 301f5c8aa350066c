"""A text with its changes: what was taken out struck through, what was put in underlined."""

from collections.abc import Sequence

from PySide6.QtWidgets import QTextBrowser, QWidget

from briefing.model.memo_change import WordKind
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.change_looks import change_looks


class ChangedWords(QTextBrowser):
    """Shows the stretches that a comparison found."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setOpenLinks(False)
        self.setFont(theme.font(FontRole.READING))
        self.setAccessibleName("What differs")

    def show_changes(self, changes: Sequence[tuple[WordKind, str]]) -> None:
        """Show a comparison, from its beginning."""
        self.clear()
        cursor = self.textCursor()
        looks = change_looks(self._theme)
        for kind, text in changes:
            cursor.insertText(text, looks[kind])
        self.moveCursor(cursor.MoveOperation.Start)
