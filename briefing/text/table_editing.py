"""A table of Markdown taken apart into cells, changed, and written so that its columns align.

The syntax is GitHub's (GFM 0.29, 4.10): a header row, a row of dashes, the body.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace

_BAR = re.compile(r"(?<!\\)\|")
_DASHES = re.compile(r":?-+:?")
_MOST_PADDED = 36  # columns: longer words are not matched by blanks in every other row
_LEAST = 3  # dashes


@dataclass(frozen=True, slots=True)
class TableText:
    """The cells of a table, the header's row first; each row has as many as `alignments`.

    An alignment is the row of dashes' own sign: "", "left", "right" or "center".
    """

    rows: tuple[tuple[str, ...], ...]
    alignments: tuple[str, ...]

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return len(self.alignments)


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A row (0 is the header), a column, and a place in the cell's words."""

    row: int
    column: int
    offset: int = 0


def read_table(lines: Sequence[str]) -> TableText | None:
    """Return the table that lines hold, or nothing where the second is no row of dashes."""
    if len(lines) < 2:
        return None
    dashes = cells_of(lines[1])
    if not dashes or not all(_DASHES.fullmatch(cell) for cell in dashes):
        return None
    rows = [cells_of(lines[0]), *(cells_of(line) for line in lines[2:])]
    width = max(len(dashes), *(len(row) for row in rows))
    alignments = tuple(_alignment(cell) for cell in dashes)
    alignments += ("",) * (width - len(alignments))
    filled = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
    return TableText(filled, alignments)


def begin_table(line: str) -> TableText | None:
    """Return the table that a single line such as `| a | b |` begins, with one empty row."""
    header = cells_of(line)
    if line.strip().count("|") < 2 or not any(header):
        return None
    return TableText((tuple(header), ("",) * len(header)), ("",) * len(header))


def empty_table(columns: int, rows: int) -> TableText:
    """Return a table with empty cells, the header's row not counted among `rows`."""
    return TableText((("",) * columns,) * (rows + 1), ("",) * columns)


def write_table(table: TableText) -> list[str]:
    """Return the lines of a table, the bars of each column under one another."""
    widths = [_width_of(table, column) for column in range(table.width)]
    signs = list(zip(widths, table.alignments, strict=True))
    lines = [_row_line(row, signs) for row in table.rows]
    dashes = "| " + " | ".join(_dashes(width, alignment) for width, alignment in signs) + " |"
    return [lines[0], dashes, *lines[1:]]


def cells_of(line: str) -> list[str]:
    """Return the words of a row's cells; a bar behind a backslash parts nothing."""
    inner = line.strip()
    inner = inner.removeprefix("|")
    if inner.endswith("|") and not inner.endswith("\\|"):
        inner = inner[:-1]
    return [cell.strip() for cell in _BAR.split(inner)]


def place_in(line: str, row: int, column: int) -> CellPlace:
    """Return the cell in which a column of a row's line stands."""
    bars = [found.start() for found in _BAR.finditer(line) if found.start() < column]
    has_first = line.lstrip().startswith("|")
    number = max(len(bars) - (1 if has_first else 0), 0)
    start = bars[-1] + 1 if bars else 0
    lead = len(line[start:]) - len(line[start:].lstrip(" "))
    number = min(number, max(len(cells_of(line)) - 1, 0))
    return CellPlace(row, number, max(column - start - min(lead, 1), 0))


def span_of(lines: Sequence[str], place: CellPlace) -> tuple[int, int, int]:
    """Return where the words of a cell stand in lines of `write_table`: line, start, end."""
    number = place.row if place.row == 0 else place.row + 1
    line = lines[number]
    bars = [found.start() for found in _BAR.finditer(line)]
    start, end = bars[place.column] + 1, bars[place.column + 1]
    inside = line[start:end]
    words = inside.strip()
    if not words:
        return number, start + 1, start + 1
    first = start + len(inside) - len(inside.lstrip())
    return number, first, first + len(words)


def with_row(table: TableText, at: int) -> TableText:
    """Return the table with an empty row that becomes row `at`; a header stays the first."""
    at = max(at, 1)
    empty = ("",) * table.width
    return replace(table, rows=(*table.rows[:at], empty, *table.rows[at:]))


def without_row(table: TableText, at: int) -> TableText:
    """Return the table without a row; a header goes only with what is below it moving up."""
    rows = (*table.rows[:at], *table.rows[at + 1 :])
    return replace(table, rows=rows) if rows else table


def with_column(table: TableText, at: int) -> TableText:
    """Return the table with an empty column that becomes column `at`."""
    rows = tuple((*row[:at], "", *row[at:]) for row in table.rows)
    signs = table.alignments
    return TableText(rows, (*signs[:at], "", *signs[at:]))


def without_column(table: TableText, at: int) -> TableText:
    """Return the table without a column; the last one stays."""
    if table.width == 1:
        return table
    rows = tuple((*row[:at], *row[at + 1 :]) for row in table.rows)
    signs = table.alignments
    return TableText(rows, (*signs[:at], *signs[at + 1 :]))


def aligned(table: TableText, column: int, alignment: str) -> TableText:
    """Return the table with another alignment of a column."""
    signs = list(table.alignments)
    signs[column] = alignment
    return replace(table, alignments=tuple(signs))


def _alignment(dashes: str) -> str:
    left, right = dashes.startswith(":"), dashes.endswith(":")
    if left and right:
        return "center"
    return "left" if left else "right" if right else ""


def _width_of(table: TableText, column: int) -> int:
    widest = max(_columns(row[column]) for row in table.rows)
    return max(_LEAST, min(widest, _MOST_PADDED))


def _columns(words: str) -> int:
    """Return how many columns of a fixed font words take: wide letters two, marks none."""
    if words.isascii():
        return len(words)
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF")
        for letter in words
    )


def _row_line(row: Sequence[str], signs: Sequence[tuple[int, str]]) -> str:
    cells = [_padded(cell, *sign) for cell, sign in zip(row, signs, strict=True)]
    return "| " + " | ".join(cells) + " |"


def _padded(words: str, width: int, alignment: str) -> str:
    room = max(width - _columns(words), 0)
    if alignment == "right":
        return " " * room + words
    if alignment == "center":
        return " " * (room // 2) + words + " " * (room - room // 2)
    return words + " " * room


def _dashes(width: int, alignment: str) -> str:
    if alignment == "center":
        return ":" + "-" * (width - 2) + ":"
    if alignment == "right":
        return "-" * (width - 1) + ":"
    return ":" + "-" * (width - 1) if alignment == "left" else "-" * width
