"""Which facets each article counts for: its month, and its usage, publisher and tags as one set.

Derived. An article's mark is the numbers of its month and of its set, 8 digits each.
A library has few months and sets beside its articles, so counting a million hits is counting the
numbers in one long text.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from briefing.store import row_blocks, sort_ids

SET_OF_MARK = "CAST(substr(mark, 9) AS INTEGER)"


class FacetSet(NamedTuple):
    """The values that an article counts for; `tags` are the pks of its tags, as JSON."""

    usage: str
    publisher: str
    tags: str = "[]"


def put(connection: sqlite3.Connection, sets: Iterable[tuple[int, FacetSet]]) -> None:
    """Let articles, named by their row ids of the index, count for these facets."""
    codes: dict[FacetSet, int] = {}
    rows: list[tuple[int, str]] = []
    for sort_id, one in sets:
        if one not in codes:
            codes[one] = _code(connection, one)
        rows.append((sort_id, f"{_month(sort_id):08}{codes[one]:08}"))
    row_blocks.insert(
        connection,
        "article_facets",
        ("sort_id", "mark"),
        rows,
        "ON CONFLICT (sort_id) DO UPDATE SET mark = excluded.mark WHERE mark <> excluded.mark",
    )


def month_name(month: int) -> str:
    """Return the number of a month as YYYY-MM."""
    return f"{month // 12:04}-{month % 12 + 1:02}"


def _month(sort_id: int) -> int:
    """Return the number of an article's month, 0 undated; one known to the year is of January."""
    day = sort_ids.day_of(sort_id)
    return day.year * 12 + day.month - 1 if day else 0


def rebuild(connection: sqlite3.Connection) -> None:
    """Forget all sets; deriving every article again makes them anew."""
    connection.execute("DELETE FROM article_facets")
    connection.execute("DELETE FROM facet_sets")


def _code(connection: sqlite3.Connection, one: FacetSet) -> int:
    query = "SELECT code FROM facet_sets WHERE usage = ? AND publisher = ? AND tags = ?"
    row = connection.execute(query, one).fetchone()
    if row:
        return row[0]
    cursor = connection.execute(
        "INSERT INTO facet_sets (usage, publisher, tags) VALUES (?, ?, ?)", one
    )
    return int(cursor.lastrowid or 0)
