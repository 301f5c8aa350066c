"""One read-only connection a thread, closed together."""

import sqlite3
import threading
import weakref
from pathlib import Path

from briefing.errors import LibraryError
from briefing.store.connections import open_reader
from briefing.store.sqlite_faults import LibraryConnection


class Readers:
    """The reading connections of one library; a thread that ends takes its own with it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._local = threading.local()
        self._lock = threading.Lock()
        self._all: weakref.WeakSet[LibraryConnection] = weakref.WeakSet()
        self._closed = False

    def mine(self) -> sqlite3.Connection:
        """Return this thread's connection; LibraryError where the library was closed."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is not None and not self._closed:
            return found
        with self._lock:
            if self._closed:
                raise LibraryError("The library was closed; open it again.")
            connection = open_reader(self._path)
            self._all.add(connection)
        self._local.connection = connection
        return connection

    def close(self) -> None:
        """Stop what is being read and close every connection."""
        with self._lock:
            self._closed = True
            open_ones = list(self._all)
            self._all.clear()
        for connection in open_ones:
            connection.stop()
