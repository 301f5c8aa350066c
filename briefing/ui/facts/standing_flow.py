"""Whether facts stand: disputing, retracting and reinstating them, each with its reason."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.fact import FactStatus
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.services.bulk_standing import stand_many
from briefing.ui.context import WindowContext
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.facts.fact_subject import FactSubject
from briefing.ui.facts.reason_sheet import ReasonSheet
from briefing.ui.facts.ripple_flow import RippleFlow

_Stand = Callable[[Uid, str, PartialDate | None], Changes]


@dataclass(frozen=True, slots=True)
class _Question:
    status: FactStatus
    title: str
    told: str
    button: str
    done: str
    is_needed: bool = True


_DISPUTE = _Question(
    FactStatus.DISPUTED,
    "Dispute the fact",
    "Another source says otherwise. Both are kept; memos that cite this one are told.",
    "Dispute",
    "Fact disputed",
)
_RETRACT = _Question(
    FactStatus.RETRACTED,
    "Retract the fact",
    "It is withdrawn, not deleted: memos that cite it are told, and its history stays.",
    "Retract",
    "Fact retracted",
)
_REINSTATE = _Question(
    FactStatus.CURRENT,
    "Reinstate the fact",
    "It stands again, and its history stays.",
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
        handle("facts.undo", partial(context.actions.trigger, "edit.undo"))

    def _ask_current(self, question: _Question, stand: _Stand) -> None:
        fact, many = self._subject.fact(), self._pane.selected()
        if len(many) > 1 and not self._subject.is_in_conflicts:
            self._ask_many(question, many)
        elif fact is not None:
            self._ask(question, stand, fact.uid, fact.statement)

    def _ask_many(self, question: _Question, uids: tuple[Uid, ...]) -> None:
        """Ask once for all selected facts; they are changed as one step."""
        sheet = self._make_sheet(question, f"{len(uids):,} facts")
        sheet.answered.connect(partial(self._on_many_answered, question, uids))
        sheet.open_over_window()

    def _on_many_answered(
        self,
        question: _Question,
        uids: tuple[Uid, ...],
        reason: str,
        since: PartialDate | None,
    ) -> None:
        library = self._context.desk.library
        work = partial(stand_many, library, uids, question.status, reason, since)
        told = f"{len(uids):,} facts {question.done.removeprefix('Fact ')}"
        self._context.tasks.run(work, partial(self._on_written, told))

    def _ask(self, question: _Question, stand: _Stand, uid: Uid, statement: str) -> None:
        sheet = self._make_sheet(question, f"“{statement}”")
        sheet.answered.connect(partial(self._on_answered, question, stand, uid))
        sheet.open_over_window()

    def _make_sheet(self, question: _Question, what: str) -> ReasonSheet:
        return ReasonSheet(
            self._context.theme,
            question.title,
            f"{what}\n\n{question.told}",
            question.button,
            self._pane.window(),
            is_needed=question.is_needed,
        )

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

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)
