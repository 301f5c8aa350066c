"""Tables in the editor: Tab and Enter go from cell to cell, columns align as they are typed."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent

from briefing.text.table_editing import (
    CellPlace,
    TableText,
    aligned,
    begin_table,
    empty_table,
    place_in,
    read_table,
    span_of,
    with_column,
    with_row,
    without_column,
    without_row,
    write_table,
)
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.memo_editor import MemoEditor

_ALIGNMENTS = ("", "right", "center", "left")
_MOST_ROWS = 120  # longer tables align when their cell is left, not with each letter
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PLAIN = (Qt.KeyboardModifier.NoModifier, _SHIFT)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TableTyping(QObject):
    """Takes the keys that mean something in a table, and carries out what menus wish for it."""

    refused = Signal(str)  # why a command could do nothing

    def __init__(self, editor: MemoEditor) -> None:
        super().__init__(editor)
        self._editor = editor
        editor.key_pressed.connect(self._on_key_pressed)
        editor.typed.connect(self._on_typed)

    # ---- commands ----

    def insert(self) -> None:
        """Put an empty table after the paragraph at the cursor, ready to be typed into."""
        table = empty_table(3, 2)
        lines = write_table(table)
        self._editor.insert_block("\n".join(lines))
        end = self._editor.cursor_place()[0]
        self._select(end - len(lines) + 1, table, CellPlace(0, 0))

    def row_above(self) -> None:
        """Put an empty row above the cursor's."""
        self._change(lambda table, at: (with_row(table, at.row), CellPlace(max(at.row, 1), 0)))

    def row_below(self) -> None:
        """Put an empty row under the cursor's."""
        self._change(lambda table, at: (with_row(table, at.row + 1), CellPlace(at.row + 1, 0)))

    def delete_row(self) -> None:
        """Take the cursor's row away; the header's place is taken by the row under it."""

        def without(table: TableText, at: CellPlace) -> tuple[TableText, CellPlace]:
            shorter = without_row(table, at.row)
            return shorter, CellPlace(min(at.row, max(len(shorter.rows) - 1, 0)), at.column)

        self._change(without)

    def column_left(self) -> None:
        """Put an empty column before the cursor's."""
        self._change(lambda table, at: (with_column(table, at.column), CellPlace(0, at.column)))

    def column_right(self) -> None:
        """Put an empty column behind the cursor's."""
        self._change(
            lambda table, at: (with_column(table, at.column + 1), CellPlace(0, at.column + 1))
        )

    def delete_column(self) -> None:
        """Take the cursor's column away."""

        def without(table: TableText, at: CellPlace) -> tuple[TableText, CellPlace]:
            narrower = without_column(table, at.column)
            return narrower, CellPlace(at.row, min(at.column, narrower.width - 1))

        self._change(without)

    def align(self) -> None:
        """Give the cursor's column the next alignment: right, centre, left, none."""

        def turned(table: TableText, at: CellPlace) -> tuple[TableText, CellPlace]:
            now = _ALIGNMENTS.index(table.alignments[at.column])
            following = _ALIGNMENTS[(now + 1) % len(_ALIGNMENTS)]
            return aligned(table, at.column, following), at

        self._change(turned)

    def _change(self, edit: Callable[[TableText, CellPlace], tuple[TableText, CellPlace]]) -> None:
        """Change the table at the cursor as one step."""
        found = self._table()
        if found is None:
            self.refused.emit("Put the cursor into a table first.")
            return
        first, last, table, at = found
        changed, place = edit(table, at)
        if not changed.rows:
            self._put(first, last, [])
        else:
            self._put(first, last, write_table(changed))
            self._select(first, changed, place)

    # ---- keys ----

    def _on_key_pressed(self, event: QKeyEvent) -> None:
        kind = self._editor.table.entries[self._editor.cursor_place()[0]].kind
        if event.isAccepted() or kind is not LineKind.TABLE:
            return
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = Qt.Key(event.key())
        if key in _ENTER and modifiers in _PLAIN:
            is_taken = self._enter()
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            is_taken = self._step(-1 if key is Qt.Key.Key_Backtab or modifiers == _SHIFT else 1)
        else:
            is_taken = self._letter(event, modifiers)
        if is_taken:
            event.accept()

    def _step(self, by: int) -> bool:
        """Go to the next or the previous cell; behind the last one a row begins."""
        found = self._table()
        if found is None:
            return False
        first, last, table, at = found
        number = at.row * table.width + at.column + by
        if number < 0:
            return True
        row, column = divmod(number, table.width)
        if row == len(table.rows):
            table = with_row(table, row)
        self._put(first, last, write_table(table))
        self._select(first, table, CellPlace(row, column))
        return True

    def _enter(self) -> bool:
        """Go to the row under this one; a row that stayed empty ends the table."""
        found = self._table() or self._begun()
        if found is None:
            return False
        first, last, table, at = found
        is_last = at.row + 1 == len(table.rows)
        if is_last and at.row > 0 and not any(table.rows[at.row]):
            self._leave(first, last, without_row(table, at.row))
            return True
        if is_last:
            table = with_row(table, at.row + 1)
        self._put(first, last, write_table(table))
        self._select(first, table, CellPlace(at.row + 1, 0 if is_last else at.column))
        return True

    def _begun(self) -> tuple[int, int, TableText, CellPlace] | None:
        """Return the table that the cursor's line begins, if it stands alone."""
        number, column = self._editor.cursor_place()
        entries = self._editor.table.entries
        if self._bounds(number) != (number, number) or column < len(entries[number].text.rstrip()):
            return None
        table = begin_table(entries[number].text)
        return None if table is None else (number, number, table, CellPlace(0, 0))

    def _leave(self, first: int, last: int, table: TableText) -> None:
        """Begin a paragraph under a table."""
        lines = write_table(table)
        self._put(first, last, [*lines, "", ""])
        entries = self._editor.table.entries
        number = min(first + len(lines) + 1, len(entries) - 1)
        self._editor.set_position(self._editor.table.start_of(number))

    def _letter(self, event: QKeyEvent, modifiers: Qt.KeyboardModifier) -> bool:
        """Type, or take a letter away, and align the columns within the same step."""
        if self._editor.textCursor().hasSelection() or modifiers not in _PLAIN:
            return False
        number, column = self._editor.cursor_place()
        text = self._editor.table.entries[number].text
        key, letter = Qt.Key(event.key()), event.text()
        if key is Qt.Key.Key_Backspace and text[column - 1 : column] not in {"", "|"}:
            changed, at = text[: column - 1] + text[column:], column - 1
        elif key is Qt.Key.Key_Delete and text[column : column + 1] not in {"", "|"}:
            changed, at = text[:column] + text[column + 1 :], column
        elif letter and letter.isprintable():
            changed, at = text[:column] + letter + text[column:], column + len(letter)
        else:
            return False
        if not self._retype(changed, at):
            return False
        self._editor.typed.emit()
        return True

    def _retype(self, changed: str, column: int) -> bool:
        """Put another text in the place of the cursor's row, and align the table."""
        number = self._editor.cursor_place()[0]
        first, last = self._bounds(number)
        lines = [entry.text for entry in self._editor.table.entries[first : last + 1]]
        lines[number - first] = changed
        table = read_table(lines)
        if table is None or number == first + 1 or len(lines) > _MOST_ROWS:
            return False
        at = place_in(changed, max(number - first - 1, 0), column)
        written = write_table(table)
        self._put(first, last, written)
        line, start, _ = span_of(written, at)
        self._editor.set_position(self._editor.table.start_of(first + line) + start + at.offset)
        return True

    def _on_typed(self) -> None:
        """Align what an input method wrote."""
        editor = self._editor
        number, column = editor.cursor_place()
        entry = editor.table.entries[number]
        if entry.kind is LineKind.TABLE and not editor.textCursor().hasSelection():
            self._retype(entry.text, column)

    # ---- the table at the cursor ----

    def _table(self) -> tuple[int, int, TableText, CellPlace] | None:
        """Return the first and last line of the cursor's table, its cells, and where it stands."""
        number, column = self._editor.cursor_place()
        entries = self._editor.table.entries
        if entries[number].kind is not LineKind.TABLE:
            return None
        first, last = self._bounds(number)
        table = read_table([entry.text for entry in entries[first : last + 1]])
        if table is None:
            return None
        row = number - first - (1 if number > first else 0)
        at = place_in(entries[number].text, row, column)
        return first, last, table, CellPlace(row, min(at.column, table.width - 1), at.offset)

    def _bounds(self, number: int) -> tuple[int, int]:
        entries = self._editor.table.entries
        first = last = number
        while first and entries[first - 1].kind is LineKind.TABLE:
            first -= 1
        while last + 1 < len(entries) and entries[last + 1].kind is LineKind.TABLE:
            last += 1
        return first, last

    def _put(self, first: int, last: int, lines: list[str]) -> None:
        """Put lines in the place of others, but only where they differ."""
        editor = self._editor
        old = [entry.text for entry in editor.table.entries[first : last + 1]]
        if old == lines:
            return
        start_of = editor.table.start_of
        if len(old) == len(lines):
            changes = tuple(
                (start_of(first + n), start_of(first + n) + len(was), line)
                for n, (was, line) in enumerate(zip(old, lines, strict=True))
                if was != line
            )
        else:
            end = start_of(last) + len(old[-1])
            changes = ((start_of(first), end, "\n".join(lines)),)
        editor.replace_spans(changes)

    def _select(self, first: int, table: TableText, place: CellPlace) -> None:
        """Select the words of a cell."""
        line, start, end = span_of(write_table(table), place)
        begin = self._editor.table.start_of(first + line)
        self._editor.select_span(begin + start, begin + end)
