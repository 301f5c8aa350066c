"""Which facets each article counts for, as one number: its usage, publisher and tags together.

Derived. A library has few such sets beside its articles, so counting a million hits is counting
their numbers.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from briefing.store import row_blocks


class FacetSet(NamedTuple):
    """The values that an article counts for; `tags` are the pks of its tags, as JSON."""

    usage: str
    publisher: str
    tags: str = "[]"


def put(connection: sqlite3.Connection, sets: Iterable[tuple[int, FacetSet]]) -> None:
    """Let articles, named by their row ids of the index, count for these facets."""
    codes: dict[FacetSet, int] = {}
    rows: list[tuple[int, int]] = []
    for sort_id, one in sets:
        if one not in codes:
            codes[one] = _code(connection, one)
        rows.append((sort_id, codes[one]))
    row_blocks.insert(
        connection,
        "article_facets",
        ("sort_id", "code"),
        rows,
        "ON CONFLICT (sort_id) DO UPDATE SET code = excluded.code WHERE code <> excluded.code",
    )


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
