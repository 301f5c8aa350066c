"""Grids on their way out: the row that counts inconsistent evidence, and what the letters mean.

Both are made when a memo is shown or exported, so that neither can be out of date in its text.
"""

from collections.abc import Sequence
from dataclasses import replace

from briefing.model.block import Block, Div, Inlines, Paragraph, Strong, Table, Text
from briefing.model.grid import Mark
from briefing.text.grid_cells import read_cell
from briefing.text.grid_text import COUNT_LABEL, is_count_row, kind_of
from briefing.text.inline_text import inline_text

_KEY = "; ".join(f"{mark.value} {mark.words}" for mark in Mark if mark)
LEGEND = f"{_KEY}. Inconsistent evidence is counted; the count is no verdict."


def is_grid(block: Block) -> bool:
    """Return whether a block is a grid."""
    return isinstance(block, Div) and kind_of(block) is not None and _table(block) is not None


def with_counts(div: Div) -> Div:
    """Return a grid with its counts as the table's last row, and the legend behind it."""
    table = _table(div)
    if table is None:
        return div
    label: Inlines = (Strong((Text(COUNT_LABEL),)),)
    counts = tuple((Text(str(count)),) for count in _counts(table))
    counted = replace(table, rows=(*_evidence(table), (label, *counts)))
    blocks = [counted if block is table else block for block in div.blocks]
    return replace(div, blocks=(*blocks, Paragraph(div.span, (Text(LEGEND),))))


def counts_markdown(div: Div, prefix: str) -> str:
    """Return what `with_counts` adds, as Markdown that follows the table's last line.

    `prefix` begins each line: a div may stand in a list or a quotation.
    """
    table = _table(div)
    if table is None:
        return ""
    is_counted = len(_evidence(table)) < len(table.rows)
    row = " | ".join([f"**{COUNT_LABEL}**", *map(str, _counts(table))])
    counted = "" if is_counted else f"\n{prefix}| {row} |"
    return f"{counted}\n{prefix.rstrip()}\n{prefix}{LEGEND}"


def table_end(div: Div) -> int:
    """Return where the table of a grid ends."""
    table = _table(div)
    return table.span.end if table else div.span.end


def _table(div: Div) -> Table | None:
    return next((block for block in div.blocks if isinstance(block, Table)), None)


def _evidence(table: Table) -> tuple[tuple[Inlines, ...], ...]:
    return tuple(row for row in table.rows if not (row and is_count_row(inline_text(row[0]))))


def _counts(table: Table) -> Sequence[int]:
    columns = range(1, len(table.header))
    return [sum(_is_inconsistent(row, column) for row in _evidence(table)) for column in columns]


def _is_inconsistent(row: tuple[Inlines, ...], column: int) -> bool:
    return column < len(row) and read_cell(inline_text(row[column])).mark is Mark.INCONSISTENT
