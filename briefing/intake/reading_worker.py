"""A process that reads files for another one, under limits of its own, so that it alone may die."""

import io
import os
import pickle
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, is_dataclass
from functools import cache, partial
from itertools import islice
from multiprocessing.connection import Connection
from operator import attrgetter
from pathlib import Path
from typing import Any, NamedTuple

from briefing.garbage import collect_seldom
from briefing.intake.parts import watched

try:
    import resource
except ImportError:  # Windows knows no such limits
    resource = None

_FLUSH_SECONDS = 0.5
_FLUSH_BYTES = 1024 * 1024
_COURTESY = 10  # of 19, by which a worker's turn comes later
_WORN_OUT = 512 * 1024 * 1024  # bytes it may have grown to and be given another file
MEMORY_REASON = "It needs more memory than a single file may take."

# What a worker says: the number of a file, what was found there, and whether that is all; or, in
# place of what was found, which of the files inside it is read next.
Answer = tuple[int, list[Any] | int, bool]


class FileTask(NamedTuple):
    """A file to be read; `sha256` is what it had before, if anything is known of it.

    Where a worker broke down on it already, `avoided` are the parts that were the end of it, and
    `sent` says how much of what it found has come.
    """

    number: int
    path: str
    sha256: str = ""
    avoided: tuple[int, ...] = ()
    sent: int = 0


Task = list[FileTask]


@dataclass(frozen=True, slots=True)
class ReadingLimits:
    """What reading one file may take: seconds without a sign of life, bytes of memory."""

    seconds: float = 60.0
    memory: int = 3 * 1024**3


@dataclass(frozen=True, slots=True)
class ReadingJob:
    """How a file is read, and what stands for one that could not be; a worker can import both.

    `read` yields what is found in a file; it is told the SHA-256 that the file had before, if any
    is known, and need not read on where it has that still. `failed` makes the same of a reason,
    one sentence.
    """

    read: Callable[[Path, str], Iterator[Any]]
    failed: Callable[[Path, str], Any]


def work(connection: Connection, job: ReadingJob, limits: ReadingLimits) -> None:
    """Read the files that are asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that started this one
    _limit(limits)
    collect_seldom()
    _give_way()
    outbox = _Outbox(connection)
    try:
        while True:
            for file in connection.recv():
                _read(outbox, job, file)
            outbox.flush()
            if _is_worn_out():
                connection.send_bytes(b"")
                return
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return  # nobody waits for the answer


class _Pickler(pickle.Pickler):
    """Pickles a record as a call of its class: what Python does of itself takes twice as long."""

    def reducer_override(self, obj: object) -> Any:  # noqa: ANN401  (as it is declared there)
        kind = type(obj)
        if not is_dataclass(kind):
            return NotImplemented
        return kind, _values_of(kind)(obj)


@cache
def _values_of(kind: type) -> Callable[[object], tuple[Any, ...]]:
    """Return what reads the values of a record, in the order in which its class takes them."""
    names: tuple[str, ...] = vars(kind)["__match_args__"]
    if len(names) > 1:
        return attrgetter(*names)  # in C; of a single name it makes no tuple
    return lambda one: tuple(getattr(one, name) for name in names)


class _Outbox:
    """What was found and not yet sent: pickles in a row, sent before they grow large or old."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._begin()
        self._sent_at = time.monotonic()

    def put(self, number: int, found: list[Any], *, is_last: bool) -> None:
        self._add((number, found, is_last))
        is_late = time.monotonic() - self._sent_at > _FLUSH_SECONDS
        if is_late or self._pickles.tell() > _FLUSH_BYTES:
            self.flush()

    def begin_part(self, number: int, part: int) -> None:
        self._add((number, part, False))
        self.flush()

    def flush(self) -> None:
        if self._pickles.tell():
            self._connection.send_bytes(self._pickles.getvalue())
            self._begin()
        self._sent_at = time.monotonic()

    def _begin(self) -> None:
        """Begin a message; what is said in it for the second time is only referred to."""
        self._pickles = io.BytesIO()
        self._pickler = _Pickler(self._pickles, pickle.HIGHEST_PROTOCOL)

    def _add(self, answer: Answer) -> None:
        self._pickler.dump(answer)


def _read(outbox: _Outbox, job: ReadingJob, file: FileTask) -> None:
    """Read one file; one that holds many articles is sent on piece by piece."""
    number, path = file.number, Path(file.path)
    held: list[Any] = []
    with watched(frozenset(file.avoided), partial(outbox.begin_part, number)):
        try:
            for one in islice(job.read(path, file.sha256), file.sent, None):
                if held:
                    outbox.put(number, held, is_last=False)
                    outbox.flush()  # should a later part be the end of us
                held = [one]
        except MemoryError:
            held.append(job.failed(path, MEMORY_REASON))
    outbox.put(number, held, is_last=True)


def _give_way() -> None:
    """Let the window come first, and whoever writes what was read: an import waits for that."""
    if sys.platform != "win32":
        os.nice(_COURTESY)


def _limit(limits: ReadingLimits) -> None:
    """Let a bomb end this process, not the machine; and leave no core file behind."""
    if resource is None:
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    if sys.platform == "linux" and (most == resource.RLIM_INFINITY or most > limits.memory):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, most))


def _is_worn_out() -> bool:
    """Return whether libraries have let this process grow so much that a new one is better."""
    if resource is None:
        return False
    unit = 1 if sys.platform == "darwin" else 1024
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit
    return most > _WORN_OUT and _resident(most) > _WORN_OUT


def _resident(otherwise: int) -> int:
    """Return the bytes of memory that this process takes now.

    Linux counts into the most that it ever took what the process had which started it.
    """
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return otherwise
    return pages * os.sysconf("SC_PAGE_SIZE")
