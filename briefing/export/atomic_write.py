"""Files written whole or not at all: beside the target first, flushed, then renamed."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from briefing.errors import ExportError

_REASONS = {
    errno.ENOSPC: "the disk is full; free some room and export again",
    errno.EDQUOT: "your quota on this disk is used up; free some room and export again",
    errno.EACCES: "you may not write there; choose another folder",
    errno.EPERM: "you may not write there; choose another folder",
    errno.EROFS: "that disk can only be read; choose another folder",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
}


def write_whole(target: Path, data: bytes) -> None:
    """Write a file, replacing one of the same name in a single step; a device takes what it gets.

    Raises ExportError with one sentence; the old file then stands as it was and no other is left.
    """
    try:
        _check(target)
        if target.exists() and not target.is_file():  # a device or a pipe stays what it is
            target.write_bytes(data)
        else:
            _write_beside(target, data)
    except PermissionError as error:
        if target.exists() and os.access(target.parent, os.W_OK):
            raise ExportError(
                f"{target.name} cannot be replaced: it is open in another program. Close it there"
                " and export again, or choose another name."
            ) from error
        raise _fault(target, error) from error
    except (OSError, ValueError) as error:
        raise _fault(target, error) from error


def _check(target: Path) -> None:
    if not target.parent.is_dir():
        raise ExportError(f"The folder {target.parent} does not exist; choose one that does.")
    if target.is_dir():
        raise ExportError(f"{target.name} is a folder; choose another name for the file.")


def _write_beside(target: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".briefing-", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(_mode(target))
        Path(name).replace(target)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _flush_folder(target.parent)


def _mode(target: Path) -> int:
    """Return the rights of the file that is replaced, or those that new files get."""
    with contextlib.suppress(OSError):
        return target.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _flush_folder(folder: Path) -> None:
    """Make the new name last through a power cut where the system can (POSIX)."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):  # some file systems cannot; the file itself is safe
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _fault(target: Path, error: OSError | ValueError) -> ExportError:
    number = error.errno if isinstance(error, OSError) else None
    reason = _REASONS.get(number or 0) or (
        f"the system says “{error.strerror}”; choose another folder or name"
        if isinstance(error, OSError) and error.strerror
        else "that name cannot be used; choose another"
    )
    return ExportError(f"{target.name} cannot be written: {reason}.")
