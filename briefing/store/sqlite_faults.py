"""SQLite's errors as the user's faults: connections that raise LibraryError with one sentence."""

import sqlite3
import threading
from collections.abc import Iterable
from contextlib import suppress
from types import TracebackType
from typing import Any, Self, cast

from briefing.errors import BriefingError, LibraryError, SearchInterrupted

_SENTENCES = {
    sqlite3.SQLITE_BUSY: "Another program is writing to the library; wait a moment and try again.",
    sqlite3.SQLITE_LOCKED: "The library is being changed; wait a moment and try again.",
    sqlite3.SQLITE_READONLY: "The library cannot be written; copy it to a folder of your own, or"
    " give yourself the right to change the file and its folder.",
    sqlite3.SQLITE_FULL: "The disk is full; the last change was not kept. Make room and try again.",
    sqlite3.SQLITE_IOERR: "The disk did not read or write the library as it should; nothing was"
    " changed. Check the disk, and copy the library elsewhere.",
    sqlite3.SQLITE_CORRUPT: "The library file is damaged; a check tells where. Go back to a backup,"
    " or try a repair on a copy of the file.",
    sqlite3.SQLITE_NOTADB: "This file is not a Briefing library.",
    sqlite3.SQLITE_CANTOPEN: "The library cannot be opened; see that the file and its folder are"
    " there and that you may write to them.",
    sqlite3.SQLITE_PERM: "You have no right to open the library; ask its owner.",
    sqlite3.SQLITE_AUTH: "You have no right to open the library; ask its owner.",
    sqlite3.SQLITE_NOMEM: "There is not enough memory for this; close other programs and try"
    " again.",
    sqlite3.SQLITE_TOOBIG: "The text is too large for a library (1 GB at most); split it.",
    sqlite3.SQLITE_PROTOCOL: "Another program keeps the library locked; close it and try again.",
}

_BETWEEN_INTERRUPTS = 0.01  # seconds; one may fall between two statements


def world_fault(error: sqlite3.Error) -> BriefingError | None:
    """Return what the user is told, or nothing where the error is a bug of ours."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return _module_fault(error)
    primary = code & 0xFF  # the rest of an extended code tells only details
    if primary == sqlite3.SQLITE_INTERRUPT:
        return SearchInterrupted("The search was stopped.")
    sentence = _SENTENCES.get(primary)
    return LibraryError(sentence) if sentence else None


def _module_fault(error: sqlite3.Error) -> BriefingError | None:
    """Return the same for what the sqlite3 module raises itself, without SQLite's code."""
    if isinstance(error, sqlite3.DataError) or "too big" in str(error):
        return LibraryError(_SENTENCES[sqlite3.SQLITE_TOOBIG])
    if "closed database" in str(error):  # under a reader that was at work
        return SearchInterrupted("The library was closed.")
    if "decode to UTF-8" in str(error):
        return LibraryError(_SENTENCES[sqlite3.SQLITE_CORRUPT])
    return None


class _Telling:
    """Turns what SQLite says of the world into a BriefingError; lets our own bugs through."""

    __slots__ = ()

    def __enter__(self) -> None:
        """Do nothing; a class costs a fifth of what a generator would, on every row."""

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, sqlite3.Error):
            fault = world_fault(error)
            if fault is not None:
                raise fault from error


TELLING = _Telling()


class _Turn(_Telling):
    """The same, and one caller at a time on a connection."""

    __slots__ = ("lock",)

    def __init__(self) -> None:
        self.lock = threading.RLock()

    def __enter__(self) -> None:
        self.lock.acquire()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.lock.release()
        super().__exit__(kind, error, trace)


class LibraryCursor(sqlite3.Cursor):
    """A cursor whose errors of the world are BriefingErrors."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._turn = cast("LibraryConnection", connection).turn

    def execute(self, sql: str, parameters: Any = (), /) -> Self:  # noqa: ANN401
        """Run one statement."""
        with self._turn:
            return super().execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> Self:
        """Run one statement for each set of values."""
        with self._turn:
            return super().executemany(sql, parameters)

    def fetchone(self) -> Any:  # noqa: ANN401  # a row is whatever was asked for
        """Return the next row, or nothing."""
        with self._turn:
            return super().fetchone()

    def fetchall(self) -> list[Any]:
        """Return the rows that are left."""
        with self._turn:
            return super().fetchall()

    def fetchmany(self, size: int | None = 1) -> list[Any]:
        """Return the next rows, at most so many."""
        with self._turn:
            return super().fetchmany(size)

    def __next__(self) -> Any:  # noqa: ANN401
        with self._turn:
            return super().__next__()


class LibraryConnection(sqlite3.Connection):
    """A connection whose errors of the world are BriefingErrors."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  # sqlite3.connect's
        super().__init__(*args, **kwargs)
        self.turn = _Turn()

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:  # noqa: ANN401
        """Run one statement on a cursor of its own."""
        with self.turn:
            return self.cursor(LibraryCursor).execute(sql, parameters)

    def executemany(self, sql: str, parameters: Iterable[Any], /) -> sqlite3.Cursor:
        """Run one statement for each set of values, on a cursor of its own."""
        with self.turn:
            return self.cursor(LibraryCursor).executemany(sql, parameters)

    def interrupt(self) -> None:
        """Stop what runs; where the connection was closed meanwhile, nothing does."""
        with suppress(sqlite3.ProgrammingError):
            super().interrupt()

    def stop(self) -> None:
        """Close it while another thread may be at work on it.

        What runs there is interrupted until it ends: to close a connection under a statement
        that runs ends the whole process (CPython 3.11).
        """
        while not self.turn.lock.acquire(timeout=_BETWEEN_INTERRUPTS):
            self.interrupt()
        try:
            self.close()
        finally:
            self.turn.lock.release()

    def __del__(self) -> None:
        """Close with the thread that ends, instead of leaving that to a warning."""
        with suppress(sqlite3.Error):
            self.close()
