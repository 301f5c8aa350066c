"""A grid: options or hypotheses, the evidence for them, and how each piece bears on each."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

Item = TypeVar("Item")


class GridKind(StrEnum):
    """What the columns of a grid are; also the class of its div in a memo."""

    OPTIONS = "options"
    HYPOTHESES = "hypotheses"

    @property
    def one(self) -> str:
        """Return what one column is called."""
        return "Option" if self is GridKind.OPTIONS else "Hypothesis"


class Mark(StrEnum):
    """How a piece of evidence bears on an option or a hypothesis, as a memo writes it.

    Source: R. J. Heuer, Psychology of Intelligence Analysis, 1999, chapter 8.
    """

    NONE = ""
    CONSISTENT = "C"
    INCONSISTENT = "I"
    NEUTRAL = "N"
    NOT_APPLICABLE = "–"

    @property
    def words(self) -> str:
        """Return the mark in words; nothing where none was given."""
        return _WORDS[self]


_WORDS = {
    Mark.NONE: "",
    Mark.CONSISTENT: "consistent",
    Mark.INCONSISTENT: "inconsistent",
    Mark.NEUTRAL: "neutral",
    Mark.NOT_APPLICABLE: "not applicable",
}


@dataclass(frozen=True, slots=True)
class GridCell:
    """How one row bears on one column, and why."""

    mark: Mark = Mark.NONE
    note: str = ""


@dataclass(frozen=True, slots=True)
class GridRow:
    """A piece of evidence: its Markdown with citations, the keys it cites, a cell a column."""

    words: str
    keys: tuple[str, ...] = ()
    cells: tuple[GridCell, ...] = ()

    @property
    def tells_apart(self) -> bool:
        """Return whether the row bears differently on some columns; one that does not helps none.

        True as long as fewer than two columns are marked.
        """
        marks = [cell.mark for cell in self.cells if cell.mark]
        return len(marks) < 2 or len(set(marks)) > 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of evidence against columns; every row has a cell for each column."""

    kind: GridKind
    columns: tuple[str, ...]
    rows: tuple[GridRow, ...] = ()
    corner: str = "Evidence"

    def counts(self, mark: Mark) -> tuple[int, ...]:
        """Return how many rows bear a mark, column by column."""
        return tuple(
            sum(row.cells[column].mark is mark for row in self.rows)
            for column in range(len(self.columns))
        )

    # columns

    def with_column(self, title: str) -> "Grid":
        """Return the grid with one column more, at the right."""
        rows = (replace(row, cells=(*row.cells, GridCell())) for row in self.rows)
        return replace(self, columns=(*self.columns, title), rows=tuple(rows))

    def without_column(self, column: int) -> "Grid":
        """Return the grid without a column and its cells."""
        rows = (replace(row, cells=_without(row.cells, column)) for row in self.rows)
        return replace(self, columns=_without(self.columns, column), rows=tuple(rows))

    def with_title(self, column: int, title: str) -> "Grid":
        """Return the grid with another title of a column."""
        return replace(self, columns=_put(self.columns, column, title))

    def with_column_at(self, column: int, place: int) -> "Grid":
        """Return the grid with a column moved to a place."""
        rows = (replace(row, cells=_moved(row.cells, column, place)) for row in self.rows)
        return replace(self, columns=_moved(self.columns, column, place), rows=tuple(rows))

    # rows and cells

    def with_row(self, row: GridRow, place: int) -> "Grid":
        """Return the grid with a row put in at a place; its cells are filled up or cut."""
        blank = (GridCell(),) * len(self.columns)
        cells = (*row.cells, *blank)[: len(self.columns)]
        rows = (*self.rows[:place], replace(row, cells=cells), *self.rows[place:])
        return replace(self, rows=rows)

    def without_row(self, place: int) -> "Grid":
        """Return the grid without a row."""
        return replace(self, rows=_without(self.rows, place))

    def with_row_at(self, row: int, place: int) -> "Grid":
        """Return the grid with a row moved to a place."""
        return replace(self, rows=_moved(self.rows, row, place))

    def with_cell(self, row: int, column: int, cell: GridCell) -> "Grid":
        """Return the grid with another cell."""
        changed = replace(self.rows[row], cells=_put(self.rows[row].cells, column, cell))
        return replace(self, rows=_put(self.rows, row, changed))


def _put(items: tuple[Item, ...], place: int, item: Item) -> tuple[Item, ...]:
    return (*items[:place], item, *items[place + 1 :])


def _without(items: tuple[Item, ...], place: int) -> tuple[Item, ...]:
    return (*items[:place], *items[place + 1 :])


def _moved(items: tuple[Item, ...], item: int, place: int) -> tuple[Item, ...]:
    rest = list(_without(items, item))
    rest.insert(place, items[item])
    return tuple(rest)
