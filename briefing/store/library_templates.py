"""The table of the templates that a library carries with it: names and their Markdown."""

import sqlite3

from briefing.errors import NotFoundError
from briefing.store.index_words import sound
from briefing.store.timestamps import now_text


def every(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """Return the name and the text of each template, in the order of their names."""
    return tuple(
        connection.execute("SELECT name, text FROM library_templates ORDER BY name").fetchall()
    )


def put(connection: sqlite3.Connection, name: str, text: str) -> None:
    """Keep a template under a name; one of the same name gets the new text."""
    connection.execute(
        "INSERT INTO library_templates (name, text, updated_at) VALUES (?, ?, ?)"
        " ON CONFLICT (name) DO UPDATE SET text = excluded.text, updated_at = excluded.updated_at",
        (sound(name), sound(text), now_text()),
    )


def remove(connection: sqlite3.Connection, name: str) -> None:
    """Remove a template; NotFoundError where there is none."""
    cursor = connection.execute("DELETE FROM library_templates WHERE name = ?", (name,))
    if not cursor.rowcount:
        raise NotFoundError(f"This library carries no template “{name}”.")
