"""A library that lost a table is refused in a sentence, when it is opened."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.store.library_checks import TABLES
from briefing.store.library_file import Library


def _tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    return {name for (name,) in rows if "_fts" not in name and not name.startswith("sqlite_")}


def test_every_table_of_a_library_is_looked_for(tmp_path: Path) -> None:
    Library.create(tmp_path / "a.briefing").close()
    assert _tables(tmp_path / "a.briefing") == TABLES


@pytest.mark.parametrize("table", ["evidence", "fact_events", "sentence_sources", "pictures"])
def test_library_without_a_table_is_refused(tmp_path: Path, table: str) -> None:
    path = tmp_path / "a.briefing"
    Library.create(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute(f"DROP TABLE {table}")
        connection.commit()
    with pytest.raises(LibraryError, match="are missing; go back to a backup"):
        Library.open(path)
