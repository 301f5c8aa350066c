"""Collecting: files and folders become articles of the library, each once."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from briefing.intake.article_file import draft_again
from briefing.intake.folders import Unwalked, walk
from briefing.intake.reading_pool import read_files
from briefing.model.changes import Changes
from briefing.model.ids import Uid, new_uid
from briefing.model.import_outcome import ImportOutcome, ImportReport, Outcome
from briefing.services.article_merge import merged
from briefing.services.import_identity import Acquaintance, Known, places_of
from briefing.services.import_preparing import Prepared, PreparedFile, article_of, prepare_file
from briefing.store import article_batches, article_places, articles, originals
from briefing.store.article_batches import NewArticle
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.undo_log import Step
from briefing.text.citekeys import free_citekey

BATCH = 1000  # articles a transaction: typing is saved between two of them
BATCH_BYTES = 32 * 1024 * 1024
TELL = 20  # files between two words on progress

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


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
        read = _in_order(found, is_cancelled)
        done_files: list[int] = []
        for batch in _batches(_told(read, len(found), progress, done_files)):
            done, touched = self._library.change(step, _Batch(batch).write)
            outcomes += done
            changes |= touched
        return ImportReport(tuple(outcomes), changes, cancelled=len(done_files) < len(found))

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

    def __init__(self, files: Sequence[PreparedFile]) -> None:
        self._files = files
        self._waiting: dict[Uid, NewArticle] = {}
        self._citekeys: set[str] = set()  # of those that wait

    def write(self, connection: Connection) -> list[ImportOutcome]:
        """Write all files; return what became of each."""
        contents = [file.content for file in self._files if file.content]
        acquaintance = Acquaintance(connection, contents)
        outcomes = [self._take(connection, acquaintance, file) for file in self._files]
        self._add_waiting(connection)
        return outcomes

    def _take(
        self, connection: Connection, acquaintance: Acquaintance, file: PreparedFile
    ) -> ImportOutcome:
        if file.content is None:
            return ImportOutcome(file.path, Outcome.FAILED, reason=file.reason)
        known = acquaintance.known(file.content)
        if known is None:
            uid, citekey = self._let_wait(connection, file.content)
            acquaintance.meet(file.content, uid, citekey)
            return ImportOutcome(file.path, Outcome.ADDED, citekey, file.reason)
        if known.is_same:
            reason = f"It is in the library already, from {known.copy_of}." if known.copy_of else ""
            return ImportOutcome(file.path, Outcome.UNCHANGED, known.citekey, reason)
        if known.uid in self._waiting:
            self._add_waiting(connection)
        names = _update(connection, known, file.content)
        acquaintance.meet(file.content, known.uid, known.citekey)
        if names is None:
            return ImportOutcome(file.path, Outcome.UNCHANGED, known.citekey)
        told = f"Changed: {', '.join(names)}." if names else "Only its file changed."
        reason = " ".join(filter(None, (told, file.reason)))
        return ImportOutcome(file.path, Outcome.UPDATED, known.citekey, reason)

    def _let_wait(self, connection: Connection, file: Prepared) -> tuple[Uid, str]:
        def is_taken(citekey: str) -> bool:
            waits = citekey in self._citekeys
            return waits or articles.find_by_citekey(connection, citekey) is not None

        uid, citekey = new_uid(), free_citekey(file.citekey_stem, is_taken)
        article = article_of(file.draft, uid, citekey)
        self._waiting[uid] = NewArticle(article, file.original, places_of(file), file.indexed)
        self._citekeys.add(citekey)
        return uid, citekey

    def _add_waiting(self, connection: Connection) -> None:
        article_batches.add_all(connection, sorted(self._waiting.values(), key=_by_date))
        self._waiting.clear()
        self._citekeys.clear()


def _update(connection: Connection, known: Known, file: Prepared) -> tuple[str, ...] | None:
    """Bring a file into its article; return what changed, None where it says nothing new."""
    for place, sha256 in places_of(file):
        article_places.put(connection, place, known.uid, sha256)
    original = originals.find(connection, known.uid)
    before = draft_again(original) if original else None
    article, names = merged(articles.get(connection, known.uid), before, file.draft)
    if before == file.draft and not names:
        return None
    articles.update(connection, article, originals.unpack(file.original))
    return names


def _by_date(new: NewArticle) -> tuple[int, int, int]:
    """Order as the index does: by day, undated articles first."""
    published = new.article.published
    if published is None:
        return (0, 0, 0)
    first = published.first_day()
    return (first.year, first.month, first.day)


def _in_order(
    found: Sequence[Path | Unwalked], cancelled: Cancelled
) -> Iterator[list[PreparedFile]]:
    """Yield what was found, each file made ready, in the order in which it was found."""
    paths = [one for one in found if isinstance(one, Path)]
    files = read_files(paths, prepare_file, cancelled)
    for one in found:
        if isinstance(one, Unwalked):
            yield [PreparedFile(one.path, one.reason)]
            continue
        file = next(files, None)
        if file is None:  # cancelled
            return
        yield file


def _told(
    files: Iterator[list[PreparedFile]],
    total: int,
    progress: Progress | None,
    done: list[int],
) -> Iterator[PreparedFile]:
    """Pass files on and tell how many there were, now and then."""
    for number, parts in enumerate(files, 1):
        if progress and (number % TELL == 0 or number == total):
            progress(number, total)
        done.append(number)
        yield from parts


def _batches(files: Iterator[PreparedFile]) -> Iterator[list[PreparedFile]]:
    """Cut files into transactions: not too many, and not too much to hold."""
    batch: list[PreparedFile] = []
    held = 0
    for file in files:
        batch.append(file)
        held += file.content.original.size if file.content else 0
        if len(batch) == BATCH or held > BATCH_BYTES:
            yield batch
            batch, held = [], 0
    if batch:
        yield batch


def _never() -> bool:
    return False


def _label(count: int) -> str:
    return "Import a file" if count == 1 else f"Import {count:,} files"
