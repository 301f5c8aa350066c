"""The table of aliases: citekeys of articles that were merged away go on naming what was kept."""

import sqlite3

from briefing.model.ids import Uid
from briefing.store.timestamps import now_text


def add(connection: sqlite3.Connection, citekey: str, article_pk: int) -> None:
    """Let a citekey that no article has name an article."""
    connection.execute(
        "INSERT INTO citekey_aliases (citekey, article_pk, created_at) VALUES (?, ?, ?)"
        " ON CONFLICT (citekey) DO UPDATE SET article_pk = excluded.article_pk",
        (citekey, article_pk, now_text()),
    )


def hand_over(connection: sqlite3.Connection, from_pk: int, to_pk: int) -> None:
    """Let the aliases of one article be those of another."""
    connection.execute(
        "UPDATE citekey_aliases SET article_pk = ? WHERE article_pk = ?", (to_pk, from_pk)
    )


def of_article(connection: sqlite3.Connection, uid: Uid) -> tuple[str, ...]:
    """Return the aliases of an article."""
    rows = connection.execute(
        "SELECT c.citekey FROM citekey_aliases AS c JOIN articles ON pk = article_pk"
        " WHERE uid = ? ORDER BY c.citekey",
        (uid,),
    ).fetchall()
    return tuple(citekey for (citekey,) in rows)
