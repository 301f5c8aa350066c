"""The table of sketches: what articles are compared by, and which articles share keys.

Derived from the texts (services/copy_finding.py makes the sketches). An article without a row, or
whose row is not marked as compared, waits; a trigger removes the row of one that changes.
"""

import json
import sqlite3
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

KEYS = 12  # hashes of a sketch by which candidates are looked for
CROWD = 24  # articles of one key that are looked at: copies are among themselves, so few will do
_CHUNK = 500


@dataclass(frozen=True, slots=True)
class SketchRow:
    """A sketch as it is kept; `hashes` are packed, four bytes each, the lowest first."""

    article_pk: int
    runs: int
    hashes: bytes

    @property
    def keys(self) -> tuple[int, ...]:
        """Return the hashes by which candidates are looked for."""
        first = self.hashes[: 4 * KEYS]
        return struct.unpack(f">{len(first) // 4}I", first)


@dataclass(frozen=True, slots=True)
class Sketchable:
    """A text to be sketched or compared; `updated_at` tells it from a later one."""

    article_pk: int
    updated_at: str
    body: str


@dataclass(frozen=True, slots=True)
class Heading:
    """Who published an article, and under what title."""

    title: str
    publisher: str
    url: str


def unsketched(connection: sqlite3.Connection) -> list[int]:
    """Return the articles that have no sketch."""
    rows = connection.execute(
        "SELECT pk FROM articles WHERE NOT EXISTS"
        " (SELECT 1 FROM article_sketches WHERE article_pk = pk) ORDER BY pk"
    ).fetchall()
    return [pk for (pk,) in rows]


def uncompared(connection: sqlite3.Connection) -> list[int]:
    """Return the articles that were sketched and not yet compared."""
    rows = connection.execute(
        "SELECT article_pk FROM article_sketches WHERE is_compared = 0 ORDER BY article_pk"
    ).fetchall()
    return [pk for (pk,) in rows]


def are_used(connection: sqlite3.Connection) -> bool:
    """Return whether near-copies have ever been looked for in this library."""
    return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM article_sketches)").fetchone()[0])


def sketchable(connection: sqlite3.Connection, pks: Sequence[int]) -> list[Sketchable]:
    """Return the articles that are there, with their texts."""
    rows = connection.execute(
        "SELECT pk, updated_at, body FROM articles JOIN article_texts ON article_pk = pk"
        " WHERE pk IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pks)),),
    ).fetchall()
    return [Sketchable(*row) for row in rows]


def headings(connection: sqlite3.Connection, pks: Iterable[int]) -> dict[int, Heading]:
    """Return the headings of the articles that are there."""
    rows = connection.execute(
        "SELECT pk, title, publisher, url FROM articles"
        " WHERE pk IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pks)),),
    ).fetchall()
    return {pk: Heading(*heading) for pk, *heading in rows}


def put_all(connection: sqlite3.Connection, new: Iterable[tuple[SketchRow, str]]) -> None:
    """Keep sketches, each with the `updated_at` of its text; one that changed since is left out."""
    keys: list[tuple[int, int]] = []
    for row, updated_at in new:
        connection.execute("DELETE FROM article_sketches WHERE article_pk = ?", (row.article_pk,))
        cursor = connection.execute(
            "INSERT INTO article_sketches (article_pk, runs, hashes, keys)"
            " SELECT pk, ?, ?, ? FROM articles WHERE pk = ? AND updated_at = ?",
            (row.runs, row.hashes, json.dumps(row.keys), row.article_pk, updated_at),
        )
        if cursor.rowcount:
            keys += ((key, row.article_pk) for key in row.keys)
    connection.executemany(
        "INSERT INTO sketch_keys (hash, article_pk) VALUES (?, ?) ON CONFLICT DO NOTHING",
        sorted(keys),  # in the order of the table, which is many times quicker
    )


def set_compared(connection: sqlite3.Connection, pks: Iterable[int]) -> None:
    """Note that articles were compared with all others."""
    connection.executemany(
        "UPDATE article_sketches SET is_compared = 1 WHERE article_pk = ?", [(pk,) for pk in pks]
    )


def find_all(connection: sqlite3.Connection, pks: Iterable[int]) -> list[SketchRow]:
    """Return the sketches that are there of these articles."""
    rows = connection.execute(
        "SELECT article_pk, runs, hashes FROM article_sketches"
        " WHERE article_pk IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pks)),),
    ).fetchall()
    return [SketchRow(*row) for row in rows]


def sharing(connection: sqlite3.Connection, row: SketchRow) -> list[int]:
    """Return the articles that share keys with a sketch, once for each key."""
    groups = connection.execute(
        "SELECT (SELECT json_group_array(article_pk) FROM"
        " (SELECT article_pk FROM sketch_keys WHERE hash = value LIMIT ?)) FROM json_each(?)",
        (CROWD, json.dumps(row.keys)),
    ).fetchall()
    return [pk for (group,) in groups for pk in json.loads(group) if pk != row.article_pk]


def every(connection: sqlite3.Connection) -> Iterator[tuple[SketchRow, Sketchable]]:
    """Yield all sketches with the articles they are of, without holding the library for long."""
    last = 0
    query = "SELECT article_pk FROM article_sketches WHERE article_pk > ? ORDER BY 1 LIMIT ?"
    while pks := [pk for (pk,) in connection.execute(query, (last, _CHUNK)).fetchall()]:
        texts = {text.article_pk: text for text in sketchable(connection, pks)}
        for row in find_all(connection, pks):
            if row.article_pk in texts:
                yield row, texts[row.article_pk]
        last = pks[-1]


def stray_keys(connection: sqlite3.Connection) -> list[int]:
    """Return the articles whose keys in the table are not those that their sketches name."""
    rows = connection.execute(
        "SELECT article_pk FROM sketch_keys AS k WHERE NOT EXISTS (SELECT 1 FROM article_sketches"
        " AS s, json_each(s.keys) WHERE s.article_pk = k.article_pk AND value = k.hash)"
        " UNION SELECT s.article_pk FROM article_sketches AS s, json_each(s.keys)"
        " WHERE NOT EXISTS (SELECT 1 FROM sketch_keys WHERE hash = value"
        " AND article_pk = s.article_pk)"
    ).fetchall()
    return [pk for (pk,) in rows]


def remove(connection: sqlite3.Connection, pks: Iterable[int]) -> None:
    """Remove sketches with all that rests on them; their articles wait to be compared again."""
    removed = [(pk,) for pk in pks]
    connection.executemany("DELETE FROM article_sketches WHERE article_pk = ?", removed)
    connection.execute(
        "DELETE FROM sketch_keys WHERE article_pk IN (SELECT value FROM json_each(?))",
        (json.dumps([pk for (pk,) in removed]),),
    )
