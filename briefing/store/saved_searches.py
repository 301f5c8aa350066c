"""The table of saved searches."""

import sqlite3

from briefing.errors import InputError, NotFoundError
from briefing.model.ids import Uid, new_uid
from briefing.model.saved_search import SavedSearch
from briefing.store.index_words import sound
from briefing.store.timestamps import now_text


def every(connection: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """Return the saved searches in the order of their names."""
    rows = connection.execute(
        "SELECT uid, name, query FROM saved_searches ORDER BY name"
    ).fetchall()
    return tuple(SavedSearch(Uid(uid), name, query) for uid, name, query in rows)


def put(connection: sqlite3.Connection, name: str, query: str) -> SavedSearch:
    """Keep a search under a name; one of the same name, whatever its case, gets the new query."""
    name = " ".join(sound(name).split())
    if not name:
        raise InputError("Give the search a name.")
    moment = now_text()
    uid, name, query = connection.execute(
        "INSERT INTO saved_searches (uid, name, query, created_at, updated_at)"
        " VALUES (?, ?, ?, ?, ?) ON CONFLICT (name) DO UPDATE SET name = excluded.name,"
        " query = excluded.query, updated_at = excluded.updated_at RETURNING uid, name, query",
        (new_uid(), name, sound(query), moment, moment),
    ).fetchone()
    return SavedSearch(Uid(uid), name, query)


def remove(connection: sqlite3.Connection, uid: Uid) -> None:
    """Remove a saved search; NotFoundError where there is none."""
    cursor = connection.execute("DELETE FROM saved_searches WHERE uid = ?", (uid,))
    if not cursor.rowcount:
        raise NotFoundError("This saved search is no longer there.")
