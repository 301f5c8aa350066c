"""The files inside a file: each read by the reader of its own format, within limits."""

import hashlib
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from pathlib import PurePath

from briefing.errors import IntakeError
from briefing.intake.article_formats import MB, TABLES, Reader
from briefing.intake.found_article import FoundArticle
from briefing.intake.register import reader_for, why_unsupported
from briefing.intake.table_choice import TableChoice
from briefing.intake.text_file import EMPTY
from briefing.model.article import Original

MAX_DEPTH = 4  # a page in a ZIP on a mail in a ZIP is as far as people go
MAX_PARTS = 50_000
MAX_BYTES = 1024 * MB  # of all files inside one file, unpacked
SEPARATOR = " › "
BROKEN = "Its reader broke down on it, or took too long; it may be damaged."


@dataclass(slots=True)
class _Allowance:
    """What one file may still unfold into, and how its tables are read; for all nested in it."""

    depth: int = 0
    parts: int = MAX_PARTS
    bytes: int = MAX_BYTES
    tables: TableChoice = TABLES


# Readers call `read_part` through any number of other readers, so what is left travels beside them.
_allowance: ContextVar[_Allowance | None] = ContextVar("allowance", default=None)


@dataclass(slots=True)
class _Watch:
    """Who is told which part is read next, and the parts that a process died of before."""

    avoided: frozenset[int]
    begin: Callable[[int], None]
    next_part: int = 0

    def may_read(self) -> bool:
        """Return whether the next part may be read, having told of it."""
        part, self.next_part = self.next_part, self.next_part + 1
        if part in self.avoided:
            return False
        self.begin(part)
        return True


_watch: ContextVar[_Watch | None] = ContextVar("watch", default=None)


@contextmanager
def watched(avoided: frozenset[int], begin: Callable[[int], None]) -> Generator[None]:
    """Tell of every file inside a file before it is read, by its number; read no avoided one."""
    token = _watch.set(_Watch(avoided, begin))
    try:
        yield
    finally:
        _watch.reset(token)


def read_part(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield what a file inside a file holds, each article with its own original.

    `part` is what it is called inside `name`; empty where it is one article. What cannot be read
    is yielded without a draft and with the reason, one sentence; nothing is raised. Together, the
    parts of a file are limited in depth, number and size.
    """
    here = _allowance.get() or _Allowance()
    refusal = _refusal(here, data)
    reader = reader_for(PurePath(name), data)
    if not (refusal or data or reader is None):
        refusal = EMPTY
    if refusal or reader is None:
        yield FoundArticle(None, remark=refusal or why_unsupported(PurePath(name)))
        return
    watch = _watch.get()
    if watch and not watch.may_read():
        yield FoundArticle(None, remark=BROKEN)
        return
    if len(data) > reader.max_bytes:
        yield FoundArticle(None, remark=too_large(reader.max_bytes))
        return
    itself = Original(name, reader.media_type, data, hashlib.sha256(data).hexdigest())
    for found in _stepped(here, reader.read(name, data, here.tables)):
        original = found.original or itself
        yield replace(found, original=original) if found.draft else found


def read_whole(
    reader: Reader,
    name: str,
    data: bytes,
    tables: TableChoice = TABLES,
    max_bytes: int = MAX_BYTES,
) -> Iterator[FoundArticle]:
    """Yield what a file from disk holds; all inside it shares one allowance."""
    here = _Allowance(depth=-1, bytes=max_bytes, tables=tables)
    return _stepped(here, reader.read(name, data, tables))


def why_full() -> str:
    """Return why nothing more may be unpacked of the file that is being read; nothing if it may."""
    here = _allowance.get()
    return _used_up(here) if here else ""


def inside(part: str, found: FoundArticle) -> FoundArticle:
    """Return what was found in a part, named from the file that the part stands in."""
    return replace(found, part=f"{part}{SEPARATOR}{found.part}" if found.part else part)


def too_large(max_bytes: int) -> str:
    """Return the sentence for a file that is too large to be read."""
    return f"The file is larger than {max_bytes // MB} MB; split it first."


def _refusal(here: _Allowance, data: bytes) -> str:
    here.parts -= 1
    here.bytes -= len(data)
    if here.depth >= MAX_DEPTH:
        return f"It is nested more than {MAX_DEPTH} files deep."
    return _used_up(here)


def _used_up(here: _Allowance) -> str:
    if here.parts < 0:
        return f"The file holds more than {MAX_PARTS:,} others; split it first."
    if here.bytes < 0:
        return f"The file unfolds into more than {MAX_BYTES // MB:,} MB; split it first."
    return ""


def _stepped(here: _Allowance, found: Iterable[FoundArticle]) -> Iterator[FoundArticle]:
    """Yield what a reader finds, with the allowance set only while the reader itself runs."""
    iterator = iter(found)
    while True:
        here.depth += 1
        token = _allowance.set(here)
        try:
            one = next(iterator)
        except StopIteration:
            return
        except IntakeError as fault:
            yield FoundArticle(None, remark=str(fault))
            return
        finally:
            _allowance.reset(token)
            here.depth -= 1
        yield one
