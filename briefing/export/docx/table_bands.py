"""A table of more columns than Word opens, cut into tables of as many columns as it does."""

from collections.abc import Iterator
from dataclasses import replace

from briefing.model.block import CellSpan, Table

MOST = 63  # columns; Word takes a file for damaged that has a table of more


def bands(table: Table) -> tuple[Table, ...]:
    """Return the table, or one after another what stands in each of its bands of columns."""
    count = len(table.header)
    if count <= MOST:
        return (table,)
    wide = -(-count // -(-count // MOST))  # as wide as one another
    return tuple(_band(table, start, start + wide) for start in range(0, count, wide))


def _band(table: Table, start: int, end: int) -> Table:
    return replace(
        table,
        header=table.header[start:end],
        rows=tuple(row[start:end] for row in table.rows),
        align=table.align[start:end],
        shares=table.shares[start:end],
        spans=tuple(_spans(table.spans, start, end)),
    )


def _spans(spans: tuple[CellSpan, ...], start: int, end: int) -> Iterator[CellSpan]:
    """Yield what of the spans lies in a band, counted from its first column."""
    for span in spans:
        first = max(span.column, start)
        wide = min(span.column + span.columns, end) - first
        if wide > 0:
            yield replace(span, column=first - start, columns=wide)
