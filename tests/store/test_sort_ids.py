"""Row ids are dates: in order, without collision, and with a place for what has no date."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.partial_date import PartialDate
from briefing.store import sort_ids
from briefing.store.sort_ids import DAY, belongs, day_of, first_of, fits, free_id, free_ids

NOW = datetime(2025, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def table() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE TABLE articles (sort_id INTEGER UNIQUE)")
        yield connection


def _place(table: sqlite3.Connection, published: PartialDate | None, added: datetime = NOW) -> int:
    place = free_id(table, published, added)
    table.execute("INSERT INTO articles VALUES (?)", (place,))
    return place


@given(st.dates())
def test_id_tells_its_day(day: date) -> None:
    first = first_of(day.toordinal())
    assert day_of(first) == day
    assert day_of(first + DAY - 1) == day


@given(st.dates(), st.dates())
def test_ids_are_in_the_order_of_their_days(one: date, two: date) -> None:
    assert (first_of(one.toordinal()) < first_of(two.toordinal())) == (one < two)


def test_id_is_minutes_since_2000_by_64() -> None:
    moment = date(2025, 9, 3)
    minutes = (moment - date(2000, 1, 1)) // timedelta(minutes=1)
    assert first_of(moment.toordinal()) == minutes * 64


def test_same_day_is_in_the_order_of_adding(table: sqlite3.Connection) -> None:
    ids = [_place(table, PartialDate(1999, 5, 1)) for _ in range(200)]
    assert ids == sorted(set(ids))
    assert {day_of(one) for one in ids} == {date(1999, 5, 1)}


def test_partial_date_stands_on_its_first_day(table: sqlite3.Connection) -> None:
    assert day_of(_place(table, PartialDate(2025))) == date(2025, 1, 1)
    assert day_of(_place(table, PartialDate(2025, 9))) == date(2025, 9, 1)


def test_undated_come_last_the_last_added_first(table: sqlite3.Connection) -> None:
    oldest = _place(table, PartialDate(1, 1, 1))
    ids = [_place(table, None, NOW + timedelta(seconds=n)) for n in range(200)]
    later = _place(table, None, NOW + timedelta(days=1))
    assert max(ids) < later < oldest
    assert ids == sorted(set(ids))
    assert day_of(later) is None


def test_full_day_runs_over_into_the_next(table: sqlite3.Connection) -> None:
    first = first_of(date(2025, 9, 3).toordinal())
    table.execute("INSERT INTO articles VALUES (?)", (first + DAY - 1,))
    published = PartialDate(2025, 9, 3)
    place = _place(table, published)
    assert place == first + DAY
    assert belongs(place, published)


def test_last_day_of_all_has_room(table: sqlite3.Connection) -> None:
    last = PartialDate(9999, 12, 31)
    table.execute("INSERT INTO articles VALUES (?)", (first_of(date.max.toordinal()) + DAY - 1,))
    assert day_of(_place(table, last)) == date.max


def test_article_keeps_its_place_while_its_day_stays() -> None:
    place = first_of(date(2025, 9, 1).toordinal()) + 7
    assert fits(place, PartialDate(2025, 9, 1))
    assert fits(place, PartialDate(2025, 9))
    assert not fits(place, PartialDate(2025))
    assert not fits(place, None)
    assert fits(sort_ids.UNDATED + 5, None)
    assert belongs(sort_ids.UNDATED + 5, None)
    assert not belongs(place, None)
    assert not belongs(place, PartialDate(2026))


def test_many_ids_are_those_that_single_articles_would_get(table: sqlite3.Connection) -> None:
    day, next_day = PartialDate(2000, 1, 1), PartialDate(2000, 1, 2)
    _place(table, day)
    assert free_ids(table, [day, day, next_day, None, None], NOW) == [
        1, 2, DAY, *(free_id(table, None, NOW) + more for more in range(2))
    ]  # fmt: skip


def test_many_ids_of_a_full_day_run_over(table: sqlite3.Connection) -> None:
    table.execute("INSERT INTO articles (sort_id) VALUES (?)", (DAY - 1,))
    assert free_ids(table, [PartialDate(2000, 1, 1)] * 2, NOW) == [DAY, DAY + 1]
