"""The derived table fact_texts: what the search index holds of each fact."""

import json
import sqlite3
from collections.abc import Iterable

from briefing.model.ids import Uid
from briefing.store.index_words import index_words

_SOURCES = """
SELECT pk, statement,
       (SELECT json_group_array(quote) FROM (
            SELECT quote FROM evidence WHERE fact_pk = facts.pk ORDER BY evidence.pk)),
       (SELECT json_group_array(path) FROM (
            SELECT path FROM fact_tags JOIN tags ON tags.pk = tag_pk
            WHERE fact_pk = facts.pk ORDER BY folded))
FROM facts
"""
_KEPT = """
INSERT INTO fact_texts (fact_pk, statement, quotes, tags) VALUES (?, ?, ?, ?)
ON CONFLICT (fact_pk) DO UPDATE
SET statement = excluded.statement, quotes = excluded.quotes, tags = excluded.tags
WHERE (statement, quotes, tags) IS NOT (excluded.statement, excluded.quotes, excluded.tags)
"""

FactText = tuple[int, str, str, str]


def derive(connection: sqlite3.Connection, uids: Iterable[Uid] | None = None) -> list[FactText]:
    """Return (pk, statement, quotes, tags) as the index should hold them; all facts by default."""
    if uids is None:
        rows = connection.execute(_SOURCES)
    else:
        query = _SOURCES + " WHERE uid IN (SELECT value FROM json_each(?))"
        rows = connection.execute(query, (json.dumps(list(uids)),))
    return [
        (pk, index_words(statement), _joined(quotes), _joined(tags))
        for pk, statement, quotes, tags in rows.fetchall()
    ]


def refresh(connection: sqlite3.Connection, uids: Iterable[Uid] | None = None) -> None:
    """Bring the rows of facts up to date; rows that agree are not touched."""
    connection.executemany(_KEPT, derive(connection, uids))


def _joined(values: str) -> str:
    return index_words(" ; ".join(json.loads(values)))
