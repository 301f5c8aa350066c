"""Folders walked for files: what a person put there, in order, without going round in circles."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.intake.article_file import shown_path
from briefing.intake.companions import companion_of
from briefing.intake.litter import is_litter


@dataclass(frozen=True, slots=True)
class Unwalked:
    """A folder that could not be read, and why."""

    path: str
    reason: str


def walk(paths: Sequence[Path]) -> Iterator[Path | Unwalked]:
    """Yield each path given, a folder as all the files under it, sorted by name.

    In a folder, hidden files and what systems leave there are passed over, and so is the folder
    that a browser keeps beside a saved page; a file that was named itself is not. A link is
    followed, but no folder is entered twice.
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
        files, inner = _entries(folder)
    except OSError as fault:
        yield Unwalked(shown_path(folder), f"The folder cannot be read: {fault.strerror}.")
        return
    names = {name.casefold() for name in files}
    for name in files:
        yield folder / name
    for name in inner:
        if not companion_of(name, names):
            yield from _folder(folder / name, entered)


def _entries(folder: Path) -> tuple[list[str], list[str]]:
    """Return the names of the files in a folder, and of the folders."""
    files: list[str] = []
    folders: list[str] = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if not is_litter(entry.name):
                (folders if _is_entered(entry) else files).append(entry.name)
    return sorted(files), sorted(folders)


def _is_entered(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # reading it says so
        return False


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):  # a NUL or too long a name: reading it says so
        return False
