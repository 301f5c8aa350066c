from briefing.export.docx.document_writer import write_docx
from briefing.export.docx.table_bands import MOST, bands
from briefing.model.block import CellSpan, Span, Table, Text
from tests.export.ooxml_rules import faults
from tests.export.publications import RESOURCES, STYLE, make_publication


def wide(columns: int, spans: tuple[CellSpan, ...] = ()) -> Table:
    cells = tuple((Text(str(number)),) for number in range(columns))
    return Table(Span(0, 1), cells, (cells, cells), ("left",) * columns, spans=spans)


def test_table_that_word_opens_stays_as_it_is() -> None:
    table = wide(MOST)
    assert bands(table) == (table,)


def test_columns_stand_once_and_in_their_order() -> None:
    table = wide(2 * MOST + 4)
    made = bands(table)
    assert [len(band.header) for band in made] == [44, 44, 42]
    assert sum((band.header for band in made), ()) == table.header
    assert sum((band.rows[1] for band in made), ()) == table.rows[1]


def test_cell_that_spans_the_cut_goes_on_behind_it() -> None:
    across = CellSpan(row=1, column=38, rows=2, columns=5)
    first, second = bands(wide(80, (across, CellSpan(0, 44, columns=2))))
    assert first.spans == (CellSpan(1, 38, 2, 2),)
    assert second.spans == (CellSpan(1, 0, 2, 3), CellSpan(0, 4, columns=2))


def test_word_opens_a_memo_with_a_table_of_eighty_columns() -> None:
    row = "|" + "|".join(str(number) for number in range(80)) + "|"
    markdown = f"{row}\n{'|---' * 80}|\n{row}\n\n{row}\n{'|---' * 80}|\n{row}\n"
    assert faults(write_docx(make_publication(markdown), STYLE, RESOURCES).data) == []
