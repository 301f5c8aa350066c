"""The task door: answers on the window's thread, faults told apart, nothing left hanging."""

import threading
from collections.abc import Iterator
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from briefing.errors import BriefingError, LibraryError, SearchInterrupted
from briefing.ui.messages import Message, MessageKind, Messages
from briefing.ui.task import Progress, Task
from briefing.ui.tasks import TaskDoor


class Listener(QObject):
    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []
        self.threads: list[QThread] = []

    def hear(self, answer: object) -> None:
        self.heard.append(answer)
        self.threads.append(QThread.currentThread())


class Stage:
    """A door with its messages, its listener, and what it said."""

    def __init__(self) -> None:
        self.messages = Messages()
        self.door = TaskDoor(self.messages)
        self.listener = Listener()
        self.said: list[Message] = []
        self.faults: list[BaseException] = []
        self.messages.posted.connect(self.said.append)
        self.door.fault_found.connect(self.faults.append)

    def settle(self) -> None:
        assert self.door.wait_all(5_000)


@pytest.fixture
def stage(qtbot: QtBot) -> Iterator[Stage]:
    del qtbot
    stage = Stage()
    yield stage
    stage.settle()
    stage.door.close()


def fail(error: Exception) -> None:
    raise error


def test_an_answer_comes_back_on_the_window_thread(stage: Stage) -> None:
    worked_on: list[int] = []

    def work() -> int:
        worked_on.append(threading.get_ident())
        return 42

    stage.door.run(work, stage.listener.hear)
    stage.settle()
    assert stage.listener.heard == [42]
    assert stage.listener.threads == [QThread.currentThread()]
    assert worked_on != [threading.get_ident()]


def test_nothing_is_an_answer_too(stage: Stage) -> None:
    stage.door.run(lambda: None, stage.listener.hear)
    stage.settle()
    assert stage.listener.heard == [None]


def test_a_fault_of_the_world_becomes_a_message(stage: Stage) -> None:
    stage.door.run(partial(fail, LibraryError("The disk is full.")), stage.listener.hear)
    stage.settle()
    assert stage.said == [Message("The disk is full.", MessageKind.ERROR)]
    assert stage.listener.heard == []
    assert stage.faults == []


def test_a_fault_of_the_world_goes_to_who_asked_for_it(stage: Stage) -> None:
    error = BriefingError("No.")
    stage.door.run(partial(fail, error), None, stage.listener.hear)
    stage.settle()
    assert stage.listener.heard == [error]
    assert stage.said == []


def test_an_interrupted_search_is_told_to_nobody(stage: Stage) -> None:
    stopped = SearchInterrupted("The search was stopped.")
    stage.door.run(partial(fail, stopped), stage.listener.hear, stage.listener.hear)
    stage.door.run(partial(fail, stopped))
    stage.settle()
    assert (stage.listener.heard, stage.said, stage.faults) == ([], [], [])


def test_a_bug_is_told_as_a_bug(stage: Stage) -> None:
    bug = ZeroDivisionError("ours")
    stage.door.run(partial(fail, bug), stage.listener.hear, stage.listener.hear)
    stage.settle()
    assert stage.faults == [bug]
    assert stage.listener.heard == []


def test_a_dead_receiver_is_not_called(stage: Stage) -> None:
    doomed = Listener()
    gate = threading.Event()
    stage.door.run(gate.wait, doomed.hear)
    stage.door.run(gate.wait, partial(_hear_second, doomed))
    stage.door.run(gate.wait, partial(doomed.hear))
    shiboken6.delete(doomed)
    gate.set()
    stage.settle()
    # The partial of a plain function has no receiver that could have died.
    assert doomed.heard == [("second", True)]


def _hear_second(listener: Listener, answer: object) -> None:
    listener.heard.append(("second", answer))


def test_the_latest_of_a_key_wins(stage: Stage) -> None:
    gate = threading.Event()

    def first() -> str:
        gate.wait(5)
        return "first"

    task = stage.door.run(first, stage.listener.hear, key="search")
    stage.door.run(lambda: "second", stage.listener.hear, key="search")
    gate.set()
    stage.settle()
    assert stage.listener.heard == ["second"]
    assert task.progress.is_cancelled()


def test_work_that_was_overtaken_in_the_queue_is_not_begun(stage: Stage) -> None:
    gate, begun = threading.Event(), []
    for _ in range(3):
        stage.door.run(gate.wait)
    for number in range(5):
        stage.door.run(partial(begun.append, number), key="search")
    gate.set()
    stage.settle()
    assert begun == [4]


def test_long_work_reports_and_can_be_cancelled(stage: Stage, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    begun = threading.Event()

    def work(progress: Progress) -> str:
        progress.report(1, 10)
        begun.set()
        while not progress.is_cancelled():
            threading.Event().wait(0.001)
        return "stopped"

    stage.door.long_progressed.connect(lambda task: seen.append((task.done, task.total)))
    with qtbot.waitSignal(stage.door.long_started):
        task = stage.door.run_long(work, stage.listener.hear, label="Importing")
    assert begun.wait(5)
    qtbot.waitUntil(lambda: seen == [(1, 10)])
    with qtbot.waitSignal(stage.door.long_ended):
        task.cancel()
    stage.settle()
    assert stage.listener.heard == ["stopped"]
    assert not task.is_running


def test_progress_is_reported_seldom_but_its_end_always() -> None:
    told: list[tuple[int, int]] = []
    progress = Progress()
    progress.listen(lambda done, total: told.append((done, total)))
    for done in range(1, 1_001):
        progress.report(done, 1_000)
    assert told[0] == (1, 1_000)
    assert told[-1] == (1_000, 1_000)
    assert len(told) < 500


def test_waiting_ends_when_the_time_is_up(stage: Stage) -> None:
    gate = threading.Event()
    stage.door.run(gate.wait)
    assert not stage.door.wait_all(20)
    assert stage.door.is_busy
    gate.set()
    stage.settle()
    assert not stage.door.is_busy


def test_long_work_does_not_hold_up_short_work(stage: Stage, qtbot: QtBot) -> None:
    gate = threading.Event()

    def wait(_progress: Progress) -> None:
        gate.wait(5)

    for _ in range(4):
        stage.door.run_long(wait, label="Long")
    stage.door.run(lambda: "quick", stage.listener.hear)
    qtbot.waitUntil(lambda: stage.listener.heard == ["quick"])
    gate.set()


def test_a_callback_that_fails_does_not_stop_the_door(stage: Stage, qtbot: QtBot) -> None:
    def stumble(_answer: object) -> None:
        raise ValueError("in a slot")

    with qtbot.captureExceptions() as caught:
        stage.door.run(lambda: 1, stumble)
        stage.settle()
    assert [kind for kind, _error, _trace in caught] == [ValueError]
    stage.door.run(lambda: 2, stage.listener.hear)
    stage.settle()
    assert stage.listener.heard == [2]


def test_a_task_is_a_handle(stage: Stage) -> None:
    task = stage.door.run(lambda: 1, label="One")
    assert isinstance(task, Task)
    assert task.label == "One"
    stage.settle()
    assert not task.is_running
