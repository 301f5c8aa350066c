"""Decisions written one after another: two on the same change must not overtake each other."""

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model.ids import Uid
from briefing.model.memo_review import Decision
from briefing.model.review_record import ConflictDecision
from briefing.ui.context import WindowContext
from briefing.ui.review.item_states import Settled

if TYPE_CHECKING:
    from briefing.services.desk import Desk


class DecisionQueue(QObject):
    """Writes what waits as soon as the last write is done."""

    emptied = Signal()

    def __init__(self, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._waiting: dict[Uid, dict[tuple[bool, int], Settled]] = {}
        self._is_writing = False

    @property
    def is_empty(self) -> bool:
        """Tell whether everything is written."""
        return not self._is_writing and not self._waiting

    def put(self, uid: Uid, decisions: Mapping[int, Settled]) -> None:
        """Remember decisions on the changes and conflicts of a review."""
        waiting = self._waiting.setdefault(uid, {})
        for number, decision in decisions.items():
            waiting[isinstance(decision, ConflictDecision), number] = decision
        self._go_on()

    def _go_on(self) -> None:
        if self._is_writing:
            return
        if not self._waiting:
            self.emptied.emit()
            return
        uid = next(iter(self._waiting))
        decisions = self._waiting.pop(uid)
        self._is_writing = True
        work = partial(_write, self._context.desk, uid, decisions)
        self._context.tasks.run(work, self._on_written, self._on_failed)

    def _on_written(self, _answer: None) -> None:
        self._is_writing = False
        self._go_on()

    def _on_failed(self, error: BriefingError) -> None:
        self._context.messages.error(error)
        self._on_written(None)


def _write(desk: "Desk", uid: Uid, decisions: Mapping[tuple[bool, int], Settled]) -> None:
    changes = {number: one for (_, number), one in decisions.items() if isinstance(one, Decision)}
    conflicts = {
        number: one for (_, number), one in decisions.items() if isinstance(one, ConflictDecision)
    }
    if changes:
        desk.reviewing.decide(uid, changes)
    if conflicts:
        desk.reviewing.settle(uid, conflicts)
