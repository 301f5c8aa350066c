"""The row id of the search index: the date, so that the newest come first without sorting.

id = minutes since 2000 (UTC) * 64 + sequence; a day has 92,160 places. A date that is known only
to its month or year stands on its first day. Articles without a date come after all others, the
last added first.
"""

import json
import sqlite3
from collections.abc import Iterable
from datetime import UTC, date, datetime

from briefing.model.partial_date import PartialDate

_PER_MINUTE = 64
DAY = 24 * 60 * _PER_MINUTE
_EPOCH = date(2000, 1, 1)
_EPOCH_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)
UNDATED = -(2**50)  # the first id of the undated; year 1 is at about -2**36
FIRST_DATED = -(2**40)


def first_of(day: int) -> int:
    """Return the first id of a day, which is given as its ordinal."""
    return (day - _EPOCH.toordinal()) * DAY


def day_of(sort_id: int) -> date | None:
    """Return the day that an id stands for; nothing for an undated article."""
    if sort_id < FIRST_DATED:
        return None
    # A last day that is full runs over into one that no calendar has.
    return date.fromordinal(min(_EPOCH.toordinal() + sort_id // DAY, date.max.toordinal()))


def belongs(sort_id: int, published: PartialDate | None) -> bool:
    """Return whether an id is in the right place (a day that was full runs over into the next)."""
    if published is None:
        return sort_id < FIRST_DATED
    return sort_id >= first_of(published.first_day().toordinal())


def fits(sort_id: int, published: PartialDate | None) -> bool:
    """Return whether an article may keep its id when its date becomes `published`."""
    return day_of(sort_id) == (published.first_day() if published else None)


def free_id(connection: sqlite3.Connection, published: PartialDate | None, added: datetime) -> int:
    """Return the next free id for a date."""
    if published is None:
        minutes = int((added - _EPOCH_MOMENT).total_seconds() // 60)
        last = _last(connection, UNDATED, FIRST_DATED)
        place = UNDATED + minutes * _PER_MINUTE
        return place if last is None else max(place, last + 1)
    first = first_of(published.first_day().toordinal())
    while True:
        last = _last(connection, first, first + DAY)
        if last is None:
            return first
        if last + 1 < first + DAY:
            return last + 1
        first += DAY


def free_ids(
    connection: sqlite3.Connection, dates: Iterable[PartialDate | None], added: datetime
) -> list[int]:
    """Return free ids for many dates that are about to be added; quickest in their order."""
    every = list(dates)
    free = _free_by_day(connection, {one.first_day().toordinal() for one in every if one})
    ids: dict[int, None] = {}
    last: int | None = None
    for published in every:
        if last is not None and fits(last, published) and fits(last + 1, published):
            last += 1
        else:
            day = published.first_day().toordinal() if published else None
            last = free.get(day) or free_id(connection, published, added)
        while last in ids:
            last += 1
        ids[last] = None
    return list(ids)


def _free_by_day(connection: sqlite3.Connection, days: Iterable[int]) -> dict[int | None, int]:
    """Return the next free id of each day, given as its ordinal; without those that are full."""
    rows = connection.execute(
        "SELECT value, (SELECT max(sort_id) FROM articles"
        " WHERE sort_id >= value AND sort_id < value + ?) FROM json_each(?)",
        (DAY, json.dumps([first_of(day) for day in days])),
    ).fetchall()
    free = {first: first if last is None else last + 1 for first, last in rows}
    return {
        _EPOCH.toordinal() + first // DAY: one for first, one in free.items() if one < first + DAY
    }


def _last(connection: sqlite3.Connection, first: int, end: int) -> int | None:
    row = connection.execute(
        "SELECT max(sort_id) FROM articles WHERE sort_id >= ? AND sort_id < ?", (first, end)
    ).fetchone()
    return row[0]
