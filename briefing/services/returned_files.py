"""Returned Word files by themselves, without a library: read, compared, their text settled."""

from pathlib import Path

from briefing.errors import InputError
from briefing.model.word_review import ReviewedFile
from briefing.review.reading.resolved_text import resolved_text
from briefing.review.reading.word_reading import read_reviewed

_LARGEST = 256 * 1024 * 1024  # bytes of a file


def read_returned(path: Path, against: Path | None = None) -> ReviewedFile:
    """Return what a Word file says, with what was changed in it without tracking.

    That is found where `against` names the file that was sent. Raises InputError where one of
    them cannot be read.
    """
    returned = read_reviewed(file_bytes(path), path.name)
    if against is None:
        return returned
    from briefing.review.comparing.word_compare import compared  # noqa: PLC0415 - start-up time

    return compared(read_reviewed(file_bytes(against), against.name), returned)


def settled_text(file: ReviewedFile, *, accept: bool) -> str:
    """Return its plain text with every change accepted, or rejected."""
    return resolved_text(file, accept=accept)


def file_bytes(path: Path) -> bytes:
    """Return the bytes of a file; InputError with one sentence where they cannot be read."""
    try:
        if path.stat().st_size > _LARGEST:
            raise InputError(f"“{path.name}” is too large to be a memo; check that it is right.")
        return path.read_bytes()
    except OSError as fault:
        reason = (fault.strerror or "it cannot be opened").lower()
        raise InputError(f"“{path}” cannot be read: {reason}. Check its name.") from None
