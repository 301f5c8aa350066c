"""Copies of a library: whole at one moment, under a temporary name first."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.errors import LibraryError
from briefing.store.connections import connect
from briefing.store.sqlite_faults import TELLING


def copy_to(source: sqlite3.Connection, target: Path) -> None:
    """Write a copy of the library, replacing `target`; LibraryError where that cannot be."""
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o666))
        with closing(connect(part, "rw", 5.0)) as copy, TELLING:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")  # one file, no log beside it
        _flush(part)
        part.replace(target)
    except OSError as error:
        raise LibraryError(
            f"The copy “{target}” cannot be written ({error.strerror or error}); choose another"
            " folder, or make room."
        ) from error
    finally:
        part.unlink(missing_ok=True)


def keep_older(source: sqlite3.Connection, path: Path, version: int) -> Path:
    """Copy a library beside itself before an upgrade; an earlier such copy is never replaced."""
    target = path.with_name(f"{path.stem}.before-v{version}{path.suffix}")
    number = 2
    while target.exists():
        target = path.with_name(f"{path.stem}.before-v{version}-{number}{path.suffix}")
        number += 1
    copy_to(source, target)
    return target


def _flush(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
