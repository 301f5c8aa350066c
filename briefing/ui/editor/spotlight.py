"""The paragraph at the cursor stays clear while the others are muted."""

from PySide6.QtCore import QObject

from briefing.ui.editor.line_table import LineEntry
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit


class Spotlight(QObject):
    """Follows the cursor of one editor; off until it is switched on."""

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._is_on = False
        self._lines: tuple[int, int] | None = None
        editor.cursorPositionChanged.connect(self._follow)
        editor.edited.connect(self._follow)
        editor.text_replaced.connect(self._on_text_replaced)
        editor.theme.changed.connect(self._on_text_replaced)

    @property
    def lines(self) -> tuple[int, int] | None:
        """Return the first and last line that stay clear; nothing while it is off."""
        return self._lines

    def set_on(self, *, is_on: bool) -> None:
        """Switch it on or off."""
        self._is_on = is_on
        self._follow()

    def _follow(self) -> None:
        lines = self._paragraph() if self._is_on else None
        if lines != self._lines:
            self._lines = lines
            self._editor.page.painter.clear_lines = lines
            self._editor.viewport().update()

    def _paragraph(self) -> tuple[int, int]:
        """Return the lines between the blank ones round the cursor."""
        entries = self._editor.table.entries
        first = last = self._editor.cursor_place()[0]
        if _is_blank(entries[first]):
            return first, last
        while first > 0 and not _is_blank(entries[first - 1]):
            first -= 1
        while last + 1 < len(entries) and not _is_blank(entries[last + 1]):
            last += 1
        return first, last

    def _on_text_replaced(self) -> None:
        """Tell the painter anew: it may be another text's, or one in other looks."""
        self._lines = None
        self._follow()
        self._editor.page.painter.clear_lines = self._lines


def _is_blank(entry: LineEntry) -> bool:
    return not entry.text.strip()
