"""Decisions reach the library in the order in which they were made."""

from collections.abc import Callable, Mapping
from types import SimpleNamespace
from typing import cast

from pytestqt.qtbot import QtBot

from briefing.errors import BriefingError, InputError
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision
from briefing.ui.context import WindowContext
from briefing.ui.review.decision_queue import DecisionQueue
from tests.ui.review.made_review import UID

ACCEPTED, REJECTED = Decision(Verdict.ACCEPTED), Decision(Verdict.REJECTED)
MINE = ConflictDecision(ConflictChoice.MINE)


class SlowLibrary:
    """Work waits until it is let go on; notes what was written and what was said."""

    def __init__(self) -> None:
        self.written: list[Mapping[int, object]] = []
        self.said: list[str] = []
        self.refuses = False
        self._waiting: list[tuple[Callable[[], object], Callable[..., None], object]] = []

    def context(self) -> WindowContext:
        reviewing = SimpleNamespace(decide=self._write, settle=self._write)
        messages = SimpleNamespace(error=lambda error: self.said.append(str(error)))
        made = SimpleNamespace(
            desk=SimpleNamespace(reviewing=reviewing),
            messages=messages,
            tasks=SimpleNamespace(run=self._run),
        )
        return cast("WindowContext", made)

    def go_on(self) -> int:
        waiting, self._waiting = self._waiting, []
        for work, done, failed in waiting:
            try:
                answer = work()
            except BriefingError as error:
                cast("Callable[[BriefingError], None]", failed)(error)
            else:
                done(answer)
        return len(waiting)

    def _run(self, work: Callable[[], object], done: Callable[..., None], failed: object) -> None:
        self._waiting.append((work, done, failed))

    def _write(self, _uid: str, decisions: Mapping[int, object]) -> None:
        if self.refuses:
            raise InputError("The library is full.")
        self.written.append(dict(decisions))


def test_the_last_decision_on_a_change_is_the_one_that_stays(qtbot: QtBot) -> None:
    del qtbot
    library = SlowLibrary()
    queue = DecisionQueue(library.context())
    queue.put(UID, {1: ACCEPTED})
    queue.put(UID, {1: REJECTED, 2: ACCEPTED})
    queue.put(UID, {1: ACCEPTED, 4: MINE})
    assert not queue.is_empty
    while library.go_on():
        pass
    assert library.written == [{1: ACCEPTED}, {1: ACCEPTED, 2: ACCEPTED}, {4: MINE}]
    assert queue.is_empty


def test_a_refused_decision_is_told_and_the_next_is_written(qtbot: QtBot) -> None:
    del qtbot
    library = SlowLibrary()
    queue = DecisionQueue(library.context())
    library.refuses = True
    queue.put(UID, {1: ACCEPTED})
    library.go_on()
    library.refuses = False
    queue.put(UID, {2: ACCEPTED})
    library.go_on()
    assert library.said == ["The library is full."]
    assert library.written == [{2: ACCEPTED}]
