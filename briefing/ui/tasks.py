"""The task door: the one way from the window's thread to a worker and back.

    self._tasks.run(partial(desk.searching.search, line), self._on_page_found, key="library.search")

`work` runs on a worker thread and must not touch a widget. `on_done` and `on_failed` are called on
the window's thread; give bound methods of QObjects (or a `functools.partial` of one): a callback
whose QObject has died meanwhile is not called. A newer task of the same `key` drops the older one
(the latest wins). The door keeps running tasks referenced.
"""

from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QDeadlineTimer, QEventLoop, QObject, Qt, QTimer, Signal

from briefing.errors import BriefingError, SearchInterrupted
from briefing.ui.messages import Messages
from briefing.ui.task import Progress, Task
from briefing.ui.worker_crew import WorkerCrew

T = TypeVar("T")

_SHORT_WORKERS = 3
_LONG_WORKERS = 2


class TaskDoor(QObject):
    """Runs work off the window's thread and brings its answer back onto it."""

    long_started = Signal(object)  # a Task
    long_progressed = Signal(object)  # a Task
    long_ended = Signal(object)  # a Task
    fault_found = Signal(object)  # an exception that is our own bug
    emptied = Signal()  # nothing runs any more
    _finished = Signal(object, object, object)  # a Task, its answer, its exception or None
    _reported = Signal(object, int, int)  # a Task, done, total

    def __init__(self, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._messages = messages
        self._short = WorkerCrew("briefing-short", _SHORT_WORKERS)
        self._long = WorkerCrew("briefing-long", _LONG_WORKERS)
        self._running: set[Task] = set()
        self._latest: dict[str, Task] = {}
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self._reported.connect(self._on_reported, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        on_done: Callable[[T], None] | None = None,
        on_failed: Callable[[BriefingError], None] | None = None,
        *,
        label: str = "",
        key: str = "",
    ) -> Task:
        """Run short work. Without `on_failed` a BriefingError becomes a message."""
        task = Task(lambda _progress: work(), on_done, on_failed, label)
        self._start(task, self._short, key)
        return task

    def run_long(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None] | None = None,
        on_failed: Callable[[BriefingError], None] | None = None,
        *,
        label: str,
        key: str = "",
    ) -> Task:
        """Run work that the status bar shows under `label`, with its progress and a cancel."""
        task = Task(work, on_done, on_failed, label)
        task.is_long = True
        task.progress.listen(partial(self._tell, task))
        self._start(task, self._long, key)
        self.long_started.emit(task)
        return task

    @property
    def is_busy(self) -> bool:
        """Return whether any work is on its way."""
        return bool(self._running)

    def cancel_long(self) -> None:
        """Ask all long work to stop."""
        for task in tuple(self._running):
            if task.is_long:
                task.cancel()

    def wait_all(self, milliseconds: int = 10_000) -> bool:
        """Serve the window until every answer was heard; return False when the time is up.

        For closing a library and for tests.
        """
        deadline = QDeadlineTimer(milliseconds)
        while self._running and not deadline.hasExpired():  # an answer may begin new work
            loop = QEventLoop()
            self.emptied.connect(loop.quit)
            QTimer.singleShot(deadline.remainingTime(), loop, loop.quit)
            loop.exec()
            self.emptied.disconnect(loop.quit)
        return not self._running

    def close(self) -> None:
        """Let the threads go once their queues are empty."""
        self._short.close()
        self._long.close()

    def _start(self, task: Task, crew: WorkerCrew, key: str) -> None:
        if key:
            older = self._latest.get(key)
            if older is not None:
                older.drop()
            self._latest[key] = task
        self._running.add(task)
        crew.submit(partial(self._work, task))

    def _work(self, task: Task) -> None:
        """Do the work, on a worker's thread; what it raises goes back with it."""
        answer: object = None
        fault: Exception | None = None
        if not task.is_dropped:
            try:
                answer = task.work(task.progress)
            except Exception as error:  # noqa: BLE001 - judged on the window's thread
                fault = error
        if shiboken6.isValid(self):
            self._finished.emit(task, answer, fault)

    def _tell(self, task: Task, done: int, total: int) -> None:
        """Pass a report on, from a worker's thread."""
        if shiboken6.isValid(self):
            self._reported.emit(task, done, total)

    def _on_reported(self, task: Task, done: int, total: int) -> None:
        task.done, task.total = done, total
        if task.is_running:
            self.long_progressed.emit(task)

    def _on_finished(self, task: Task, answer: object, fault: Exception | None) -> None:
        self._running.discard(task)
        task.is_running = False
        for key in [key for key, latest in self._latest.items() if latest is task]:
            del self._latest[key]
        if task.is_long:
            self.long_ended.emit(task)
        try:
            if not task.is_dropped:
                self._answer(task, answer, fault)
        finally:
            if not self._running:
                self.emptied.emit()

    def _answer(self, task: Task, answer: object, fault: Exception | None) -> None:
        if fault is None:
            _call(task.on_done, answer)
        elif isinstance(fault, SearchInterrupted):
            pass  # nobody waits for it any more, so nobody is told
        elif not isinstance(fault, BriefingError):
            self.fault_found.emit(fault)
        elif task.on_failed is not None:
            _call(task.on_failed, fault)
        else:
            self._messages.error(fault)


def _call(callback: Callable[[Any], None] | None, value: object) -> None:
    """Call back, unless the QObject that would hear it has died."""
    if callback is None:
        return
    method = callback.func if isinstance(callback, partial) else callback
    owner = getattr(method, "__self__", None)
    if isinstance(owner, QObject) and not shiboken6.isValid(owner):
        return
    callback(value)
