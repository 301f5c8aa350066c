"""Grids in a memo's Markdown: a fenced div `.options` or `.hypotheses` with one pipe table.

The first column is the evidence, with its citations; the first row names the options or
hypotheses. Source of the table's form: the GitHub Flavored Markdown Spec, 4.10.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model.block import Block, Div, Span, Table
from briefing.model.grid import Grid, GridCell, GridKind, GridRow
from briefing.text.blocks import parse
from briefing.text.citation_syntax import find_plain
from briefing.text.grid_cells import read_cell, write_cell

COUNT_LABEL = "Inconsistent"
_PIPE = re.compile(r"(?<!\\)\|")
_MARKUP = re.compile(r"[*_\s]+")
_FIRST_RULE, _RULE = 40, 14  # dashes: pandoc gives a long table's columns widths in proportion


@dataclass(frozen=True, slots=True)
class PlacedGrid:
    """A grid and where it stands: `span` its whole div, `table` the table within."""

    grid: Grid
    span: Span
    table: Span


def kind_of(div: Div) -> GridKind | None:
    """Return which kind of grid a div is; None for any other div."""
    return next((kind for kind in GridKind if kind.value in div.classes), None)


def find_grids(markdown: str) -> tuple[PlacedGrid, ...]:
    """Return the grids of a memo in their order; those within lists and quotations are left out."""
    return tuple(_grids(markdown, parse(markdown).blocks))


def new_grid(kind: GridKind) -> Grid:
    """Return a grid to begin with: two columns, no evidence yet."""
    return Grid(kind, (f"{kind.one} 1", f"{kind.one} 2"))


def grid_block(grid: Grid) -> str:
    """Return a grid as a memo has it, its div with the table."""
    return f"::: {{.{grid.kind.value}}}\n{grid_table(grid)}\n:::"


def grid_table(grid: Grid) -> str:
    """Return the table of a grid; it ends without a line break."""
    rule = ["-" * _FIRST_RULE, *(f":{'-' * _RULE}:" for _ in grid.columns)]
    lines = [(grid.corner, *grid.columns), rule]
    lines += [(row.words, *map(write_cell, row.cells)) for row in grid.rows]
    head, dashes, *rest = lines
    return "\n".join([_line(head), f"|:{'|'.join(dashes)}|", *map(_line, rest)])


def is_count_row(words: str) -> bool:
    """Return whether a row's first cell says that it counts: such a row is made anew each time."""
    return _MARKUP.sub("", words).casefold() == COUNT_LABEL.casefold()


def keys_in(words: str) -> tuple[str, ...]:
    """Return the keys that a row of evidence cites, each once."""
    items = (item for _, _, found in find_plain(words) for item in found.items)
    return tuple(dict.fromkeys(item.key for item in items))


def _grids(markdown: str, blocks: Iterable[Block]) -> Iterator[PlacedGrid]:
    for block in blocks:
        if not isinstance(block, Div):
            continue
        kind = kind_of(block)
        table = next((one for one in block.blocks if isinstance(one, Table)), None)
        if kind is None:
            yield from _grids(markdown, block.blocks)
        elif table is not None:
            lines = markdown[table.span.start : table.span.end].split("\n")
            yield PlacedGrid(_read(kind, lines), block.span, table.span)


def _read(kind: GridKind, lines: Sequence[str]) -> Grid:
    head, _, *rest = map(_cells, lines)
    columns = tuple(head[1:])
    rows = (_row(cells, len(columns)) for cells in rest if not is_count_row(cells[0]))
    return Grid(kind, columns, tuple(rows), head[0])


def _row(cells: Sequence[str], width: int) -> GridRow:
    marked = [*map(read_cell, cells[1:]), *[GridCell()] * width][:width]
    return GridRow(cells[0], keys_in(cells[0]), tuple(marked))


def _cells(line: str) -> list[str]:
    text = line.strip().removeprefix("|")
    if text.endswith("|") and not text.endswith("\\|"):
        text = text[:-1]
    return [cell.strip().replace("\\|", "|") for cell in _PIPE.split(text)]


def _line(cells: Iterable[str]) -> str:
    written = (" ".join(cell.split()).replace("|", "\\|") for cell in cells)
    return f"| {' | '.join(written)} |"
