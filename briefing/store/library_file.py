"""The library: one SQLite file, one writer, a reader for every thread, undo for all of it."""

import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from briefing.errors import BriefingError, InputError, LibraryError
from briefing.model.changes import Changes
from briefing.store import fact_index
from briefing.store.article_index import fill, flush, is_waiting, set_aside
from briefing.store.backups import copy_to, keep_older
from briefing.store.connections import open_writer, pragma
from briefing.store.derived import refresh
from briefing.store.held_locks import HeldLocks
from briefing.store.index_upkeep import go_on, is_behind
from briefing.store.library_checks import check_file, check_tables, check_version, claim_name
from briefing.store.migrations import SQL_FOLDER, migrate, migrations
from briefing.store.readers import Readers
from briefing.store.transactions import atomic
from briefing.store.undo_log import Step, UndoLog
from briefing.store.writer_thread import WriterThread

T = TypeVar("T")
_AT_ONCE = 0.05  # seconds that a job which comes meanwhile may have to wait
_AT_CLOSE = 5.0
AfterUndo = Callable[[sqlite3.Connection, Changes], None]


class Library:
    """An open library. Every method may be called from any thread."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection
        self._readers = Readers(path)
        self._locks = HeldLocks(path)
        self._log: UndoLog | None = None
        self._writing = threading.Lock()  # held while a job uses the writer's connection
        self._data_version = pragma(connection, "data_version")
        self._is_changed_outside = False
        self._is_closed = False
        self._is_behind = is_behind(connection)
        self._writer = WriterThread(f"writer of {path.name}", self._keep_up)

    @classmethod
    def create(cls, path: Path, sql: Path = SQL_FOLDER) -> Self:
        """Make an empty library; LibraryError where the file exists or cannot be made."""
        path = path.absolute()
        claim_name(path)
        connection: sqlite3.Connection | None = None
        try:
            connection = open_writer(path)
            migrate(connection, sql)
            # After the tables, so that the file itself tells what it is even if we end here.
            connection.execute("PRAGMA journal_mode = WAL")
            return cls(path, connection)
        except BaseException:
            if connection:
                connection.close()
            path.unlink(missing_ok=True)
            raise

    @classmethod
    def open(cls, path: Path, sql: Path = SQL_FOLDER) -> Self:
        """Open a library; an older one is upgraded after a copy `NAME.before-vN.briefing`.

        Raises LibraryError where the file is none, cannot be written or is damaged, and
        NewerLibraryError where a newer Briefing wrote it.
        """
        path = path.absolute()
        check_file(path)
        connection = open_writer(path)
        try:
            newest = migrations(sql)[-1].number
            if check_version(connection, path, newest) < newest:
                keep_older(connection, path, newest)
                migrate(connection, sql)
            check_tables(connection, path)
            connection.execute("PRAGMA journal_mode = WAL")
            if is_waiting(connection):  # since the upgrade
                with atomic(connection):
                    fill(connection)
                    fact_index.refresh(connection)
            return cls(path, connection)
        except BaseException:
            connection.close()
            raise

    # reading

    def reader(self) -> sqlite3.Connection:
        """Return this thread's own read-only connection."""
        return self._readers.mine()

    def changed_outside(self) -> bool:
        """Return, once each time, whether another program has written to the library.

        Never waits: while a write of our own runs, the answer comes with the next call.
        """
        if self._writing.acquire(blocking=False):
            try:
                if not self._is_closed:
                    self._locks.take_again()
                self._look_outside()
            finally:
                self._writing.release()
        changed, self._is_changed_outside = self._is_changed_outside, False
        return changed

    # writing

    def write(
        self,
        label: str | Step,
        work: Callable[[sqlite3.Connection], T],
        *,
        undoable: bool = True,
    ) -> T:
        """Run `work` on the writer in one transaction, as one step of undo, and wait for it.

        Writes that are handed the same Step become one step, unless another came between: so a
        long import leaves room for typing to be saved. `undoable=False` is for what is saved as
        it is typed, and for derived data; on any other record it ends the history. Inside
        another write, `work` becomes part of it.
        """
        return self.change(label, work, undoable=undoable)[0]

    def change(
        self,
        label: str | Step,
        work: Callable[[sqlite3.Connection], T],
        *,
        undoable: bool = True,
    ) -> tuple[T, Changes]:
        """Do as `write`, and return also which records were touched."""
        if self._writer.is_mine:
            with atomic(self._connection):
                return work(self._connection), self._undo_log().changes()
        step = label if isinstance(label, Step) else Step(label)
        return self._writer.run(lambda: self._write(step, work, undoable=undoable))

    def writing_much(self) -> AbstractContextManager[None]:
        """Return a context in which what can wait does so between two writes, as in an import."""
        return self._writer.busy()

    def undo(self, after: AfterUndo | None = None) -> tuple[str, Changes] | None:
        """Take the newest step back; return its label and what it touched, or nothing.

        InputError where it goes as a whole and what was typed since took a part of it.

        `after` derives what the store cannot, in the same transaction.
        """
        return self._writer.run(lambda: self._take(after, undone=True))

    def redo(self, after: AfterUndo | None = None) -> tuple[str, Changes] | None:
        """Do again the step that was last taken back."""
        return self._writer.run(lambda: self._take(after, undone=False))

    @property
    def undo_label(self) -> str:
        """Return what `undo` would take back, or nothing."""
        steps = self._log.undo_steps if self._log else []
        return steps[-1].label if steps else ""

    @property
    def redo_label(self) -> str:
        """Return what `redo` would do again, or nothing."""
        steps = self._log.redo_steps if self._log else []
        return steps[-1].label if steps else ""

    # the file

    def backup(self, target: Path) -> None:
        """Write a whole copy of the library, replacing `target`; a copy is one file."""
        target = target.absolute()
        if target.resolve() == self.path.resolve():
            raise LibraryError("A backup cannot replace the library itself; choose another name.")
        copy_to(self.reader(), target)

    def close(self) -> None:
        """Finish what is being written and close the file."""
        if self._is_closed:
            return
        self._is_closed = True
        self._writer.close()
        self._readers.close()
        self._keep_up(_AT_CLOSE)
        self._connection.close()  # the last one: it folds the log back into the file
        self._locks.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # on the writer's thread

    def _keep_up(self, seconds: float = _AT_ONCE) -> bool:
        """Do some of what can wait; return whether there is more of it."""
        if not self._is_closed:
            self._undo_log()  # or else the first save would wait for it
        if not self._is_behind:  # not even the lock is taken then
            return False
        # What the world does now may have passed when it is tried again.
        with self._writing, suppress(BriefingError), atomic(self._connection):
            self._is_behind = go_on(self._connection, seconds)
            return self._is_behind
        return False

    def _write(
        self, step: Step, work: Callable[[sqlite3.Connection], T], *, undoable: bool
    ) -> tuple[T, Changes]:
        with self._writing:
            self._is_behind = True
            log = self._undo_log()
            with atomic(self._connection):
                self._look_outside()
                start = log.begin()
                result = work(self._connection)
                flush(self._connection)
                changes = log.changes()
            if undoable:
                log.record(step, start)
            else:
                log.seal(start)
            return result, changes

    def _take(self, after: AfterUndo | None, *, undone: bool) -> tuple[str, Changes] | None:
        with self._writing:
            self._is_behind = True
            log = self._undo_log()
            if undone and (refusal := log.refusal()):
                raise InputError(refusal)
            with atomic(self._connection):
                self._look_outside()
                steps = log.undo_steps if undone else log.redo_steps
                if not steps:
                    return None
                start = log.begin()
                set_aside(self._connection, log.added_articles(steps[-1]))
                log.reverse(steps[-1])
                changes = log.changes()
                refresh(self._connection, changes)
                if after:
                    after(self._connection, changes)
                flush(self._connection)
            label = steps[-1].label
            log.move(start, undone=undone)
            return label, changes

    def _undo_log(self) -> UndoLog:
        if self._log is None:
            self._log = UndoLog(self._connection)
        return self._log

    def _look_outside(self) -> None:
        """Notice another program's write; a step from before it can no longer be taken back."""
        version = pragma(self._connection, "data_version")
        if version != self._data_version:
            self._data_version = version
            self._is_changed_outside = True
            if self._log:
                self._log.clear()
