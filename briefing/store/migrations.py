"""Numbered migrations, `NNN_name.sql`: append-only, each atomic with its own record.

The record is `user_version`, which SQLite keeps in the file's header and rolls back with the rest.
"""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import LibraryError
from briefing.store.connections import APPLICATION_ID, pragma

SQL_FOLDER = Path(__file__).parent / "sql"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step from version `number - 1` to `number`."""

    number: int
    path: Path


def migrations(folder: Path = SQL_FOLDER) -> tuple[Migration, ...]:
    """Return the migrations in order; they must be numbered 1, 2, 3 without a gap."""
    paths = sorted(folder.glob("[0-9][0-9][0-9]_*.sql"))
    found = tuple(Migration(int(path.name[:3]), path) for path in paths)
    if [one.number for one in found] != list(range(1, len(found) + 1)) or not found:
        raise FileNotFoundError(f"The migrations in {folder} are not whole: {paths}")
    return found


def migrate(connection: sqlite3.Connection, folder: Path = SQL_FOLDER) -> int:
    """Bring the file to the newest version, each step in its own transaction; return it.

    Another process may do the same at this moment: the version is read again inside.
    """
    steps = migrations(folder)
    connection.execute("PRAGMA foreign_keys = OFF")  # a table may have to be rebuilt
    try:
        for step in steps:
            if pragma(connection, "user_version") < step.number:
                _take(connection, step)
    finally:
        connection.execute("PRAGMA foreign_keys = ON")
    return steps[-1].number


def _take(connection: sqlite3.Connection, step: Migration) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        if pragma(connection, "user_version") < step.number:
            for statement in statements(step.path.read_text(encoding="utf-8")):
                connection.execute(statement)
            _check_references(connection)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step.number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _check_references(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise LibraryError(
            "The library refers to records that are not there, so it cannot be upgraded; repair it"
            " with the version of Briefing that wrote it."
        )


def statements(script: str) -> Iterator[str]:
    """Yield the statements of a script (`executescript` would commit before the first)."""
    held = ""
    for piece in re.split("(?<=;)", script):  # a `;` in a text or a trigger ends nothing
        held += piece
        if sqlite3.complete_statement(held):
            yield held
            held = ""
    if held.strip():
        yield held
