"""Rows and columns of a table that a reviewer put in or took away."""

from collections.abc import Sequence

from briefing.model.block import Span
from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node, NodeKind, cell_spans, line_at
from briefing.review.placing.place_words import UnplacedError

NO_HEADER = "It takes away the header row, which a table in Markdown must have."


def row_taken(body: str, row: Node) -> tuple[MemoEdit, ...]:
    """Return the edits that take a row away; raises UnplacedError for a table's header row."""
    table = row.parent
    if table is None or row is table.children[0]:
        raise UnplacedError(NO_HEADER)
    end = row.span.end
    start = body.rfind("\n", 0, row.span.start)
    return (MemoEdit(start, end, ""),)


def table_taken(body: str, table: Node) -> tuple[MemoEdit, ...]:
    """Return the edit that takes a whole table away, and the blank lines behind it."""
    end = table.span.end
    rest = body[end:]
    blank = len(rest) - len(rest.lstrip(" \n")) if table.prefix == "" else 0
    line = rest.rfind("\n", 0, blank) + 1 if blank < len(rest) else 0
    return (MemoEdit(table.span.start, end + line, ""),)


def row_put(body: str, row: Node, cells: Sequence[str]) -> tuple[MemoEdit, ...]:
    """Return the edit that puts a row behind another one, the header's line of dashes after it."""
    table = row.parent
    width = len(row.children)
    if table is None:
        raise UnplacedError(NO_HEADER)
    words = [*cells, *[""] * width][: max(width, len(cells))]
    place = row.span.end
    if row is table.children[0]:
        place = line_at(body, row.span.end + 1).end  # behind the dashes
    return (MemoEdit(place, place, f"\n{row.prefix}{row_line(words)}"),)


def row_line(cells: Sequence[str]) -> str:
    """Return a row's Markdown."""
    return "| " + " | ".join(cells) + " |"


def new_table(rows: Sequence[Sequence[str]]) -> str:
    """Return the lines of a new table, its first row the header."""
    width = max(len(row) for row in rows)
    filled = [[*row, *[""] * (width - len(row))] for row in rows]
    dashes = "|" + "|".join([" --- "] * width) + "|"
    lines = [row_line(filled[0]), dashes, *(row_line(row) for row in filled[1:])]
    return "\n".join(lines)


def column_taken(body: str, cells: Sequence[Node]) -> tuple[MemoEdit, ...]:
    """Return the edits that take cells out of their rows, each with the pipe before it."""
    edits: list[MemoEdit] = []
    for cell in cells:
        row = cell.parent
        if row is None or len(row.children) < 2:
            raise UnplacedError("It takes away the last column of a table.")
        edits.append(_without(body, cell.span.start, cell.span.end))
        if row.parent is not None and row is row.parent.children[0]:
            edits.append(_of_dashes(body, row, row.children.index(cell)))
    return tuple(edits)


def _without(body: str, start: int, end: int) -> MemoEdit:
    if body[start - 1 : start] == "|":
        return MemoEdit(start - 1, end, "")
    return MemoEdit(start, end + 1 if body[end : end + 1] == "|" else end, "")


def _of_dashes(body: str, header: Node, column: int) -> MemoEdit:
    places = cell_spans(body, line_at(body, header.span.end + 1))
    if column >= len(places):
        raise UnplacedError(NO_HEADER)
    return _without(body, places[column].start, places[column].end)


def column_put(body: str, row: Node, column: int, words: str) -> tuple[MemoEdit, ...]:
    """Return the edits that put a cell into a row, before the one at `column` or behind all."""
    edits = [_cell_at(body, [cell.span for cell in row.children], column, f" {words} ")]
    table = row.parent
    if table is not None and table.kind is NodeKind.TABLE and row is table.children[0]:
        places = cell_spans(body, line_at(body, row.span.end + 1))
        edits.append(_cell_at(body, list(places), column, " --- "))
    return tuple(edits)


def _cell_at(body: str, spans: Sequence[Span], column: int, words: str) -> MemoEdit:
    if column < len(spans):
        return MemoEdit(spans[column].start, spans[column].start, f"{words}|")
    end = spans[-1].end
    is_closed = body[end : end + 1] == "|"
    return MemoEdit(end, end, f"|{words}" if is_closed else f" |{words}")
