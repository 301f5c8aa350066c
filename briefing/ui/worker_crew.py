"""Plain threads that take jobs from a queue; they know nothing of Qt."""

import queue
import threading
from collections.abc import Callable

Job = Callable[[], None]


class WorkerCrew:
    """At most `size` threads, started when needed and kept (a thread keeps its own reader).

    A job must see to its own exceptions.
    """

    def __init__(self, name: str, size: int) -> None:
        self._name = name
        self._size = size
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._idle = 0

    def submit(self, job: Job) -> None:
        """Queue a job; one more thread is started when none is idle."""
        with self._lock:
            if self._idle:
                self._idle -= 1
            elif len(self._threads) < self._size:
                self._start_thread()
            self._jobs.put(job)

    def close(self) -> None:
        """Let the threads go when the queue is empty; does not wait."""
        with self._lock:
            for _ in self._threads:
                self._jobs.put(None)
            self._threads.clear()

    def _start_thread(self) -> None:
        name = f"{self._name}-{len(self._threads) + 1}"
        # A daemon: a window that is closed does not wait for a search; writes are waited for.
        thread = threading.Thread(target=self._serve, name=name, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _serve(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
            with self._lock:
                self._idle += 1
