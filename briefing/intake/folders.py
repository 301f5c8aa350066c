"""Folders walked for files: what a person put there, in order, without going round in circles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.intake.article_file import shown_path

# What systems and programs leave behind, by lower-case name or beginning.
_LITTER = {"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information"}
_LITTER_BEGINNINGS = (".", "~$", "._")


@dataclass(frozen=True, slots=True)
class Unwalked:
    """A folder that could not be read, and why."""

    path: str
    reason: str


def walk(paths: Sequence[Path]) -> Iterator[Path | Unwalked]:
    """Yield each path given, a folder as all the files under it, sorted by name.

    In a folder, hidden files and what systems leave there are passed over; a file that was
    named itself is not. A link is followed, but no folder is entered twice.
    """
    entered: set[tuple[int, int]] = set()
    for path in paths:
        if _is_folder(path):
            yield from _folder(path, entered)
        else:
            yield path


def _folder(folder: Path, entered: set[tuple[int, int]]) -> Iterator[Path | Unwalked]:
    try:
        about = folder.stat()
        identity = (about.st_dev, about.st_ino)
        if identity in entered:
            return
        entered.add(identity)
        files = sorted(folder.iterdir())
    except OSError as fault:
        yield Unwalked(shown_path(folder), f"The folder cannot be read: {fault.strerror}.")
        return
    inner: list[Path] = []
    for path in files:
        if _is_litter(path.name):
            continue
        if _is_folder(path):
            inner.append(path)
        else:
            yield path
    for path in inner:
        yield from _folder(path, entered)


def _is_litter(name: str) -> bool:
    return name.lower() in _LITTER or name.startswith(_LITTER_BEGINNINGS)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a NUL or too long a name: reading it says so
        return False
