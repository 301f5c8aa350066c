"""Tables taken apart and written again: nothing is lost, and the columns align."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.table_editing import (
    CellPlace,
    TableText,
    aligned,
    begin_table,
    cells_of,
    empty_table,
    place_in,
    read_table,
    span_of,
    with_column,
    with_row,
    without_column,
    without_row,
    write_table,
)

RAGGED = ["|Option|Cost, million|", "|:-|--:|", "|Wait|0|", "|Buy now|1,250|", "|Lease|"]
CELLS = st.text(st.characters(blacklist_categories=("Cs", "Cc", "Zs", "Zl", "Zp"))).map(
    lambda words: words.replace("|", "").replace("\\", "")
)


def test_columns_align_as_their_dashes_say() -> None:
    table = read_table(RAGGED)
    assert table
    assert write_table(table) == [
        "| Option  | Cost, million |",
        "| :------ | ------------: |",
        "| Wait    |             0 |",
        "| Buy now |         1,250 |",
        "| Lease   |               |",
    ]


def test_wide_letters_take_two_columns() -> None:
    table = read_table(["| a | b |", "|---|---|", "| 北京市 | x |"])
    assert table
    assert write_table(table)[0] == "| a      | b   |"


def test_long_words_are_not_matched_by_blanks() -> None:
    table = read_table(["| a | b |", "|---|---|", f"| {'word ' * 30} | x |"])
    assert table
    assert len(write_table(table)[0]) < 60


@pytest.mark.parametrize("lines", [["| a | b |"], ["| a |", "| b |"], ["| a |", ""]])
def test_lines_without_a_row_of_dashes_are_no_table(lines: list[str]) -> None:
    assert read_table(lines) is None


def test_bar_behind_a_backslash_parts_nothing() -> None:
    assert cells_of(r"| a \| b | c |") == [r"a \| b", "c"]


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=2, max_size=5))
def test_what_was_written_is_read_again(rows: list[list[str]]) -> None:
    width = max(map(len, rows))
    filled = tuple(tuple(row) + ("",) * (width - len(row)) for row in rows)
    table = TableText(filled, ("",) * width)
    assert read_table(write_table(table)) == table


@given(st.data())
def test_each_cell_has_its_span(data: st.DataObject) -> None:
    rows = data.draw(st.lists(st.tuples(CELLS, CELLS, CELLS), min_size=1, max_size=4))
    signs = data.draw(st.tuples(*[st.sampled_from(["", "left", "right", "center"])] * 3))
    table = TableText(tuple(rows), signs)
    lines = write_table(table)
    for row, cells in enumerate(rows):
        for column, words in enumerate(cells):
            number, start, end = span_of(lines, CellPlace(row, column))
            assert lines[number][start:end] == words
            if words and table.alignments[column] in {"", "left"}:
                assert place_in(lines[number], row, start) == CellPlace(row, column, 0)
                assert place_in(lines[number], row, end) == CellPlace(row, column, len(words))


def test_rows_and_columns_come_and_go() -> None:
    table = TableText((("a", "b"), ("1", "2")), ("", "right"))
    assert with_row(table, 0).rows == (("a", "b"), ("", ""), ("1", "2"))
    assert without_row(table, 1).rows == (("a", "b"),)
    assert without_row(without_row(table, 1), 0).rows == (("a", "b"),)
    assert with_column(table, 1) == TableText((("a", "", "b"), ("1", "", "2")), ("", "", "right"))
    assert without_column(table, 0) == TableText((("b",), ("2",)), ("right",))
    assert without_column(without_column(table, 0), 0).width == 1
    assert aligned(table, 0, "center").alignments == ("center", "right")


def test_table_is_begun_by_its_header() -> None:
    begun = begin_table("| a | b |")
    assert begun
    assert write_table(begun) == ["| a   | b   |", "| --- | --- |", "|     |     |"]
    assert begin_table("| words") is None
    assert write_table(empty_table(2, 1))[2] == "|     |     |"
