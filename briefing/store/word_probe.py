"""In which facts or articles a word stands: the rare ones tell what a paragraph is about."""

import json
import sqlite3
from collections.abc import Iterable
from typing import Literal

from briefing.model.ids import Uid
from briefing.store.word_match import phrase

Table = Literal["fact", "article"]
_NAMES = {"fact": ("facts", "pk"), "article": ("articles", "sort_id")}


def rows_with(connection: sqlite3.Connection, table: Table, word: str, most: int) -> list[int]:
    """Return the index rows that have the word, the newest first, at most one above `most`."""
    quoted = phrase(word)
    if not quoted:
        return []
    rows = connection.execute(
        f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ? ORDER BY rowid DESC LIMIT ?",
        (quoted, most + 1),
    ).fetchall()
    return [rowid for (rowid,) in rows]


def size(connection: sqlite3.Connection, table: Table) -> int:
    """Return how many facts or articles there are."""
    return connection.execute(f"SELECT count(*) FROM {_NAMES[table][0]}").fetchone()[0]


def uids(connection: sqlite3.Connection, table: Table, rows: Iterable[int]) -> dict[int, Uid]:
    """Return the records behind index rows."""
    name, key = _NAMES[table]
    query = f"SELECT {key}, uid FROM {name} WHERE {key} IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps(list(rows)),)).fetchall())
