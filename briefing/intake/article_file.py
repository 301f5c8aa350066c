"""One file on disk to one draft article, or to the one reason why it is none."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.register import reader_for, why_unsupported
from briefing.intake.text_file import MAX_BYTES
from briefing.model.article import Original


@dataclass(frozen=True, slots=True)
class ArticleFile:
    """What became of a file: a draft with its original, or neither and the reason.

    With a draft, `reason` is a remark: how it was read, or nothing.
    """

    path: str
    draft: DraftArticle | None = None
    original: Original | None = None
    reason: str = ""


def read_article_file(path: Path) -> ArticleFile:
    """Read a file; the world's faults become the reason, never an exception."""
    shown = shown_path(path)
    try:
        return _read(path, shown)
    except IntakeError as fault:
        return ArticleFile(shown, reason=str(fault))
    except OSError as fault:
        return ArticleFile(shown, reason=f"It cannot be read: {fault.strerror or fault}.")
    except ValueError:  # a NUL in a path
        return ArticleFile(shown, reason="There is no file of this name.")


def draft_again(original: Original) -> DraftArticle | None:
    """Return the draft that an original gave when it came in; None if no reader takes it now."""
    reader = reader_for(Path(original.name))
    if reader is None:
        return None
    try:
        return reader.read(original.name, original.data)[0]
    except IntakeError:
        return None


def shown_path(path: Path) -> str:
    """Return a path as text that can be printed and kept, whatever bytes are in it."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _read(path: Path, shown: str) -> ArticleFile:
    about = path.stat()
    if not stat.S_ISREG(about.st_mode):
        raise IntakeError("It is no file: a folder, a device or a pipe.")
    reader = reader_for(path)
    if reader is None:
        raise IntakeError(why_unsupported(path))
    if about.st_size > MAX_BYTES:
        raise IntakeError(f"The file is larger than {MAX_BYTES // 2**20} MB; split it first.")
    with path.open("rb") as file:
        data = file.read(MAX_BYTES + 1)
    name = shown_path(Path(path.name))
    draft, remark = reader.read(name, data)
    sha256 = hashlib.sha256(data).hexdigest()
    return ArticleFile(shown, draft, Original(name, reader.media_type, data, sha256), remark)
