"""What was pasted made ready for the library: a page's markup is read in a worker process."""

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from briefing.intake.pasted_article import PASTED, read_pasted
from briefing.intake.reading_pool import read_files
from briefing.intake.reading_worker import ReadingJob
from briefing.services.import_preparing import PreparedFile, prepare_part

_PLACE = "paste:"


def prepare_paste(text: str, url: str, html: str) -> PreparedFile:
    """Return the article that was pasted, or why it is none."""
    if not html.strip():
        return _prepared(text, url, html)
    job = ReadingJob(partial(_read, text=text, url=url, html=html), _failed)
    with closing(read_files([(Path("pasted.html"), "")], job, _never, are_many=True)) as pieces:
        return next(one for piece in pieces for one in piece.found)


def _read(
    path: Path, known_sha256: str, *, text: str, url: str, html: str
) -> Iterator[PreparedFile]:
    del path, known_sha256
    yield _prepared(text, url, html)


def _prepared(text: str, url: str, html: str) -> PreparedFile:
    file = read_pasted(text, url, html)
    return prepare_part(f"{_PLACE}{file.original.sha256[:32] if file.original else ''}", file)


def _failed(path: Path, reason: str) -> PreparedFile:
    del path
    return PreparedFile(PASTED, reason)


def _never() -> bool:
    return False
