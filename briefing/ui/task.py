"""One piece of work on its way, and the progress that it reports."""

import threading
import time
from collections.abc import Callable
from typing import Any

from briefing.errors import BriefingError

_REPORT_GAP = 0.05  # seconds between two reports of progress that reach the window


class Progress:
    """What long work is handed: where it says how far it is, and asks whether to go on."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()
        self._told_at = 0.0
        self._listeners: list[Callable[[int, int], None]] = []

    def listen(self, listener: Callable[[int, int], None]) -> None:
        """Tell `listener` of reports; it is called on the worker's thread."""
        self._listeners.append(listener)

    def report(self, done: int, total: int) -> None:
        """Say that `done` of `total` is finished; `total` is 0 when it is not known."""
        now = time.monotonic()
        if 0 < total <= done or now - self._told_at >= _REPORT_GAP:
            self._told_at = now
            for listener in self._listeners:
                listener(done, total)

    def is_cancelled(self) -> bool:
        """Return whether the work shall stop."""
        return self._cancelled.is_set()

    def cancel(self) -> None:
        """Ask the work to stop at its next question."""
        self._cancelled.set()


class Task:
    """A handle to cancel the work or to ask how far it is. The task door makes it."""

    def __init__(
        self,
        work: Callable[[Progress], object],
        on_done: Callable[[Any], None] | None,
        on_failed: Callable[[BriefingError], None] | None,
        label: str,
    ) -> None:
        self.work = work
        self.on_done = on_done
        self.on_failed = on_failed
        self.label = label
        self.progress = Progress()
        self.done = 0
        self.total = 0
        self.is_running = True
        self.is_long = False
        self.is_dropped = False

    def cancel(self) -> None:
        """Ask long work to stop; it ends with what it has done so far, and that is heard."""
        self.progress.cancel()

    def drop(self) -> None:
        """Cancel it, and hear nothing of it any more."""
        self.is_dropped = True
        self.progress.cancel()
