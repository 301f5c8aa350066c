"""The table of settings that belong to a library, such as where it was left."""

import sqlite3

from briefing.store.index_words import sound


def get(connection: sqlite3.Connection, key: str) -> str:
    """Return a setting, or nothing."""
    row = connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
    return row[0] if row else ""


def put(connection: sqlite3.Connection, key: str, value: str) -> None:
    """Keep a setting; an empty one is removed."""
    if value:
        connection.execute(
            "INSERT INTO settings (key, value) VALUES (?, ?)"
            " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
            (key, sound(value)),
        )
    else:
        connection.execute("DELETE FROM settings WHERE key = ?", (key,))
