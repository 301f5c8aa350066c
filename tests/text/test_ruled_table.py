"""Tables drawn with rules: cells that span, and drawings that are no table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.block import CellSpan, LineBreak, Paragraph, Quote, Table, Text
from briefing.text.blocks import parse, parse_at_once
from briefing.text.contents import contents_of
from briefing.text.inline_text import inline_text
from briefing.text.ruled_table import ruled_table

SPANNING = """\
+---------------+--------------------------------+
| Property      | Earth                          |
|               +---------------+----------------+
|               | Place         | Value          |
+===============+:=============:+===============:+
| Temperature   | min **cold**  | -89.2 °C       |
| since 1961    +---------------+----------------+
|               | mean          | 14 °C          |
|               |               |                |
|               |               | - and rising   |
+---------------+---------------+----------------+
| All of it, in one cell                         |
+---------------+---------------+----------------+"""
SIMPLE = "+---+---+\n| a | b |\n+===+===+\n| c | d |\n+---+---+"


def table_of(markdown: str) -> Table:
    block = parse(markdown).blocks[0]
    assert isinstance(block, Table)
    return block


def test_cells_span_rows_and_columns() -> None:
    table = table_of(SPANNING)
    words = [[inline_text(cell) for cell in row] for row in (table.header, *table.rows)]
    assert words == [
        ["Property", "Earth", ""],
        ["", "Place", "Value"],
        ["Temperature since 1961", "min cold", "-89.2 °C"],
        ["", "mean", "14 °C - and rising"],
        ["All of it, in one cell", "", ""],
    ]
    assert table.spans == (
        CellSpan(0, 0, 2, 1),
        CellSpan(0, 1, 1, 2),
        CellSpan(2, 0, 2, 1),
        CellSpan(4, 0, 1, 3),
    )
    assert (table.heads, table.align, table.shares) == (2, ("", "center", "right"), (15, 15, 16))
    assert LineBreak() in table.rows[2][2]


def test_words_of_a_cell_know_their_place() -> None:
    text = "x\n\n> " + SPANNING.replace("\n", "\n> ")
    assert isinstance(parse(text).blocks[1], Quote)
    for placed in contents_of(text)[1:]:
        words = placed.content.text
        for position, sign in enumerate(words):
            if sign.isalnum():
                start, end = placed.span(position, position + 1)
                assert text[start:end] == sign


@pytest.mark.parametrize(
    "text",
    [
        SIMPLE.replace("| c | d |", "| c | d"),  # an edge that ends nowhere
        SIMPLE.replace("+---+---+", "+---+--+", 1),
        SIMPLE.rsplit("\n", 1)[0],
        "+---+\n| a |",
        "+---+",
    ],
)
def test_drawing_that_is_no_table_stays_words(text: str) -> None:
    assert isinstance(parse(text).blocks[0], Paragraph)


def test_table_without_double_rule_has_no_header() -> None:
    table = table_of(SIMPLE.replace("=", "-"))
    assert table.heads == 0
    assert inline_text(table.header[0]) == "a"


def test_table_ends_where_its_lines_do() -> None:
    table, after = parse(f"{SIMPLE}\nwords").blocks
    assert isinstance(table, Table)
    assert isinstance(after, Paragraph)
    assert after.inlines == (Text("words"),)


@given(st.lists(st.text(alphabet="+-|=: a\n", max_size=40), max_size=4))
def test_any_drawing_is_read_alike_in_parts_and_at_once(parts: list[str]) -> None:
    text = f"{SIMPLE}\n".join(parts)
    assert parse(text) == parse_at_once(text)
    table = ruled_table(text.split("\n"))
    if table is not None:
        covered = sum(cell.rows * cell.columns for cell in table.cells)
        assert covered == len(table.tops) * len(table.lefts)
