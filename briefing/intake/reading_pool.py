"""Many files read at once: in this process while they are few, in two workers when many."""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from pathlib import Path
from typing import TypeVar

FEW = 200
_WORKERS = 2
_CHUNK = 100  # files that one worker is handed at once,
_CHUNK_BYTES = 4 * 1024 * 1024  # or fewer where they are large
_AHEAD = 8  # chunks that are under way

T = TypeVar("T")


def read_files(
    paths: Sequence[Path], read: Callable[[Path], T], cancelled: Callable[[], bool]
) -> Iterator[T]:
    """Yield what `read` makes of every file, in order; stop where `cancelled` says so.

    `read` is a function that a worker can import. Workers are spawned, so that it is the same on
    every system and safe beside threads; a worker that dies costs speed, not files: this process
    reads on.
    """
    done = 0
    if len(paths) >= FEW:
        try:
            for found in _in_workers(paths, read, cancelled):
                done += 1
                yield found
        except BrokenProcessPool:
            pass  # read on below, from the first file that has not come back
        else:
            return
    for path in paths[done:]:
        if cancelled():
            return
        yield read(path)


def _in_workers(
    paths: Sequence[Path], read: Callable[[Path], T], cancelled: Callable[[], bool]
) -> Iterator[T]:
    context = multiprocessing.get_context("spawn")
    workers = min(_WORKERS, os.cpu_count() or 1)
    chunks = _chunks(paths)
    under_way: deque[Future[list[T]]] = deque()
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_leave_signals)
    try:
        under_way.extend(pool.submit(_read_chunk, chunk, read) for chunk in islice(chunks, _AHEAD))
        while under_way and not cancelled():
            yield from under_way.popleft().result()
            under_way.extend(pool.submit(_read_chunk, chunk, read) for chunk in islice(chunks, 1))
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _chunks(paths: Sequence[Path]) -> Iterator[list[Path]]:
    chunk: list[Path] = []
    held = 0
    for path in paths:
        chunk.append(path)
        held += _size(path)
        if len(chunk) == _CHUNK or held > _CHUNK_BYTES:
            yield chunk
            chunk, held = [], 0
    if chunk:
        yield chunk


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # reading it says what is wrong
        return 0


def _read_chunk(paths: list[Path], read: Callable[[Path], T]) -> list[T]:
    return [read(path) for path in paths]


def _leave_signals() -> None:
    """Leave Ctrl+C to the process that started this one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
