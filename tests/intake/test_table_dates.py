import json

import pytest

from briefing.intake.draft_article import DraftArticle
from briefing.intake.table_dates import DAY_FIRST, MONTH_FIRST, column_orders, table_date
from briefing.intake.table_file import read_table


def drafts(text: str | bytes) -> list[DraftArticle]:
    data = text if isinstance(text, bytes) else text.encode()
    return [one.draft for one in read_table("t.csv", data) if one.draft]


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["03/09/2024", "13/09/2024"], DAY_FIRST),
        (["03/09/2024", "09/13/2024"], MONTH_FIRST),
        (["03/09/2024", "04/09/2024"], ""),
        (["13/09/2024", "09/13/2024"], ""),
        (["03.09.2024"], DAY_FIRST),
        (["3-9-2024 10:00", "23-9-2024 10:00"], DAY_FIRST),
        (["2024-09-03", "yesterday", ""], ""),
    ],
)
def test_the_cells_of_a_column_tell_its_order(cells: list[str], order: str) -> None:
    found = column_orders(["Title", "Date"], [["x", cell] for cell in cells], ["Date"])
    assert found.get("Date", "") == order


@pytest.mark.parametrize(
    ("cell", "order", "date"),
    [
        ("03/09/2024", DAY_FIRST, "2024-09-03"),
        ("03/09/2024", MONTH_FIRST, "2024-03-09"),
        ("03/09/2024", "", "None"),
        ("03.09.2024 14:05", DAY_FIRST, "2024-09-03"),
        ("31/02/2024", DAY_FIRST, "None"),
        ("3 septembre 2024", DAY_FIRST, "2024-09-03"),
        ("1715000000", "", "2024-05-06"),
        ("1725321600000", "", "2024-09-03"),
        ("12345", "", "None"),
        ("999999999999999999999", "", "None"),
    ],
)
def test_a_cell_is_read_in_the_order_of_its_column(cell: str, order: str, date: str) -> None:
    assert str(table_date(cell, order)) == date


def test_one_certain_date_tells_the_order_of_all() -> None:
    first, second = drafts("title,date\nOne,03/09/2024\nTwo,23/09/2024\n")
    assert (str(first.published), str(second.published)) == ("2024-09-03", "2024-09-23")


def test_without_one_the_words_are_kept_and_none_is_guessed() -> None:
    [only] = drafts("title,date,body\nOne,03/09/2024,Text\n")
    assert only.published is None
    assert ("date", "03/09/2024") in only.fields


def test_a_table_as_a_german_program_writes_it() -> None:
    head = "Überschrift;Verfasser;Datum;Quelle;Inhalt"
    table = f'{head}\r\n"A; B";"Müller, Jörg";03.09.2024;FAZ;Ein Satz – €\r\n'
    [only] = drafts(table.encode("utf-8-sig"))
    assert (only.title, only.publisher, str(only.published)) == ("A; B", "FAZ", "2024-09-03")
    assert only.body == "Ein Satz – €"


def test_a_column_of_dates_is_one_where_some_cannot_be_read() -> None:
    cells = ["45538", "September 3, 2024", "yesterday"]
    table = "title,date\n" + "".join(f'T{n},"{cell}"\n' for n, cell in enumerate(cells))
    assert [str(one.published) for one in drafts(table)] == ["None", "2024-09-03", "None"]


def test_the_journal_of_a_paper_goes_before_the_database_it_was_found_in() -> None:
    [only] = drafts(
        "Title,Source title,Source,Abstract\nOn borders,Journal of X,Scopus,In short.\n"
    )
    assert (only.publisher, only.summary, only.body) == ("Journal of X", "In short.", "In short.")


def test_objects_in_cells_say_their_name_and_keep_the_rest() -> None:
    article = {
        "title": {"rendered": "A headline"},
        "source": {"id": "r1", "name": "Reuters"},
        "content": {"rendered": "<p>One <b>two</b>.</p>", "protected": False},
        "published_at": 1715000000,
    }
    [only] = drafts(json.dumps({"status": "ok", "response": {"results": [article]}}))
    assert (only.title, only.publisher, only.body) == ("A headline", "Reuters", "One **two**.")
    assert str(only.published) == "2024-05-06"
    assert ("source.id", "r1") in only.fields
