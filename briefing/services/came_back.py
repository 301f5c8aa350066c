"""Whether files that are dropped on the window are memos of the library that came back."""

import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

from briefing.model.memo_mark import MARK_PATTERN
from briefing.store import memos
from briefing.store.library_file import Library

_WORD = frozenset({".docx", ".docm"})
_PART = "word/document.xml"
_LARGEST = 64 * 1024 * 1024  # bytes of the part that holds the text
_MARK = re.compile(MARK_PATTERN.encode("ascii"))


def is_word_file(path: Path) -> bool:
    """Tell by its name whether a file may be a memo that came back."""
    return path.suffix.lower() in _WORD


def came_back(library: Library, paths: Iterable[Path]) -> bool:
    """Tell whether every file carries the mark of a memo of the library.

    A file that cannot be read carries none: who takes it in will say what is wrong with it.
    """
    known = {row.uid for row in memos.rows(library.reader())}
    found = [_memo_of(path) for path in paths]
    return bool(found) and all(
        mark and any(uid.startswith(mark) for uid in known) for mark in found
    )


def _memo_of(path: Path) -> str:
    """Return the beginning of the uid of the memo that a file was made from, or nothing."""
    if not is_word_file(path):
        return ""
    try:
        with zipfile.ZipFile(path) as package:
            if package.getinfo(_PART).file_size > _LARGEST:
                return ""
            match = _MARK.search(package.read(_PART))
    except (OSError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ""
    return match[1].decode("ascii") if match else ""
