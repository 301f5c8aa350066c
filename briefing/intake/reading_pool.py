"""Many files read at once, in order: the dangerous ones in processes that may die alone."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.intake.article_file import is_heavy_inside
from briefing.intake.reading_crew import Crew, Heard, Lost
from briefing.intake.reading_worker import FileTask, ReadingJob, ReadingLimits, Task
from briefing.intake.register import is_heavy

FEW = 200  # from so many files on, the light ones are read by workers too
_CHUNK = 50  # light files that a worker is handed at once,
_CHUNK_PATHS = 16 * 1024  # or fewer where their paths are long: a pipe must not fill up
_AHEAD = 1500  # files that may be under way before the one that is waited for
_LONG = 1500  # answers that may wait behind a slow file,
_LARGE = 48 * 1024 * 1024  # or bytes of them

LIMITS = ReadingLimits()


@dataclass(frozen=True, slots=True)
class FileFound:
    """What was found in a file, or a piece of it: more follows until `is_last`."""

    found: list[Any]
    is_last: bool


def read_files(
    files: Iterable[tuple[Path, str]],
    job: ReadingJob,
    cancelled: Callable[[], bool],
    *,
    are_many: bool,
    limits: ReadingLimits = LIMITS,
) -> Generator[FileFound]:
    """Yield what is found in every file, in the order of the files; stop when cancelled.

    With each file comes the SHA-256 that it had before, or nothing.

    Heavy formats are read by workers only; light ones here, unless there are many. Workers are
    spawned, so that it is the same on every system and safe beside threads. One that dies, or is
    silent for too long, costs the file it was at.
    """
    crew = Crew(job, limits)
    try:
        yield from _Reading(files, job, crew, are_many=are_many).run(cancelled)
    finally:
        crew.dismiss()


class _Reading:
    """One run over many files: what was handed out, what came back, what is next."""

    def __init__(
        self, files: Iterable[tuple[Path, str]], job: ReadingJob, crew: Crew, *, are_many: bool
    ) -> None:
        self._source = enumerate(files)
        self._job = job
        self._crew = crew
        self._are_many = are_many
        self._here: dict[int, tuple[Path, str]] = {}  # files to be read in this process
        self._chunk: Task = []
        self._chunk_paths = 0
        self._tasks: deque[Task] = deque()
        self._answers: dict[int, deque[Heard]] = {}
        self._waiting = 0  # answers that wait,
        self._held = 0  # and their bytes
        self._taken = 0  # files taken from the source
        self._head = 0  # the file that is waited for
        self._is_drained = False

    def run(self, cancelled: Callable[[], bool]) -> Iterator[FileFound]:
        """Yield answers until every file is done or it is cancelled."""
        while not cancelled():
            self._fill()
            if self._is_drained and self._head == self._taken:
                return
            if self._head in self._here:
                yield self._read_here()
            elif ready := self._answers.get(self._head):
                yield self._pass_on(ready)
            else:
                self._wait()

    def _read_here(self) -> FileFound:
        path, sha256 = self._here.pop(self._head)
        self._head += 1
        return FileFound(list(self._job.read(path, sha256)), is_last=True)

    def _pass_on(self, ready: deque[Heard]) -> FileFound:
        one = ready.popleft()
        self._waiting -= 1
        self._held -= one.size
        if one.is_last:
            del self._answers[self._head]
            self._head += 1
        return FileFound(one.found, one.is_last)

    def _fill(self) -> None:
        """Hand files out as far ahead as may be."""
        while self._crew.has_room:
            while not self._tasks and not self._is_drained and self._taken - self._head < _AHEAD:
                self._take()
            if not self._tasks and self._chunk and self._must_cut:
                self._cut()
            if not self._tasks:
                return
            self._crew.hand_out(self._tasks.popleft())

    @property
    def _must_cut(self) -> bool:
        return self._is_drained or self._taken - self._head >= _AHEAD

    def _take(self) -> None:
        number, file = next(self._source, (0, None))
        if file is None:
            self._is_drained = True
            return
        self._taken += 1
        path, sha256 = file
        if is_heavy(path) or (not self._are_many and is_heavy_inside(path)):
            self._tasks.append([FileTask(number, str(path), sha256)])
        elif not self._are_many:
            self._here[number] = file
        else:
            self._add_to_chunk(number, path, sha256)

    def _add_to_chunk(self, number: int, path: Path, sha256: str) -> None:
        name = str(path)
        self._chunk.append(FileTask(number, name, sha256))
        self._chunk_paths += len(name) + len(sha256)
        if self._chunk_paths > _CHUNK_PATHS or len(self._chunk) == _CHUNK:
            self._cut()

    def _cut(self) -> None:
        self._tasks.append(self._chunk)
        self._chunk, self._chunk_paths = [], 0

    def _wait(self) -> None:
        """Hear what workers say; while much waits, only the one that is waited for."""
        is_much = self._waiting > _LONG or self._held > _LARGE
        answers, lost = self._crew.listen(self._head if is_much else None)
        for one in answers:
            self._put(one.number, one)
        for one in lost:
            self._take_back(one)

    def _put(self, number: int, one: Heard) -> None:
        self._answers.setdefault(number, deque()).append(one)
        self._waiting += 1
        self._held += one.size

    def _take_back(self, lost: Lost) -> None:
        """Give up the file that a worker died of, and hand out again what it had not begun."""
        if lost.reason:
            file = lost.tasks[0].pop(0)
            failed = self._job.failed(Path(file.path), lost.reason)
            self._put(file.number, Heard(file.number, [failed], is_last=True))
        for task in reversed(lost.tasks):
            self._tasks.extendleft([entry] for entry in reversed(task))
