"""One file on disk to the articles in it, or to the one reason why there is none."""

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from briefing.errors import IntakeError
from briefing.intake.article_formats import TABLES, Reader
from briefing.intake.draft_article import DraftArticle
from briefing.intake.found_article import FoundArticle
from briefing.intake.parts import SEPARATOR, read_whole, too_large
from briefing.intake.register import HEAD, reader_for, why_unsupported
from briefing.intake.table_choice import TableChoice
from briefing.intake.text_file import EMPTY
from briefing.model.article import Original


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """What became of a file or one part of it: a draft with its original, or the reason.

    With a draft, `reason` is a remark: how it was read, or nothing. `path` names the part too.
    `inside` is the part in whose many articles this is one, empty for the file itself; None where
    it stands by itself. `is_same`: the file has the bytes that were known of it, and was not read.
    """

    path: str
    draft: DraftArticle | None = None
    original: Original | None = None
    reason: str = ""
    part: str = ""
    inside: str | None = None
    is_same: bool = False


def read_article_file(
    path: Path, known_sha256: str = "", tables: TableChoice = TABLES
) -> Iterator[ArticleFile]:
    """Read a file; the world's faults become the reason, never an exception.

    One that has the bytes that are known of it is not read.
    """
    shown = shown_path(path)
    try:
        yield from _read(path, shown, known_sha256, tables)
    except IntakeError as fault:
        yield ArticleFile(shown, reason=str(fault))
    except OSError as fault:
        yield ArticleFile(shown, reason=f"It cannot be read: {fault.strerror or fault}.")
    except ValueError:  # of a reader, or of the parser behind it
        yield ArticleFile(shown, reason="It cannot be read: it breaks the rules of its format.")


def is_heavy_inside(path: Path) -> bool:
    """Return whether a file that is so called is one for a heavy reader, by how it begins."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False  # reading it says so
        with path.open("rb") as file:
            reader = reader_for(path, file.read(HEAD))
    except (OSError, ValueError):
        return False  # likewise
    return reader is not None and reader.is_heavy


def read_light_original(original: Original) -> DraftArticle | None:
    """Return the draft that an original gives; None where no light reader takes it."""
    reader = reader_for(Path(original.name), original.data)
    if reader is None or reader.is_heavy:
        return None
    try:
        found = next(iter(reader.read(original.name, original.data)), None)
    except IntakeError:
        return None
    return found.draft if found else None


def shown_path(path: Path) -> str:
    """Return a path as text that can be printed and kept, whatever bytes are in it."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _read(path: Path, shown: str, known_sha256: str, tables: TableChoice) -> Iterator[ArticleFile]:
    reader, data = _opened(path)
    name = shown_path(Path(path.name))
    itself = Original(name, reader.media_type, data, hashlib.sha256(data).hexdigest())
    if itself.sha256 == known_sha256:
        yield ArticleFile(shown, is_same=True)
        return
    found = read_whole(reader, name, data, tables)
    first = next(found, FoundArticle(None, remark="There is no article in it."))
    # Only a file that is itself an article may be one article alone: a mail that has no files.
    second = None if first.part else next(found, None)
    rest = [first] if second is None else [first, second]
    is_alone = not first.part and second is None
    for one in chain(rest, found):
        full = f"{shown}{SEPARATOR}{one.part}" if one.part else shown
        original = (one.original or itself) if one.draft else None
        inside = None if is_alone else _inside(reader, one.part)
        yield ArticleFile(full, one.draft, original, one.remark, one.part, inside)


def _inside(reader: Reader, part: str) -> str | None:
    """Return in what a part is one of many; a file in a ZIP stands there as in a folder."""
    return (part.rpartition(SEPARATOR)[0] or None) if reader.is_folder else ""


def _about(path: Path) -> os.stat_result:
    try:
        return path.stat()
    except ValueError as fault:  # a NUL in a path
        raise IntakeError("There is no file of this name.") from fault


def _opened(path: Path) -> tuple[Reader, bytes]:
    """Return who reads a file, and its bytes; raises IntakeError where nobody does."""
    about = _about(path)
    if not stat.S_ISREG(about.st_mode):
        raise IntakeError("It is no file: a folder, a device or a pipe.")
    if reader_for(path) is None:
        raise IntakeError(why_unsupported(path))
    with path.open("rb") as file:
        data = file.read(min(HEAD, about.st_size + 1))  # as much as there is: buffers cost time
        reader = reader_for(path, data)
        if reader is None:
            raise IntakeError(why_unsupported(path))
        if about.st_size > reader.max_bytes:
            raise IntakeError(too_large(reader.max_bytes))
        if about.st_size > len(data):
            file.seek(0)
            data = file.read(about.st_size + 1)  # at once: to join a large file takes it twice
        while len(data) <= reader.max_bytes and (more := file.read(HEAD)):  # it grows
            data += more
    if len(data) > reader.max_bytes:  # it grew meanwhile
        raise IntakeError(too_large(reader.max_bytes))
    if not data:
        raise IntakeError(EMPTY)
    return reader, data
