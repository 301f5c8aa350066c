"""The table of places: where articles were collected from, so that an import knows them again."""

import sqlite3
from dataclasses import dataclass

from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class Place:
    """A file's path or a web address; `sha256` is what the file held when it was last read."""

    article_uid: Uid
    sha256: str


def find(connection: sqlite3.Connection, place: str) -> Place | None:
    """Return which article was collected from a place, or nothing."""
    row = connection.execute(
        "SELECT uid, sha256 FROM article_places JOIN articles ON pk = article_pk WHERE place = ?",
        (place,),
    ).fetchone()
    return Place(Uid(row[0]), row[1]) if row else None


def put(connection: sqlite3.Connection, place: str, article_uid: Uid, sha256: str = "") -> None:
    """Note that an article was collected from a place; the latest one counts."""
    # Not an upsert: its conflict rule would take the place of the one in the undo log's triggers.
    known = find(connection, place)
    if known == Place(article_uid, sha256):
        return
    connection.execute("DELETE FROM article_places WHERE place = ?", (place,))
    connection.execute(
        "INSERT INTO article_places (place, article_pk, sha256)"
        " SELECT ?, pk, ? FROM articles WHERE uid = ?",
        (place, sha256, article_uid),
    )
