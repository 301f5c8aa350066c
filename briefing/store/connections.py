"""Opening SQLite on a library file: what every connection is told before its first statement."""

import os
import sqlite3
from pathlib import Path

from briefing.store.sqlite_faults import TELLING, LibraryConnection

Connection = sqlite3.Connection  # what services call it; the library beneath is the store's matter

APPLICATION_ID = 0x42524647  # "BRFG", at byte 68 of the file, by which `file` can tell it
WRITER_PATIENCE = 15.0  # seconds to wait while another program writes
READER_PATIENCE = 5.0
WRITER_CACHE = 32 * 1024  # KiB; a large import must not write pages out before its end
WAL_PAGES = 12_000  # of write-ahead log before it is folded back into the file
WAL_KEPT = 64 * 1024 * 1024  # bytes of write-ahead log kept after a large import


def open_writer(path: Path) -> sqlite3.Connection:
    """Return the connection that writes; the file must be there.

    `synchronous` is FULL: in WAL mode NORMAL may lose the last commits when the power fails, and
    one of them may be the memo as just typed. A commit then costs one flush; imports have few.
    """
    connection = connect(path, "rw", WRITER_PATIENCE)
    for line in (
        "PRAGMA foreign_keys = ON",
        "PRAGMA recursive_triggers = ON",  # what REPLACE removes is then seen by the triggers
        "PRAGMA synchronous = FULL",
        f"PRAGMA journal_size_limit = {WAL_KEPT}",
        f"PRAGMA wal_autocheckpoint = {WAL_PAGES}",
        f"PRAGMA cache_size = -{WRITER_CACHE}",
    ):
        connection.execute(line)
    return connection


def open_reader(path: Path) -> LibraryConnection:
    """Return a connection that cannot write."""
    return connect(path, "ro", READER_PATIENCE)


def connect(path: Path, mode: str, patience: float) -> LibraryConnection:
    """Open a file that exists, in autocommit: every BEGIN is said by us.

    Any thread may use the connection (it is closed from another one, and interrupted); that only
    one does so at a time is the caller's business.
    """
    with TELLING:
        return sqlite3.connect(
            file_uri(path, mode),
            timeout=patience,
            isolation_level=None,
            check_same_thread=False,
            factory=LibraryConnection,
            uri=True,
        )


def file_uri(path: Path, mode: str) -> str:
    """Return the path as SQLite's URI; `#`, `?` and `%` in it are only characters of a name."""
    uri = Path(os.path.abspath(path)).as_uri()  # noqa: PTH100  # resolve() would follow links
    if not uri.startswith("file:///"):  # a Windows share: SQLite knows no authority
        uri = "file:////" + uri.removeprefix("file://")
    return f"{uri}?mode={mode}"


def pragma(connection: sqlite3.Connection, name: str) -> int:
    """Return the value of a PRAGMA that is a number."""
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])
