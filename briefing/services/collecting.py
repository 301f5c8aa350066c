"""Collecting: files, folders and what is pasted become articles of the library, each once."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import islice
from pathlib import Path

from briefing.errors import InputError, IntakeError
from briefing.intake.article_formats import READERS
from briefing.intake.folders import Unwalked, walk
from briefing.intake.reading_pool import FEW, read_files
from briefing.intake.reading_worker import ReadingJob
from briefing.intake.register import is_table
from briefing.intake.table_choice import TableChoice
from briefing.intake.table_mapping import folded, full_mapping, parse_mapping
from briefing.model.import_outcome import ImportReport
from briefing.model.table_preview import TablePreview
from briefing.services.import_preparing import (
    PreparedFile,
    failed_file,
    file_place,
    prepare_file,
)
from briefing.services.import_writing import AfterImport, ImportWriting
from briefing.services.pasting import prepare_paste
from briefing.services.table_mappings import TableMappings
from briefing.store import article_places
from briefing.store.library_file import Library

TELL = 20  # files between two words on progress
TELL_COUNTED = 500
LOOKED_UP = 200  # files of which the library is asked at once

Progress = Callable[[int, int], None]
Cancelled = Callable[[], bool]


class Collecting:
    """Takes files into one library; `after` is done to the articles that are new."""

    def __init__(self, library: Library, after: Sequence[AfterImport] = ()) -> None:
        self._library = library
        self._after = tuple(after)

    def import_paths(
        self,
        paths: Sequence[Path],
        progress: Progress | None = None,
        cancelled: Cancelled | None = None,
        *,
        mapping: Mapping[str, str] | None = None,
    ) -> ImportReport:
        """Import files and all files in folders, as one step of undo.

        A file is known again by its place, its bytes or its address (import_identity). One that
        says nothing new changes nothing; one that changed updates its article, but only what
        changed in the file: what the analyst set since stays. Cancelling keeps the articles that
        were complete. `progress` is told how many of how many files are done, and, while they
        are being counted, how many of 0. `mapping` says which columns of a table are which fields;
        a column left out keeps its name. It is remembered for tables with the same columns.
        Raises LibraryError where the library cannot be written.
        """
        tell, is_cancelled = progress or _say_nothing, cancelled or _never
        total = self._count(paths, tell, is_cancelled)
        job = ReadingJob(partial(prepare_file, tables=self._tables(paths, mapping)), failed_file)
        run = _Run(job, partial(self._walk, paths), self._known, total, tell, is_cancelled)
        with ImportWriting(self._library, _label(total), self._after) as writing:
            for found in run.files():
                writing.take(found)
        return writing.report(cancelled=is_cancelled() and run.done < total)

    def paste(self, text: str, url: str = "", html: str = "") -> ImportReport:
        """Take in what was pasted: plain text, or HTML where there is any.

        A web address that is given, or stands alone in the first line, becomes the article's.
        """
        prepared = prepare_paste(text, url, html)
        with ImportWriting(self._library, "Paste an article", self._after) as writing:
            writing.take(prepared)
        return writing.report(cancelled=False)

    def suffixes(self) -> tuple[str, ...]:
        """Return the endings of the files that can be imported, as `.md`, in the guide's order."""
        return tuple(dict.fromkeys(suffix for one in READERS for suffix in one.suffixes))

    def table_columns(self, path: Path) -> TablePreview:
        """Return a table's columns, first rows, and what its columns mean, guessed or remembered.

        Raises IntakeError where it cannot be read or is no table.
        """
        return TableMappings(self._library).preview(path)

    def unmapped(self, paths: Sequence[Path]) -> tuple[tuple[Path, TablePreview], ...]:
        """Return the tables among files whose columns nobody has said the meaning of yet."""
        found: list[tuple[Path, TablePreview]] = []
        for path in paths:
            if is_table(path) and path.is_file():
                with suppress(IntakeError):  # it is no table, or the import says what is wrong
                    found.append((path, self.table_columns(path)))
        return tuple((path, table) for path, table in found if not table.is_remembered)

    def remember_mapping(self, columns: Sequence[str], mapping: Mapping[str, str]) -> None:
        """Keep what the columns of a table mean, for every table with these columns."""
        TableMappings(self._library).remember(columns, mapping)

    def complete_mapping(self, paths: Sequence[Path], words: Iterable[str]) -> dict[str, str]:
        """Return what `Column=field` words say, and of the tables' other columns what they mean.

        What was said of a table like it before goes on; else it is a guess. Raises InputError
        where a word is no mapping, or names a column that no table among the paths has.
        """
        given = parse_mapping(words)
        whole, fields = dict(given), set(given.values())
        tables: dict[str, TablePreview] = {}
        for path in paths if given else ():
            if is_table(path):
                with suppress(IntakeError):  # the report says so
                    tables[path.name] = self.table_columns(path)
        for table in tables.values():
            before = {name: one for name, one in table.mapping.items() if one not in fields}
            whole |= full_mapping(table.columns, table.rows, before | given)
        _refuse_unknown(given, tables)
        return whole

    def _tables(self, paths: Sequence[Path], mapping: Mapping[str, str] | None) -> TableChoice:
        """Remember what is said of tables that are named themselves; tables in folders guess."""
        mappings = TableMappings(self._library)
        is_remembered = False
        for path in paths if mapping else ():
            if mapping and is_table(path):
                with suppress(IntakeError):  # the report says so
                    mappings.remember(mappings.preview(path).columns, mapping)
                    is_remembered = True
        return TableChoice(None if is_remembered else mapping, mappings.every())

    def _count(self, paths: Sequence[Path], tell: Progress, cancelled: Cancelled) -> int:
        """Return how many files there are; the walk is made twice, so that none need be held."""
        count = 0
        for _ in self._walk(paths):
            count += 1
            if count % TELL_COUNTED == 0:
                tell(count, 0)
                if cancelled():
                    break
        return count

    def _walk(self, paths: Sequence[Path]) -> Iterator[Path | Unwalked]:
        return (one for one in walk(paths) if not self.is_own_file(one))

    def _known(self, paths: Iterator[Path]) -> Iterator[tuple[Path, str]]:
        """Yield files with the SHA-256 that each had when it was last imported, or nothing."""
        while some := list(islice(paths, LOOKED_UP)):
            places = {path: file_place(path) for path in some}
            known = article_places.find_all(self._library.reader(), places.values())
            for path, place in places.items():
                yield path, known[place].sha256 if place in known else ""

    def is_own_file(self, found: Path | Unwalked) -> bool:
        """Return whether it is the library that is open, or a file that SQLite keeps beside it."""
        own = self._library.path
        if isinstance(found, Unwalked) or not found.name.startswith(own.name):
            return False
        tail = found.name.removeprefix(own.name)
        return tail in {"", "-wal", "-shm"} and found.absolute().parent == own.parent


class _Run:
    """The files of one import on their way, each in its turn."""

    def __init__(
        self,
        job: ReadingJob,
        walked: Callable[[], Iterator[Path | Unwalked]],
        known: Callable[[Iterator[Path]], Iterator[tuple[Path, str]]],
        total: int,
        tell: Progress,
        cancelled: Cancelled,
    ) -> None:
        self._job = job
        self._walked = walked
        self._known = known
        self._total = total
        self._tell = tell
        self._cancelled = cancelled
        self._unwalked: dict[int, Unwalked] = {}  # after so many files
        self._given = 0
        self._parts = 0
        self.done = 0

    def files(self) -> Iterator[PreparedFile]:
        """Yield what is found in every file, in order, until it is cancelled."""
        are_many = self._total >= FEW
        files = self._known(self._paths())
        with closing(read_files(files, self._job, self._cancelled, are_many=are_many)) as pieces:
            read = 0
            yield from self._missed(read)
            for piece in pieces:
                self._count_part(is_last=piece.is_last)
                yield from piece.found
                if piece.is_last:
                    read += 1
                    self._count_one()
                    yield from self._missed(read)
        if not self._cancelled():
            yield from self._missed(read)

    def _paths(self) -> Iterator[Path]:
        for one in self._walked():
            if isinstance(one, Unwalked):
                self._unwalked[self._given] = one
            else:
                self._given += 1
                yield one

    def _missed(self, read: int) -> Iterator[PreparedFile]:
        """Yield the folder that could not be read after so many files, if there is one."""
        folder = self._unwalked.pop(read, None)
        if folder:
            yield PreparedFile(folder.path, folder.reason)
            self._count_one()

    def _count_part(self, *, is_last: bool) -> None:
        """Tell of a single file that holds many articles: how many there are nobody knows."""
        self._parts = 0 if is_last else self._parts + 1
        if self._total == 1 and self._parts and self._parts % TELL == 0:
            self._tell(self._parts, 0)

    def _count_one(self) -> None:
        self.done += 1
        if self.done % TELL == 0 or self.done == self._total:
            self._tell(self.done, self._total)


def _refuse_unknown(given: Mapping[str, str], tables: Mapping[str, TablePreview]) -> None:
    """Refuse a column that none of the tables has; of tables in folders nothing is known yet."""
    columns = {folded(column) for table in tables.values() for column in table.columns}
    unknown = [column for column in given if folded(column) not in columns]
    if tables and unknown:
        name, table = next(iter(tables.items()))
        has = ", ".join(table.columns)
        raise InputError(f"There is no column “{unknown[0]}”; the columns of {name} are {has}.")


def _say_nothing(done: int, total: int) -> None:
    del done, total


def _never() -> bool:
    return False


def _label(count: int) -> str:
    return "Import a file" if count == 1 else f"Import {count:,} files"
