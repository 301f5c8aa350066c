"""Shows as written what the cursor is in: its citation, its fold, its blank line."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication

from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.line_table import LineEntry
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit


class CursorReveal(QObject):
    """Draws lines anew when the cursor enters or leaves what is shown otherwise elsewhere.

    While a mouse button is held nothing is revealed: text that moves under the pointer would be
    selected by it.
    """

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._last: LineEntry | None = None
        self._last_at = (0, 0)  # its number, and how many lines there were
        editor.cursorPositionChanged.connect(self.follow)

    def follow(self) -> None:
        """Reveal where the cursor is, hide where it was."""
        if QApplication.mouseButtons() & Qt.MouseButton.LeftButton:
            return
        editor = self._editor
        entries = editor.table.entries
        number, column = editor.cursor_place()
        numbers = self._stale(number, column)
        left = self._line_left()
        if left is not None and left != number:
            numbers += self._stale(left, -1)
        self._last, self._last_at = entries[number], (number, len(entries))
        if numbers:
            self._refresh(numbers, number)

    def _line_left(self) -> int | None:
        """Return where the line stands now that the cursor was in, or nothing where it changed.

        A changed line was drawn anew as it was typed. Lines that were put in above have moved it
        by as many as the whole text grew.
        """
        entries = self._editor.table.entries
        number, count = self._last_at
        for place in (number, number + len(entries) - count):
            if 0 <= place < len(entries) and entries[place] is self._last:
                return place
        return None

    def _stale(self, number: int, column: int) -> list[int]:
        """Return the lines that are drawn otherwise than a cursor at `column` (-1: none) wants."""
        page, entry = self._editor.page, self._editor.table.entries[number]
        laid = page.laid(number)
        if entry.fold_size:
            is_open = page.is_open_fold(number)
            if laid is None or laid.is_folded == is_open:
                head = number - entry.fold_offset
                return list(range(head, head + entry.fold_size))
        if entry.kind is LineKind.BLANK:
            return [number]
        if laid is None:
            return []
        return [number] if laid.revealed_at(column) != laid.revealed else []

    def _refresh(self, numbers: list[int], cursor_line: int) -> None:
        """Lay lines out anew; the cursor's line keeps its place in the window."""
        page, bar = self._editor.page, self._editor.verticalScrollBar()
        before = page.top_of(cursor_line) - bar.value()
        is_above = min(numbers) < page.line_at(bar.value())
        page.refresh(sorted(set(numbers)))
        if is_above:
            bar.setValue(round(page.top_of(cursor_line) - before))
        self._editor.ensureCursorVisible()
