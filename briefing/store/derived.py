"""Everything in the library that is derived from records, brought up to date together."""

import sqlite3

from briefing.model.changes import Changes
from briefing.store import article_index, fact_index


def refresh(connection: sqlite3.Connection, changes: Changes) -> None:
    """Derive again what rests on the records that were touched."""
    if changes.everything:
        refresh_all(connection)
        return
    article_index.refresh_uids(connection, changes.articles)
    fact_index.refresh(connection, changes.facts)


def refresh_all(connection: sqlite3.Connection) -> None:
    """Derive again what rests on any record."""
    article_index.refresh_all(connection)
    fact_index.refresh(connection)
