"""Collecting: files and folders become articles of the library, each once."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from briefing.intake.article_file import ArticleFile
from briefing.intake.draft_article import DraftArticle
from briefing.intake.folders import Unwalked, walk
from briefing.intake.reading_pool import read_files
from briefing.model.article import Article, Original
from briefing.model.changes import Changes
from briefing.model.ids import new_uid
from briefing.services.article_merge import merged
from briefing.services.import_identity import draft_of, find_known, keys_of, remember
from briefing.store import articles
from briefing.store.library_file import Library
from briefing.store.undo_log import Step
from briefing.text.citekeys import make_citekey

BATCH = 1000  # articles a transaction: typing is saved between two of them
BATCH_BYTES = 32 * 1024 * 1024
TELL = 20  # files between two words on progress

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Outcome(StrEnum):
    """What became of a file."""

    ADDED = "added"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """One file; `reason` says why it failed, what changed, or how it had to be read."""

    path: str
    outcome: Outcome
    citekey: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of every file, in the order in which they were found."""

    outcomes: tuple[ImportOutcome, ...]
    changes: Changes
    cancelled: bool = False

    def count(self, outcome: Outcome) -> int:
        """Return how many files ended so."""
        return sum(one.outcome is outcome for one in self.outcomes)


class Collecting:
    """Takes files into one library."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def import_paths(
        self,
        paths: Sequence[Path],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
    ) -> ImportReport:
        """Import files and all files in folders, as one step of undo.

        A file is known again by its place, its bytes or its address (import_identity). One that
        says nothing new changes nothing; one that changed updates its article, but only what
        changed in the file: what the analyst set since stays. Cancelling keeps the articles that
        were complete. Raises LibraryError where the library cannot be written.
        """
        is_cancelled = cancelled or _never
        found = [one for one in walk(paths) if not self._is_own_file(one)]
        step = Step(_label(len(found)))
        outcomes: list[ImportOutcome] = []
        changes = Changes()
        for batch in _batches(_told(_in_order(found, is_cancelled), len(found), progress)):
            done, touched = self._library.change(step, _Batch(batch).write)
            outcomes += done
            changes |= touched
        return ImportReport(tuple(outcomes), changes, cancelled=len(outcomes) < len(found))

    def _is_own_file(self, found: Path | Unwalked) -> bool:
        """Return whether it is the library that is open, or a file that SQLite keeps beside it."""
        own = self._library.path
        if isinstance(found, Unwalked) or not found.name.startswith(own.name):
            return False
        tail = found.name.removeprefix(own.name)
        return tail in {"", "-wal", "-shm"} and found.absolute().parent == own.parent


class _Batch:
    """Files that are written in one transaction; new articles wait, to be added by date.

    The search index takes rows quickly only in the order of their ids, which is that of dates.
    """

    def __init__(self, files: Sequence[ArticleFile]) -> None:
        self._files = files
        self._waiting: list[tuple[Article, ArticleFile]] = []
        self._waiting_keys: set[str] = set()
        self._waiting_citekeys: set[str] = set()

    def write(self, connection: sqlite3.Connection) -> list[ImportOutcome]:
        """Write all files; return what became of each."""
        outcomes = [self._take(connection, file) for file in self._files]
        self._add_waiting(connection)
        return outcomes

    def _take(self, connection: sqlite3.Connection, file: ArticleFile) -> ImportOutcome:
        if file.draft is None or file.original is None:
            return ImportOutcome(file.path, Outcome.FAILED, reason=file.reason)
        keys = set(keys_of(file.path, file.draft, file.original))
        if keys & self._waiting_keys:  # it is about one that waits
            self._add_waiting(connection)
        known = find_known(connection, file.path, file.draft, file.original)
        if known is None:
            return self._let_wait(connection, file, file.draft, keys)
        article = articles.get(connection, known.uid)
        if known.is_same:
            reason = f"It is in the library already, from {known.copy_of}." if known.copy_of else ""
            return ImportOutcome(file.path, Outcome.UNCHANGED, article.citekey, reason)
        return self._update(connection, article, file, file.draft, file.original)

    def _let_wait(
        self, connection: sqlite3.Connection, file: ArticleFile, draft: DraftArticle, keys: set[str]
    ) -> ImportOutcome:
        def is_taken(citekey: str) -> bool:
            waits = citekey in self._waiting_citekeys
            return waits or articles.find_by_citekey(connection, citekey) is not None

        citekey = make_citekey(
            draft.publisher, draft.authors, draft.published, draft.title, draft.url, is_taken
        )
        article = Article(uid=new_uid(), citekey=citekey, **_values(draft))
        self._waiting.append((article, file))
        self._waiting_keys |= keys
        self._waiting_citekeys.add(citekey)
        return ImportOutcome(file.path, Outcome.ADDED, citekey, file.reason)

    def _add_waiting(self, connection: sqlite3.Connection) -> None:
        for article, file in sorted(self._waiting, key=_by_date):
            articles.add(connection, article, file.original)
            if file.draft and file.original:
                remember(connection, file.path, file.draft, file.original, article.uid)
        self._waiting.clear()
        self._waiting_keys.clear()
        self._waiting_citekeys.clear()

    def _update(
        self,
        connection: sqlite3.Connection,
        article: Article,
        file: ArticleFile,
        draft: DraftArticle,
        original: Original,
    ) -> ImportOutcome:
        before = draft_of(connection, article.uid)
        changed, names = merged(article, before, draft)
        remember(connection, file.path, draft, original, article.uid)
        if before == draft and not names:
            return ImportOutcome(file.path, Outcome.UNCHANGED, article.citekey)
        articles.update(connection, changed, original)
        reason = (
            f"Changed: {', '.join(names)}." if names else "Its file changed, its record did not."
        )
        reason = " ".join(filter(None, (reason, file.reason)))
        return ImportOutcome(file.path, Outcome.UPDATED, article.citekey, reason)


def _values(draft: DraftArticle) -> dict[str, Any]:
    return {field.name: getattr(draft, field.name) for field in fields(draft)}


def _by_date(waiting: tuple[Article, ArticleFile]) -> tuple[int, int, int]:
    """Order as the index does: by day, undated articles first."""
    day = waiting[0].published
    if day is None:
        return (0, 0, 0)
    first = day.first_day()
    return (first.year, first.month, first.day)


def _in_order(found: Sequence[Path | Unwalked], cancelled: Cancelled) -> Iterator[ArticleFile]:
    """Yield what was found, each file read, in the order in which it was found."""
    files = read_files([one for one in found if isinstance(one, Path)], cancelled)
    for one in found:
        if isinstance(one, Unwalked):
            yield ArticleFile(one.path, reason=one.reason)
            continue
        file = next(files, None)
        if file is None:  # cancelled
            return
        yield file


def _told(
    files: Iterator[ArticleFile], total: int, progress: Progress | None
) -> Iterator[ArticleFile]:
    """Pass files on and tell how many there were, now and then."""
    for number, file in enumerate(files, 1):
        if progress and (number % TELL == 0 or number == total):
            progress(number, total)
        yield file


def _batches(files: Iterator[ArticleFile]) -> Iterator[list[ArticleFile]]:
    """Cut files into transactions: not too many, and not too much to hold."""
    batch: list[ArticleFile] = []
    held = 0
    for file in files:
        batch.append(file)
        held += len(file.original.data) if file.original else 0
        if len(batch) == BATCH or held > BATCH_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _never() -> bool:
    return False


def _label(count: int) -> str:
    return "Import a file" if count == 1 else f"Import {count:,} files"
