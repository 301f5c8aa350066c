"""Grids of options and hypotheses are read from Markdown and written back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.grid import Grid, GridCell, GridKind, GridRow, Mark
from briefing.text.grid_cells import read_cell, write_cell
from briefing.text.grid_text import find_grids, grid_block, keys_in, new_grid

MEMO = """# Who did it

::: {.hypotheses #who}
| Evidence | H1: The *army* | H2: A cartel \\| a gang |
|:--|:-:|:-:|
| The convoy left at 04:10. [@fact:7k2; @reuters2025, p. 3] | C: as planned | II |
| Nobody claimed it. | n/a |
| **Inconsistent** | 9 | 9 |
:::

After.
"""


def test_grid_is_read_with_marks_notes_and_keys() -> None:
    (placed,) = find_grids(MEMO)
    grid = placed.grid
    assert grid.kind is GridKind.HYPOTHESES
    assert grid.columns == ("H1: The *army*", "H2: A cartel | a gang")
    assert [row.keys for row in grid.rows] == [("fact:7k2", "reuters2025"), ()]
    assert grid.rows[0].cells == (
        GridCell(Mark.CONSISTENT, "as planned"),
        GridCell(Mark.INCONSISTENT),
    )
    assert grid.rows[1].cells == (GridCell(Mark.NOT_APPLICABLE), GridCell())


def test_row_of_counts_is_no_evidence_and_counts_are_made_anew() -> None:
    grid = find_grids(MEMO)[0].grid
    assert len(grid.rows) == 2
    assert grid.counts(Mark.INCONSISTENT) == (0, 1)


def test_places_are_those_of_the_text() -> None:
    (placed,) = find_grids(MEMO)
    assert MEMO[placed.span.start : placed.span.end].startswith("::: {.hypotheses #who}\n")
    assert MEMO[placed.span.start : placed.span.end].endswith("\n:::")
    assert MEMO[placed.table.start : placed.table.end].startswith("| Evidence |")


@pytest.mark.parametrize(
    ("text", "mark", "note"),
    [
        ("C", Mark.CONSISTENT, ""),
        ("c: why", Mark.CONSISTENT, "why"),
        ("CC", Mark.CONSISTENT, ""),
        ("Inconsistent – they denied it", Mark.INCONSISTENT, "they denied it"),
        ("i. Late", Mark.INCONSISTENT, "Late"),
        ("N", Mark.NEUTRAL, ""),
        ("N/A", Mark.NOT_APPLICABLE, ""),
        ("-", Mark.NOT_APPLICABLE, ""),
        ("", Mark.NONE, ""),
        ("Canada said no", Mark.NONE, "Canada said no"),
        ("In part", Mark.NONE, "In part"),
        ("No: late", Mark.NONE, "No: late"),
    ],
)
def test_cell_is_read_as_people_write_it(text: str, mark: Mark, note: str) -> None:
    assert read_cell(text) == GridCell(mark, note)


def test_divs_of_other_kinds_and_tables_elsewhere_are_no_grids() -> None:
    assert find_grids("::: {.facts}\n:::\n\n| a | b |\n|---|---|\n| C | I |\n") == ()
    assert find_grids("::: {.options}\nNo table yet.\n:::\n") == ()


def test_grid_within_another_div_is_found() -> None:
    inner = grid_block(new_grid(GridKind.OPTIONS))
    (placed,) = find_grids(f":::: {{.box}}\n{inner}\n::::\n")
    assert placed.grid == new_grid(GridKind.OPTIONS)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).map(
    lambda text: "w" + text.replace("\\", "").replace("`", "")
)
MARKS = st.sampled_from(Mark)


@st.composite
def grids(draw: st.DrawFn) -> Grid:
    columns = draw(st.lists(WORDS, min_size=1, max_size=4))
    cells = st.builds(GridCell, MARKS, st.one_of(st.just(""), WORDS))
    rows = st.lists(st.tuples(WORDS, st.tuples(*[cells] * len(columns))), max_size=4)
    made = (GridRow(words, keys_in(words), row) for words, row in draw(rows))
    return Grid(draw(st.sampled_from(GridKind)), tuple(columns), tuple(made), draw(WORDS))


@given(grids())
def test_grid_written_is_the_grid_read(grid: Grid) -> None:
    (placed,) = find_grids(f"Before.\n\n{grid_block(grid)}\n\nAfter.\n")
    assert placed.grid == grid


@given(st.text())
def test_cell_written_and_read_stays(text: str) -> None:
    cell = read_cell(write_cell(read_cell(text)))
    assert read_cell(write_cell(cell)) == cell


def test_columns_and_rows_move_with_their_cells() -> None:
    grid = find_grids(MEMO)[0].grid.with_column("H3")
    grid = grid.with_cell(1, 2, GridCell(Mark.NEUTRAL, "late"))
    moved = grid.with_column_at(2, 0).with_row_at(1, 0)
    assert moved.columns[0] == "H3"
    assert moved.rows[0].cells[0] == GridCell(Mark.NEUTRAL, "late")
    assert moved.without_column(0).without_row(0).rows == (find_grids(MEMO)[0].grid.rows[0],)


def test_row_that_says_the_same_of_all_tells_nothing_apart() -> None:
    same = GridRow("w", (), (GridCell(Mark.CONSISTENT), GridCell(Mark.CONSISTENT)))
    differing = GridRow("w", (), (GridCell(Mark.CONSISTENT), GridCell(Mark.INCONSISTENT)))
    half = GridRow("w", (), (GridCell(Mark.CONSISTENT), GridCell()))
    assert (same.tells_apart, differing.tells_apart, half.tells_apart) == (False, True, True)
