"""Whether facts stand: disputing, retracting and reinstating them, each with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.ui.context import WindowContext
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.facts.fact_subject import FactSubject
from briefing.ui.facts.reason_sheet import ReasonSheet
from briefing.ui.facts.ripple_flow import RippleFlow

_Stand = Callable[[Uid, str, PartialDate | None], Changes]


@dataclass(frozen=True, slots=True)
class _Question:
    title: str
    told: str
    button: str
    done: str
    is_needed: bool = True


_DISPUTE = _Question(
    "Dispute the fact",
    "Another source says otherwise. Both are kept; memos that cite this one are told.",
    "Dispute",
    "Fact disputed",
)
_RETRACT = _Question(
    "Retract the fact",
    "It is withdrawn, not deleted: memos that cite it are told, and its history stays.",
    "Retract",
    "Fact retracted",
)
_REINSTATE = _Question(
    "Reinstate the fact",
    "It stands again, as of now.",
    "Reinstate",
    "Fact reinstated",
    is_needed=False,
)


class StandingFlow(QObject):
    """Asks for the reason, writes it down, and says so."""

    def __init__(
        self, context: WindowContext, pane: FactListPane, subject: FactSubject, ripple: RippleFlow
    ) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._subject = subject
        self._ripple = ripple
        standing = context.desk.standing
        handle = context.actions.handle
        handle("facts.dispute", partial(self._ask_current, _DISPUTE, standing.dispute))
        handle("facts.retract", partial(self._ask_current, _RETRACT, standing.retract))
        handle("facts.reinstate", partial(self._ask_current, _REINSTATE, standing.reinstate))
        handle("facts.remove", self._remove)
        handle("facts.undo", partial(context.actions.trigger, "edit.undo"))

    def _ask_current(self, question: _Question, stand: _Stand) -> None:
        fact = self._subject.fact()
        if fact is not None:
            self._ask(question, stand, fact.uid, fact.statement)

    def _ask(self, question: _Question, stand: _Stand, uid: Uid, statement: str) -> None:
        sheet = ReasonSheet(
            self._context.theme,
            question.title,
            f"“{statement}”\n\n{question.told}",
            question.button,
            self._pane.window(),
            is_needed=question.is_needed,
        )
        sheet.answered.connect(partial(self._on_answered, question, stand, uid))
        sheet.open_over_window()

    def _on_answered(
        self,
        question: _Question,
        stand: _Stand,
        uid: Uid,
        reason: str,
        since: PartialDate | None,
    ) -> None:
        work = partial(stand, uid, reason, since)
        self._context.tasks.run(work, partial(self._on_stood, question, uid))

    def _on_stood(self, question: _Question, uid: Uid, changes: Changes) -> None:
        self._on_written(question.done, changes)
        if question is not _REINSTATE:
            self._ripple.offer(uid)

    def _remove(self) -> None:
        uids = self._pane.selected()
        if uids:
            told = "Fact removed" if len(uids) == 1 else f"{len(uids):,} facts removed"
            work = partial(self._context.desk.evidence.remove, uids)
            self._context.tasks.run(work, partial(self._on_written, told))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)
