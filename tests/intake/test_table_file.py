import csv
import io
import json
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.register import reader_for
from briefing.intake.table_file import UNMAPPED, read_table
from briefing.intake.table_mapping import signature
from briefing.intake.table_rows import open_table
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

POLICY = Path(__file__).parents[1] / "data" / "text" / "policy_docs.jsonl"


def read(text: str, name: str = "table.csv") -> list[FoundArticle]:
    return list(read_table(name, text.encode()))


def test_row_becomes_an_article_and_the_rest_keeps_its_names() -> None:
    text = (
        "Titular;Fecha;Medio;Texto;Enlace;Autor;Nr\n"
        '"Uno; dos";3 septiembre 2025;El País;"línea 1\n\nlínea ""2""";https://a.es/x;Ana Pérez;7\n'
    )
    (found,) = read(text)
    draft = found.draft
    assert draft is not None
    assert (draft.title, draft.body) == ("Uno; dos", 'línea 1\n\nlínea "2"')
    assert (draft.published, draft.date_origin) == (PartialDate(2025, 9, 3), DateOrigin.GIVEN)
    assert (draft.publisher, draft.url) == ("El País", "https://a.es/x")
    assert (draft.authors, draft.fields) == (("Ana Pérez",), (("Nr", "7"),))


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_marks_are_told_apart(mark: str) -> None:
    rows = [["title", "text", "date"], ["One, two; three", "a, b | c; d", "2025"]]
    out = io.StringIO()
    csv.writer(out, delimiter=mark).writerows(rows)
    (found,) = read(out.getvalue())
    assert found.draft is not None
    assert (found.draft.title, found.draft.body) == ("One, two; three", "a, b | c; d")


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("\ufefftitle,date\nOne,2025\n", ["One"]),
        ("sep=;\ntitle;date\nOne, too;2025\n", ["One, too"]),
        ("title\nOne\nTwo\n", ["One", "Two"]),
        ("title,date\n\n,,\nOne\n", ["One"]),
        ('title,text\n"One,2\nTwo,3\n', ['"One', "Two"]),
    ],
)
def test_odd_tables(text: str, titles: list[str]) -> None:
    assert [one.draft.title for one in read(text) if one.draft] == titles


def test_table_without_a_head_is_read_by_what_stands_in_it() -> None:
    row = "{0};2025-01-0{0};Title {0};https://a.org/{0};" + "many words {0} " * 30
    first, _ = read("\n".join(row.format(number) for number in (1, 2)))
    assert first.draft is not None
    assert (first.draft.title, first.draft.url) == ("Title 1", "https://a.org/1")
    assert first.draft.published == PartialDate(2025, 1, 1)
    assert first.draft.body.startswith("many words 1")
    assert first.draft.fields == (("column 1", "1"),)


def test_longer_and_shorter_rows_are_kept() -> None:
    longer, shorter = read("title,date,x\nOne,2025,a,extra\nTwo\n")
    assert longer.draft is not None
    assert longer.draft.fields == (("x", "a"), ("column 4", "extra"))
    assert longer.remark == "The row has more cells than the table has columns."
    assert shorter.draft is not None


def test_row_is_named_by_its_id_else_by_what_it_says() -> None:
    found = read("id,title\n7,One\n7,Two\n,Three\n")
    assert [one.part for one in found] == ["7", "7#2", "three"]


def test_row_without_title_and_text_is_told() -> None:
    _, second = read("title,date\nOne,2025\n,2026\n")
    assert (second.draft, second.part) == (None, "row 3")
    assert second.remark == "The row has no title and no text."


def test_text_alone_gives_the_title() -> None:
    (found,) = read("text,date\n# Tariffs again,2025-01-01\n")
    assert found.draft is not None
    assert found.draft.title == "Tariffs again"
    assert found.remark.startswith("It has no title")


def test_page_in_a_cell_becomes_markdown_and_markdown_stays() -> None:
    first, second = read('title,text\nA,<p>One <b>two</b></p>\nB,"# Head\n\nx <br> y"\n')
    assert first.draft is not None
    assert second.draft is not None
    assert (first.draft.body, second.draft.body) == ("One **two**", "# Head\n\nx <br> y")


def test_table_of_no_known_column_says_to_map_them() -> None:
    with pytest.raises(IntakeError) as fault:
        read("a,b\n1,2\n3,4\n")
    assert str(fault.value) == UNMAPPED


def test_mapping_may_be_given_or_remembered() -> None:
    data = b"Kopf,Rumpf,Tag\nOne,Words,2025-01-02\n"
    given = {"Kopf": "title", "Rumpf": "body"}
    (one,) = read_table("x.csv", data, given)
    (two,) = read_table("x.csv", data, None, {signature(["Tag", "Kopf", "Rumpf"]): given})
    assert one.draft == two.draft
    assert one.draft is not None
    assert (one.draft.title, one.draft.body) == ("One", "Words")


def test_json_lines_and_lists() -> None:
    row = {"headline": "One", "meta": {"a": [1, 2]}, "authors": [{"name": "A B"}], "tags": ["x"]}
    lines = read(f"{json.dumps(row)}\n\n{{broken\n{json.dumps(row)}\n", "x.jsonl")
    (inside,) = read(json.dumps({"articles": [row]}), "x.json")
    assert [bool(one.draft) for one in lines] == [True, False, True]
    assert lines[1].remark == "Line 3 is no JSON object."
    assert inside.draft == lines[0].draft
    assert inside.draft is not None
    assert (inside.draft.authors, inside.draft.tags) == (("A B",), ("x",))
    assert inside.draft.fields == (("meta.a", "1"), ("meta.a", "2"))


def test_real_rows_have_their_fields_and_read_again_alike() -> None:
    data = POLICY.read_bytes()
    rows = [json.loads(line) for line in data.decode().splitlines()]
    found = list(read_table("policy.jsonl", data))
    assert len(found) == len(rows)
    for row, one in zip(rows, found, strict=True):
        assert one.draft is not None
        assert one.original is not None
        assert one.draft.url == row["url"]
        assert one.draft.publisher == row["publisher"]
        assert one.draft.title == " ".join(row["title"].split())
        (again,) = read_table(one.original.name, one.original.data)
        assert again.draft == one.draft


def test_row_that_looks_like_a_reference_or_a_list_reads_again_alike() -> None:
    row = {"type": "book", "itemType": "book", "title": "One", "items": [{"title": "Inner"}]}
    (found,) = read(json.dumps([row, {}]), "x.jsonl")[:1]
    assert found.original is not None
    reader = reader_for(Path(found.original.name), found.original.data)
    assert reader is not None
    (again,) = reader.read(found.original.name, found.original.data)
    assert again.draft == found.draft
    assert again.draft is not None
    assert again.draft.title == "One"


@pytest.mark.parametrize(
    "text",
    ["a," * 1_000_000, "[" * 100_000, '{"a":' * 900 + "1" + "}" * 900, '"' * 100_001,
     "title,text\nA," + "x" * 1_000_000, ",\n" * 100_000],
    ids=["columns", "brackets", "depth", "quotes", "cell", "nothing"],
)  # fmt: skip
def test_hostile_tables_end(text: str) -> None:
    with suppress(IntakeError):
        read(text)


def test_too_many_columns_are_refused() -> None:
    with pytest.raises(IntakeError, match="more than 2,000 columns"):
        open_table(b"a," * 3000)


CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=40)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=5))
def test_any_cells_are_read_as_they_were_written(rows: list[tuple[str, str]]) -> None:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n", quoting=csv.QUOTE_ALL)
    writer.writerows([("title", "note", "text"), *((*row, "x") for row in rows)])
    with suppress(IntakeError):  # too many control characters for a text
        table = open_table(out.getvalue().encode())
        kept = [dict(row.cells) for row in table.rows]
        assert [(row["title"], row["note"]) for row in kept] == rows
