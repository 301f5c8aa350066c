"""The one thread that writes: jobs wait in a queue, and whoever asked waits for the answer."""

import threading
from collections.abc import Callable, Generator
from concurrent.futures import Future
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Any, TypeVar

from briefing.errors import LibraryError

T = TypeVar("T")

_CLOSED = "The library was closed; open it again."
_PAUSE = 0.5  # seconds without a job, after which there is time for what can wait


class WriterThread:
    """Runs jobs one after another, in the order they came.

    `idle` is what can wait: it is called, a little at a time, while no job comes; it returns
    whether there is more of it.
    """

    def __init__(self, name: str, idle: Callable[[], bool]) -> None:
        self._idle = idle
        self._jobs: SimpleQueue[tuple[Future[Any], Callable[[], Any]] | None] = SimpleQueue()
        self._lock = threading.Lock()
        self._closed = False
        self._busy = 0  # that many say that more jobs will come soon
        # A daemon: a program that ends without closing must not hang; a cut write rolls back.
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def is_mine(self) -> bool:
        """Return whether the caller is a job of this thread."""
        return threading.current_thread() is self._thread

    def run(self, job: Callable[[], T]) -> T:
        """Run a job and wait for it; what it raises is raised here."""
        answer: Future[T] = Future()
        with self._lock:
            if self._closed:
                raise LibraryError(_CLOSED)
            self._jobs.put((answer, job))
        try:
            return answer.result()
        finally:
            del answer  # it holds the error, whose traceback holds this frame

    @contextmanager
    def busy(self) -> Generator[None]:
        """Let wait what can wait, though for a moment no job comes."""
        with self._lock:
            self._busy += 1
        try:
            yield
        finally:
            with self._lock:
                self._busy -= 1

    def close(self) -> None:
        """Finish the jobs that wait, then end the thread."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._jobs.put(None)
        self._thread.join()

    def _next(self) -> tuple[Future[Any], Callable[[], Any]] | None:
        has_more, pause = True, _PAUSE
        while has_more:
            try:
                return self._jobs.get(timeout=pause)
            except Empty:
                if self._busy:
                    continue
                has_more, pause = self._idle(), 0.001
        return self._jobs.get()

    def _work(self) -> None:
        while (entry := self._next()) is not None:
            answer, job = entry
            try:
                answer.set_result(job())
            except BaseException as error:  # noqa: BLE001  # handed to whoever waits
                answer.set_exception(error)
            del entry, answer, job
