"""The locks that tell other programs that a library is open, taken again where they were lost.

POSIX drops every lock that a process has on a file as soon as any part of the process closes that
file: a file dialog that looks into the files of a folder, to tell their kinds, is enough. The next
program that opens and closes the library then takes itself for the last one, and deletes the
write-ahead log with all that is in it (https://sqlite.org/howtocorrupt.html, section 2.2).
"""

import os
import sys
from contextlib import suppress
from pathlib import Path

if sys.platform != "win32":  # where locks belong to the open file, and none is lost
    import fcntl

# What a connection in WAL mode holds for as long as it is open: bytes of the file, and of its -shm.
_SHARED_FIRST = 0x40000000 + 2  # https://sqlite.org/src/file/src/os.h
_SHARED_SIZE = 510
_DEAD_MAN_SWITCH = 128  # https://sqlite.org/src/file/src/os_unix.c


class HeldLocks:
    """The locks of one library that this process has open; not for two threads at once."""

    def __init__(self, path: Path) -> None:
        index = path.with_name(path.name + "-shm")
        self._places = (path, _SHARED_FIRST, _SHARED_SIZE), (index, _DEAD_MAN_SWITCH, 1)
        self._files: list[int] = []

    def take_again(self) -> None:
        """Take the locks, whether they were lost or not."""
        if sys.platform == "win32":
            return
        if not self._files:
            self._open()
        for file, (_, first, size) in zip(self._files, self._places, strict=False):
            with suppress(OSError):  # another program has the file to itself; the next time then
                fcntl.lockf(file, fcntl.LOCK_SH | fcntl.LOCK_NB, size, first)

    def close(self) -> None:
        """Let go of the files, after SQLite has: this drops what it holds as well."""
        for file in self._files:
            os.close(file)
        self._files.clear()

    def _open(self) -> None:
        """Open the files once, and keep them: to close one is what loses its locks."""
        with suppress(OSError):  # no file beside the library, on a disk that cannot have one
            for path, _, _ in self._places:
                self._files.append(os.open(path, os.O_RDONLY | os.O_CLOEXEC))
