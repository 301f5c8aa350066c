"""Marks of articles: what each counts for, when it is derived and after an upgrade."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.article import Article
from briefing.model.partial_date import PartialDate
from briefing.store import articles, facet_counts, facet_sets, sort_ids
from briefing.store.facet_sets import FacetSet
from briefing.store.library_file import Library
from briefing.store.match_query import EVER
from briefing.store.migrations import SQL_FOLDER, statements
from tests.store.records import add_articles, make_article

OLD = """
CREATE TABLE articles (sort_id INTEGER UNIQUE);
CREATE TABLE facet_sets (code INTEGER PRIMARY KEY, usage TEXT, publisher TEXT, tags TEXT);
CREATE TABLE article_facets (sort_id INTEGER PRIMARY KEY, code INTEGER NOT NULL);
"""
DAYS = [PartialDate(1, 1, 1), PartialDate(1999, 12, 31), PartialDate(2000), PartialDate(2025, 9, 3)]


def _first(date: PartialDate) -> int:
    return sort_ids.first_of(date.first_day().toordinal())


def _redate(library: Library, article: Article, published: PartialDate | None) -> None:
    new = replace(article, published=published)
    library.change("Edit", lambda connection: articles.update(connection, new))


def _months(library: Library) -> dict[str, int]:
    counted = facet_counts.count(library.reader(), None)
    return {month.value: month.count for month in counted.months}


@given(
    st.dates().map(lambda day: _first(PartialDate(day.year, day.month, day.day)))
    | st.integers(_first(DAYS[0]), _first(PartialDate(9999, 12, 31)) + 2 * sort_ids.DAY)
    | st.integers(sort_ids.UNDATED, sort_ids.UNDATED + 10**9),
    st.integers(1, 10**8 - 1),
)
def test_upgrade_marks_articles_as_deriving_them_does(sort_id: int, code: int) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(OLD)
        connection.execute("INSERT INTO articles VALUES (?)", (sort_id,))
        connection.execute("INSERT INTO facet_sets VALUES (?, 'used', 'Reuters', '[]')", (code,))
        connection.execute("INSERT INTO article_facets VALUES (?, ?)", (sort_id, code))
        script = (SQL_FOLDER / "014_facet_marks.sql").read_text(encoding="utf-8")
        for statement in statements(script):
            connection.execute(statement)
        upgraded = connection.execute("SELECT * FROM article_facets").fetchall()
        connection.execute("DELETE FROM article_facets")
        facet_sets.put(connection, [(sort_id, FacetSet("used", "Reuters"))])
        assert connection.execute("SELECT * FROM article_facets").fetchall() == upgraded
        query = f"SELECT {facet_sets.SET_OF_MARK} FROM article_facets"
        assert connection.execute(query).fetchone() == (code,)


@pytest.mark.parametrize(("month", "name"), [(12, "0001-01"), (2025 * 12 + 8, "2025-09")])
def test_month_is_named_by_its_number(month: int, name: str) -> None:
    assert facet_sets.month_name(month) == name


def test_article_of_another_day_counts_for_another_month(library: Library) -> None:
    made = add_articles(library, *(make_article(n, published=day) for n, day in enumerate(DAYS)))
    assert _months(library) == {"0001-01": 1, "1999-12": 1, "2000-01": 1, "2025-09": 1}
    _redate(library, made[3], PartialDate(2000, 1, 31))
    assert _months(library) == {"0001-01": 1, "1999-12": 1, "2000-01": 2}
    _redate(library, made[0], None)
    assert _months(library) == {"1999-12": 1, "2000-01": 2}
    assert facet_counts.count(library.reader(), None).total == len(DAYS)
    library.undo()
    assert _months(library) == {"0001-01": 1, "1999-12": 1, "2000-01": 2}


def test_stretches_part_a_library_evenly(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    days = [PartialDate(2000 + n // 12, 1 + n % 12, 1) for n in range(60)]
    add_articles(library, *(make_article(n, published=day) for n, day in enumerate(days)))
    assert facet_counts.stretches(library.reader(), 4) == [EVER]
    monkeypatch.setattr(facet_counts, "PART", 10)
    parts = facet_counts.stretches(library.reader(), 3)
    read = [facet_counts.read_marks(library.reader(), None, one) for one in parts]
    assert b"".join(read) == facet_counts.read_marks(library.reader(), None)
    assert all(len(one) // 16 in range(10, 31) for one in read)
