"""Rebuilding what is derived in a library from its records."""

import sqlite3

from briefing.model.partial_date import PartialDate
from briefing.store import article_index, derived, facet_sets, memo_index, sort_ids, terms
from briefing.store.integrity import INDEXES
from briefing.store.timestamps import from_text


def rebuild(connection: sqlite3.Connection) -> None:
    """Derive everything again, and drop what belongs to records that are gone."""
    connection.execute("REINDEX")
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
