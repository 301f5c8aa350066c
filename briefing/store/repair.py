"""Rebuilding what is derived in a library from its records."""

import sqlite3

from briefing.errors import LibraryError
from briefing.model.partial_date import PartialDate
from briefing.store import article_index, derived, facet_sets, memo_index, sort_ids, terms
from briefing.store.integrity import INDEXES
from briefing.store.timestamps import from_text


def rebuild(connection: sqlite3.Connection) -> None:
    """Derive everything again, and drop what belongs to records that are gone."""
    connection.execute("REINDEX")
    for index in INDEXES:
        if not _can_be_read(connection, index):
            _renew(connection, index)
    _drop_orphans(connection)
    for index in INDEXES:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")
    for table in ("index_pending", "index_gone"):  # what waited has been indexed with the rest
        connection.execute(f"DELETE FROM {table}")
    facet_sets.rebuild(connection)
    _mend_order(connection)
    _mend_texts(connection)
    derived.refresh_all(connection)
    memo_index.rebuild(connection)
    article_index.flush(connection)
    terms.rebuild(connection)  # last, when nothing waits that would be counted again


def _can_be_read(connection: sqlite3.Connection, index: str) -> bool:
    """Tell whether the own tables of a search index agree with one another."""
    try:
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('integrity-check')")
    except LibraryError:
        return False
    return True


def _renew(connection: sqlite3.Connection, index: str) -> None:
    """Make a search index anew: one whose own tables are damaged cannot even be emptied.

    One that lost its first rows cannot be dropped either, so it gets those of an empty index
    (SQLite's fts5_index.c: averages at 1, structure at 10).
    """
    empty = f"INSERT OR IGNORE INTO {index}_data (id, block) VALUES (1, x''), (10, zeroblob(7))"
    connection.execute(empty)
    query = "SELECT sql FROM sqlite_schema WHERE name = ?"
    (schema,) = connection.execute(query, (index,)).fetchone()
    settings = f"SELECT k, v FROM {index}_config WHERE k <> 'version'"
    kept = connection.execute(settings).fetchall()
    connection.execute(f"DROP TABLE {index}")
    connection.execute(schema)
    for setting in kept:
        connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES (?, ?)", setting)
    connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _drop_orphans(connection: sqlite3.Connection) -> None:
    """Remove rows whose parent is gone; rows of tables without a rowid go by their keys."""
    for child, parent, column, key in connection.execute(
        'SELECT m.name, f."table", f."from", f."to" FROM sqlite_schema AS m,'
        " pragma_foreign_key_list(m.name) AS f WHERE m.type = 'table'"
    ).fetchall():
        condition = f"{column} IS NOT NULL AND {column} NOT IN (SELECT {key} FROM {parent})"
        if (child, column) == ("facts", "superseded_by"):
            connection.execute(f"UPDATE facts SET superseded_by = NULL WHERE {condition}")
        else:
            connection.execute(f"DELETE FROM {child} WHERE {condition}")


def _mend_order(connection: sqlite3.Connection) -> None:
    rows = connection.execute("SELECT pk, sort_id, published, created_at FROM articles").fetchall()
    for pk, sort_id, published, created in rows:
        date = PartialDate.parse(published) if published else None
        if not sort_ids.belongs(sort_id, date):
            free = sort_ids.free_id(connection, date, from_text(created))
            connection.execute("UPDATE articles SET sort_id = ? WHERE pk = ?", (free, pk))


def _mend_texts(connection: sqlite3.Connection) -> None:
    """Give articles that lost their text an empty one, and bodies their words."""
    missing = connection.execute(
        "SELECT pk FROM articles WHERE pk NOT IN (SELECT article_pk FROM article_texts)"
    ).fetchall()
    for (pk,) in missing:
        connection.execute("DELETE FROM article_heads WHERE article_pk = ?", (pk,))
        article_index.add(connection, pk, "")
    query = "SELECT article_pk, body, body_words FROM article_texts"
    for pk, body, kept in connection.execute(query).fetchall():
        words = article_index.body_words(body)
        if words != kept:
            change = "UPDATE article_texts SET body_words = ? WHERE article_pk = ?"
            connection.execute(change, (words, pk))
