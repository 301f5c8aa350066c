"""How much room each line takes: its own lines of text, and the space that parts it from others."""

import math
from collections.abc import Callable

from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.line_setter import LaidLine
from briefing.ui.editor.line_table import LineEntry, LineTable
from briefing.ui.editor.text_looks import MEASURE, TextLooks
from briefing.ui.editor.writing_place import is_empty_section

# Where the cursor stands: line number and column in code points.
CursorPlace = Callable[[], tuple[int, int]]


class LineRoom:
    """Measures the lines of a table; blank lines between paragraphs are narrow gaps."""

    def __init__(self, table: LineTable, cursor: CursorPlace, looks: TextLooks) -> None:
        self._table = table
        self._cursor = cursor
        self._cursor_line = 0
        self.looks = looks
        self.measure = looks.measure

    def look(self) -> None:
        """Find out where the cursor is: asked once before many lines are measured."""
        self._cursor_line = self._cursor()[0]

    def height_of(self, number: int) -> float:
        """Return the room of a line, the space above it included; estimated until it is laid."""
        entry = self._table.entries[number]
        if self.is_gap(number):
            return self.looks.space_between(self._kind(number - 1), self._kind(number + 1))
        if entry.fold_offset and not self.is_open_fold(number):
            return 0.0
        laid = entry.laid
        body = laid.height if isinstance(laid, LaidLine) else self._estimate(entry)
        return body + self.space_above(number)

    def space_above(self, number: int) -> float:
        """Return the space between a line and the one above, where no blank one parts them."""
        if number == 0:
            return 0.0
        return self.looks.extra_between(self._kind(number - 1), self._kind(number))

    def is_gap(self, number: int) -> bool:
        """Return whether a line is the blank one between two paragraphs, and not being typed in."""
        entries = self._table.entries
        return (
            0 < number < len(entries) - 1
            and entries[number].kind is LineKind.BLANK
            and entries[number - 1].kind is not LineKind.BLANK
            and not entries[number].fold_size
            and self._cursor_line != number
            and not is_empty_section(entries, number)
        )

    def is_open_fold(self, number: int) -> bool:
        """Return whether a line belongs to a fold in which the cursor stands."""
        entry = self._table.entries[number]
        head = number - entry.fold_offset
        return bool(entry.fold_size) and head <= self._cursor_line < head + entry.fold_size

    def _kind(self, number: int) -> LineKind:
        entry = self._table.entries[number]
        return LineKind.TEXT if entry.fold_size else entry.kind

    def _estimate(self, entry: LineEntry) -> float:
        per_line = max(1.0, self.measure / self.looks.measure * MEASURE)
        return self.looks.line_height * max(1, math.ceil(len(entry.text) / per_line))
