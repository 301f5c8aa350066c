"""The worker processes: handed files, listened to, watched over, and replaced when they die."""

import io
import multiprocessing
import os
import pickle
import time
from collections import deque
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import Any

from briefing.intake.reading_worker import ReadingJob, ReadingLimits, Task, work

WORKERS = 2
_QUEUED = 2  # tasks a worker has, so that it need not wait for the next
_PATIENCE = 0.1  # seconds until the caller may see to a wish to cancel
_BROKEN_PARTS = 20  # of one file, until it is given up
_FAREWELL = 2.0  # seconds for a worker to end by itself


@dataclass(slots=True)
class Heard:
    """What a worker found in the file of a number, or a piece of it, and its size in bytes."""

    number: int
    found: list[Any]
    is_last: bool
    size: int = 0  # of a whole message, told by its first answer


@dataclass(slots=True)
class Lost:
    """What a worker that is gone had not done; with a reason, the first file is to blame."""

    tasks: list[Task]
    reason: str = ""


@dataclass(slots=True, eq=False)
class _Worker:
    process: SpawnProcess
    connection: Connection
    tasks: deque[Task] = field(default_factory=deque[Task])
    silent: float = 0.0  # seconds that we have waited for a word
    done: int = 0  # files
    sent: int = 0  # pieces of the file that it is at,
    part: int = -1  # and which file inside that it has come to

    @property
    def number(self) -> int:
        """Return the number of the file that it is at."""
        return self.tasks[0][0].number if self.tasks else -1


class Crew:
    """A few workers that read files; used by one thread."""

    def __init__(self, job: ReadingJob, limits: ReadingLimits) -> None:
        self._job = job
        self._limits = limits
        self._size = max(1, min(WORKERS, os.cpu_count() or 1))
        self._context = multiprocessing.get_context("spawn")
        self._workers: list[_Worker] = []
        self._retried: set[int] = set()

    @property
    def has_room(self) -> bool:
        """Return whether a worker can be handed a task."""
        is_short = len(self._workers) < self._size
        return is_short or any(len(worker.tasks) < _QUEUED for worker in self._workers)

    def hand_out(self, task: Task) -> None:
        """Give a task to the worker with the least to do; a new one if all are busy."""
        least = min(self._workers, key=lambda worker: len(worker.tasks), default=None)
        if least is None or (least.tasks and len(self._workers) < self._size):
            least = self._hire()
        least.tasks.append(list(task))
        try:
            least.connection.send(task)
        except (BrokenPipeError, ConnectionResetError):
            return  # it is dead; listening finds out

    def listen(self, only: int | None = None) -> tuple[list[Heard], list[Lost]]:
        """Wait a moment; return what was answered, and what workers that are gone leave behind.

        With `only`, hear no one but the worker that is at the file of this number.
        """
        listened = [one for one in self._workers if one.number == only] or list(self._workers)
        started = time.monotonic()
        ready = wait([worker.connection for worker in listened], _PATIENCE)
        waited = time.monotonic() - started
        answers: list[Heard] = []
        lost: list[Lost] = []
        for worker in listened:
            if worker.connection in ready:
                self._hear(worker, answers, lost)
            elif worker.tasks:
                worker.silent += waited
                if worker.silent > self._limits.seconds:
                    lost += self._stop(worker)
        return answers, lost

    def dismiss(self) -> None:
        """End all workers: those that have nothing to do by themselves, the others at once."""
        for worker in self._workers:
            if worker.tasks:
                worker.process.kill()
            worker.connection.close()
        for worker in self._workers:
            _end(worker.process)
        self._workers.clear()

    def _hire(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(
            target=work, args=(theirs, self._job, self._limits), daemon=True, name="reader"
        )
        process.start()
        theirs.close()
        worker = _Worker(process, ours)
        self._workers.append(worker)
        return worker

    def _hear(self, worker: _Worker, answers: list[Heard], lost: list[Lost]) -> None:
        worker.silent = 0.0
        try:
            message = worker.connection.recv_bytes()
        except (EOFError, OSError):
            lost += self._bury(worker)
            return
        if not message:  # it goes by itself, being worn out
            lost.append(Lost(list(worker.tasks)))
            self._let_go(worker)
            return
        first = len(answers)
        pickles = io.BytesIO(message)
        unpickler = pickle.Unpickler(pickles)  # noqa: S301  (our own; one for what refers back)
        while pickles.tell() < len(message):
            number, found, is_last = unpickler.load()
            if isinstance(found, int):
                worker.part = found
                continue
            answers.append(Heard(number, found, is_last))
            worker.sent += len(found)
            if is_last:
                _cross_out(worker)
        if len(answers) > first:
            answers[first].size = len(message)

    def _bury(self, worker: _Worker) -> list[Lost]:
        """Take back what a dead worker had; whose fault it was is not always certain.

        A file among others, or in a worker that had read others before, is read once more on its
        own, by a fresh worker: it is to blame only if that dies too.
        """
        code = _end(worker.process)
        self._let_go(worker)
        if not worker.tasks or _goes_on_without_part(worker):
            return [Lost(list(worker.tasks))]
        is_alone = len(worker.tasks[0]) == 1
        is_certain = worker.sent > 0 or (
            is_alone and (worker.done == 0 or worker.number in self._retried)
        )
        self._retried.add(worker.number)
        reason = f"Its reader broke down on it ({_cause(code)}); it may be damaged."
        return [Lost(list(worker.tasks), reason if is_certain else "")]

    def _stop(self, worker: _Worker) -> list[Lost]:
        worker.process.kill()
        _end(worker.process)
        self._let_go(worker)
        if _goes_on_without_part(worker):
            return [Lost(list(worker.tasks))]
        is_certain = worker.sent > 0 or len(worker.tasks[0]) == 1
        reason = f"Reading it took longer than {self._limits.seconds:.0f} seconds."
        return [Lost(list(worker.tasks), reason if is_certain else "")]

    def _let_go(self, worker: _Worker) -> None:
        worker.connection.close()
        self._workers.remove(worker)


def _goes_on_without_part(worker: _Worker) -> bool:
    """Let a file that holds others be read again but for the one that a worker died of.

    Not so where it died of that one before already: then it is to blame itself.
    """
    file = worker.tasks[0][0]
    if worker.part < 0 or worker.part in file.avoided or len(file.avoided) >= _BROKEN_PARTS:
        return False
    avoided = (*file.avoided, worker.part)
    worker.tasks[0][0] = file._replace(avoided=avoided, sent=file.sent + worker.sent)
    return True


def _cross_out(worker: _Worker) -> None:
    """Note that the file a worker was at is done."""
    worker.done += 1
    worker.sent, worker.part = 0, -1
    worker.tasks[0].pop(0)
    if not worker.tasks[0]:
        worker.tasks.popleft()


def _cause(code: int) -> str:
    return f"signal {-code}" if code < 0 else f"exit {code}"


def _end(process: SpawnProcess) -> int:
    """See a process out; return its exit code."""
    process.join(_FAREWELL)
    if process.is_alive():
        process.kill()
        process.join()
    code = process.exitcode or 0
    process.close()
    return code
