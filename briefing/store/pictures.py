"""The table of pictures that memos show."""

import sqlite3
from collections.abc import Iterable

from briefing.model.picture import Picture
from briefing.store.index_words import sound
from briefing.store.timestamps import now_text

_COLUMNS = "key, name, media_type, width, height, data"


def add(connection: sqlite3.Connection, picture: Picture, sha256: str) -> str:
    """Keep a picture and return its key: the one of the same bytes where they are kept already."""
    row = connection.execute("SELECT key FROM pictures WHERE sha256 = ?", (sha256,)).fetchone()
    if row:
        return row[0]
    key, number = picture.key, 1
    while connection.execute("SELECT 1 FROM pictures WHERE key = ?", (key,)).fetchone():
        number += 1
        key = f"{picture.key}-{number}"
    connection.execute(
        f"INSERT INTO pictures ({_COLUMNS}, sha256, added_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            key,
            sound(picture.name),
            picture.media_type,
            picture.width,
            picture.height,
            picture.data,
            sha256,
            now_text(),
        ),
    )
    return key


def find(connection: sqlite3.Connection, keys: Iterable[str]) -> tuple[Picture, ...]:
    """Return the pictures that are kept under the keys."""
    found: list[Picture] = []
    for key in keys:
        row = connection.execute(
            f"SELECT {_COLUMNS} FROM pictures WHERE key = ?", (key,)
        ).fetchone()
        if row:
            found.append(Picture(*row))
    return tuple(found)
