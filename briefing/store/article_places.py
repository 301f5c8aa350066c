"""The table of places: where articles were collected from, so that an import knows them again."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.store import row_blocks


@dataclass(frozen=True, slots=True)
class Place:
    """What was collected from a path or an address; `sha256` is what the file last held."""

    article_uid: Uid
    citekey: str
    sha256: str


def find(connection: sqlite3.Connection, place: str) -> Place | None:
    """Return what was collected from a place, or nothing."""
    return find_all(connection, (place,)).get(place)


def find_all(connection: sqlite3.Connection, places: Iterable[str]) -> dict[str, Place]:
    """Return what was collected from each of these places, where anything was."""
    rows = connection.execute(
        "SELECT place, uid, citekey, sha256 FROM article_places JOIN articles ON pk = article_pk"
        " WHERE place IN (SELECT value FROM json_each(?))",
        (json.dumps(list(places)),),
    ).fetchall()
    return {place: Place(Uid(uid), citekey, sha256) for place, uid, citekey, sha256 in rows}


def is_known(connection: sqlite3.Connection, file_place: str) -> bool:
    """Return whether anything was collected from a file of this place, or from a part of it."""
    row = connection.execute(
        "SELECT 1 FROM article_places WHERE place = ? OR (place > ? AND place < ?) LIMIT 1",
        (file_place, f"{file_place}:", f"{file_place};"),  # the sign after the colon
    ).fetchone()
    return row is not None


def has_part(connection: sqlite3.Connection, article_uid: Uid, whole: str) -> bool:
    """Return whether an article was collected from a part of the file of this place."""
    row = connection.execute(
        "SELECT 1 FROM article_places JOIN articles ON pk = article_pk"
        " WHERE uid = ? AND substr(place, 1, ?) = ? LIMIT 1",
        (article_uid, len(whole) + 1, f"{whole}:"),
    ).fetchone()
    return row is not None


def put(connection: sqlite3.Connection, place: str, article_uid: Uid, sha256: str = "") -> None:
    """Note that an article was collected from a place; the latest one counts."""
    values = (sha256, article_uid, place)
    known = connection.execute(
        "UPDATE article_places SET sha256 = ?, article_pk = (SELECT pk FROM articles WHERE uid = ?)"
        " WHERE place = ?",
        values,
    )
    if not known.rowcount:
        connection.execute(
            "INSERT INTO article_places (sha256, article_pk, place)"
            " VALUES (?, (SELECT pk FROM articles WHERE uid = ?), ?)",
            values,
        )


def put_all(connection: sqlite3.Connection, places: Iterable[tuple[str, int, str]]) -> None:
    """Note from where many articles were collected: (place, article's pk, sha256)."""
    row_blocks.insert(
        connection,
        "article_places",
        ("place", "article_pk", "sha256"),
        places,
        "ON CONFLICT (place) DO UPDATE SET article_pk = excluded.article_pk,"
        " sha256 = excluded.sha256",
    )
