"""A table's rows as writers set them: what each cell covers, and which rows head the table."""

from typing import NamedTuple

from briefing.model.block import CellSpan, Inlines, Table


class PlacedCell(NamedTuple):
    """A cell where it stands; one that goes on with the cell above it is `covered`."""

    inlines: Inlines
    column: int
    rows: int = 1
    columns: int = 1
    align: str = ""
    covered: bool = False


class PlacedRow(NamedTuple):
    """A row with its cells from left to right."""

    cells: tuple[PlacedCell, ...]
    is_head: bool


def placed_rows(table: Table) -> tuple[PlacedRow, ...]:
    """Return the rows of a table, the header first, each as wide as the header."""
    count = max(1, len(table.header))
    align = (*table.align[:count], *[""] * (count - len(table.align)))
    above: dict[tuple[int, int], CellSpan] = {}
    starts = {(span.row, span.column): span for span in table.spans}
    for span in table.spans:
        for row in range(span.row + 1, span.row + span.rows):
            above[row, span.column] = span
    rows: list[PlacedRow] = []
    for number, cells in enumerate((table.header, *table.rows)):
        placed: list[PlacedCell] = []
        column = 0
        while column < count:
            inlines = cells[column] if column < len(cells) else ()
            span = starts.get((number, column)) or above.get((number, column))
            covered = (number, column) in above
            wide = span.columns if span else 1
            high = span.rows if span and not covered else 1
            placed.append(PlacedCell(inlines, column, high, wide, align[column], covered))
            column += wide
        rows.append(PlacedRow(tuple(placed), number < table.heads))
    return tuple(rows)
