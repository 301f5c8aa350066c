"""The writing half of an import: batch by batch, while the next files are read."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from types import TracebackType
from typing import Self

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.import_outcome import ImportOutcome, ImportReport
from briefing.services.citekey_giving import CitekeyGiving
from briefing.services.import_batch import Batch
from briefing.services.import_preparing import PreparedFile
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.undo_log import Step

BATCH = 1000  # articles a transaction: typing is saved between two of them
# Enough where nothing is being written, so that neither half waits for the other; not so few that
# the words of each are counted one by one (store/article_index.py), though some may be known.
SOON = 600
BATCH_BYTES = 32 * 1024 * 1024
AFTER = 5000  # new articles that are seen to at once

AfterImport = Callable[[Connection, Sequence[Uid]], None]
_Written = tuple[list[ImportOutcome], Changes]


class ImportWriting:
    """One import into a library, as one step of undo; used in a `with` statement.

    A batch is written on a thread of its own, so that whoever reads need not wait for it. What
    is to be done after an import is done to the new articles in the same step.
    """

    def __init__(self, library: Library, label: str, after: Sequence[AfterImport]) -> None:
        self._library = library
        self._step = Step(label)
        self._after = after
        self._files: list[PreparedFile] = []
        self._held = 0
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="import")
        self._much = library.writing_much()
        self._writing: tuple[Batch, Future[_Written]] | None = None
        self._citekeys = CitekeyGiving()
        self._added: list[Uid] = []
        self._outcomes: list[ImportOutcome] = []
        self._changes = Changes()

    def take(self, file: PreparedFile) -> None:
        """Write a file, soon; raises LibraryError where an earlier one could not be written."""
        self._files.append(file)
        self._held += file.content.original.size if file.content else 0
        enough = SOON if self._is_free else BATCH
        if len(self._files) >= enough or self._held > BATCH_BYTES:
            self._begin()

    def report(self, *, cancelled: bool) -> ImportReport:
        """Return what became of every file."""
        return ImportReport(tuple(self._outcomes), self._changes, cancelled=cancelled)

    def __enter__(self) -> Self:
        self._much.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self._begin()
                self._settle()
                self._see_to_added()
        finally:
            self._thread.shutdown()
            self._much.__exit__(None, None, None)

    @property
    def _is_free(self) -> bool:
        """Return whether nothing is being written."""
        return self._writing is None or self._writing[1].done()

    def _begin(self) -> None:
        """Start to write what has come, after what is being written."""
        self._settle()
        if len(self._added) >= AFTER:
            self._see_to_added()
        if self._files:
            batch = Batch(self._files, self._citekeys)
            self._writing = batch, self._thread.submit(self._write, batch)
        self._files, self._held = [], 0

    def _write(self, batch: Batch) -> _Written:
        return self._library.change(self._step, batch.write)

    def _settle(self) -> None:
        if self._writing is None:
            return
        batch, written = self._writing
        self._writing = None
        outcomes, changes = written.result()
        self._outcomes += outcomes
        self._changes |= changes
        self._added += batch.added

    def _see_to_added(self) -> None:
        added, self._added = self._added, []
        if not added:
            return
        for after in self._after:
            self._changes |= self._library.change(self._step, lambda c, do=after: do(c, added))[1]
