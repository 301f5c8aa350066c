"""The block rule of tables drawn with rules, and their cells as inlines."""

import re
from collections.abc import Callable

from markdown_it.rules_block import StateBlock

from briefing.model.block import CellSpan, Inlines, Span, Table
from briefing.text.ruled_table import RuledCell, RuledTable, opens_ruled_table, ruled_table
from briefing.text.source_map import SourceMap

_MARKER = re.compile(r"(?:[-+*•]|\d{1,9}[.)])\s")


def ruled_table_block(state: StateBlock, start: int, end: int, silent: bool) -> bool:  # noqa: FBT001
    """Read a table; `silent` asks only whether one begins here."""
    begin = state.bMarks[start] + state.tShift[start]
    if state.src[begin : begin + 2] not in {"+-", "+=", "+:"} or state.is_code_block(start):
        return False
    lines: list[str] = []
    starts: list[int] = []
    for number in range(start, end):
        place = state.bMarks[number] + state.tShift[number]
        words = state.src[place : state.eMarks[number]].rstrip()
        if state.sCount[number] < state.blkIndent or words[:1] not in {"+", "|"}:
            break
        lines.append(words)
        starts.append(place)
    table = ruled_table(lines) if opens_ruled_table(lines[0]) else None
    if table is None:
        return False
    if not silent:
        token = state.push("ruled_table", "table", 0)
        token.map = [start, start + len(lines)]
        token.meta = {"table": table, "starts": starts}
        state.line = start + len(lines)
    return True


def ruled_block(
    table: RuledTable,
    span: Span,
    starts: list[int],
    inlines: Callable[[str, SourceMap], Inlines],
) -> Table:
    """Return the table as a block; what a cell covers besides its own place is empty."""
    cells = {(cell.row, cell.column): cell for cell in table.cells}
    rows: list[tuple[Inlines, ...]] = []
    for row, top in enumerate(table.tops):
        contents = (
            _content(cells.get((row, column)), starts, starts[top + 1] + left + 1)
            for column, left in enumerate(table.lefts)
        )
        rows.append(tuple(inlines(*content) for content in contents))
    spans = tuple(
        CellSpan(cell.row, cell.column, cell.rows, cell.columns)
        for cell in table.cells
        if cell.rows > 1 or cell.columns > 1
    )
    body = tuple(rows[1:])
    return Table(span, rows[0], body, table.align, table.widths, table.heads, spans)


def _content(cell: RuledCell | None, starts: list[int], place: int) -> tuple[str, SourceMap]:
    """Return a cell's words as one inline content; its paragraphs and items are lines of it.

    What has no words stands at `place`.
    """
    content, here, there = "", list[int](), list[int]()
    is_after_blank = False
    for number, column, words in cell.lines if cell else ():
        if not words:
            is_after_blank = True
            continue
        if content:
            is_new = is_after_blank or _MARKER.match(words)
            content += "\\\n" if is_new else "\n"
        here.append(len(content))
        there.append(starts[number] + column)
        content += words
        is_after_blank = False
    return content, SourceMap(tuple(here) or (0,), tuple(there) or (place,))
