"""What SQLite says of the world becomes one sentence; our own mistakes stay what they are."""

import sqlite3
from pathlib import Path

import pytest

from briefing.errors import LibraryError
from briefing.store.connections import connect
from briefing.store.library_file import Library
from briefing.store.sqlite_faults import world_fault


def test_our_own_mistakes_are_let_through(library: Library) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        library.reader().execute("SELECT * FROM nowhere")
    with pytest.raises(sqlite3.ProgrammingError):
        library.reader().execute("SELECT ?", ())


def test_broken_rule_of_a_table_is_our_mistake(library: Library) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        library.write("Bad", lambda c: c.execute("INSERT INTO settings VALUES ('a', NULL)"))


def test_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match="cannot be opened"):
        connect(tmp_path / "nowhere.briefing", "rw", 0.1)


def test_text_that_is_too_large_is_told(library: Library) -> None:
    with pytest.raises(LibraryError, match="too large"):
        library.reader().execute("SELECT zeroblob(2000000000)").fetchall()


def test_text_that_is_no_text_is_told(library: Library) -> None:
    for ask in ("fetchone", "fetchall", "fetchmany"):
        cursor = library.reader().execute("SELECT CAST(x'ff' AS TEXT)")
        with pytest.raises(LibraryError, match="damaged"):
            getattr(cursor, ask)()
    with pytest.raises(LibraryError, match="damaged"):
        list(library.reader().execute("SELECT CAST(x'ff' AS TEXT)"))


def test_every_sentence_says_what_to_do() -> None:
    for code in (5, 6, 8, 10, 11, 13, 14, 23, 26):
        error = sqlite3.OperationalError("x")
        error.sqlite_errorcode = code | 512  # an extended code tells only details
        fault = world_fault(error)
        assert isinstance(fault, LibraryError)
        assert str(fault).endswith(".")
    assert world_fault(sqlite3.InterfaceError("bad parameter")) is None
