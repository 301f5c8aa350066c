"""Superseding a fact: asking for the newer one, then showing the sentences that this touches."""

from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.ui.context import WindowContext
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.facts.fact_subject import FactSubject
from briefing.ui.facts.ripple_flow import RippleFlow
from briefing.ui.facts.supersede_sheet import SupersedeSheet

_OFFERED = 50


class SupersedeFlow(QObject):
    """In the list the chosen fact is the older one; in a conflict it is the newer."""

    def __init__(
        self, context: WindowContext, pane: FactListPane, subject: FactSubject, ripple: RippleFlow
    ) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._subject = subject
        self._ripple = ripple
        self._sheet: SupersedeSheet | None = None
        context.actions.handle("facts.supersede", self._ask)

    def _ask(self) -> None:
        fact, rival = self._subject.fact(), self._subject.rival()
        if fact is None:
            return
        older, newer = (rival, fact) if rival else (fact, None)
        sheet = SupersedeSheet(self._context.theme, older, newer, self._pane.window())
        sheet.answered.connect(partial(self._on_answered, older.uid))
        sheet.chooser.search_requested.connect(partial(self._offer, older.uid))
        sheet.finished.connect(self._on_finished)
        self._sheet = sheet
        sheet.open_over_window()
        touched = partial(self._context.desk.ripple.touched, older.uid)
        self._context.tasks.run(touched, sheet.show_touched, key="facts.touched")
        if newer is None:
            self._offer(older.uid, "")

    def _offer(self, older: Uid, line: str) -> None:
        work = partial(self._candidates, older, line)
        self._context.tasks.run(work, self._on_offered, key="facts.offer")

    def _candidates(self, older: Uid, line: str) -> tuple[Fact, ...]:
        """Return facts of a line, those that contradict the older one first."""
        found = self._context.desk.evidence.facts(line, "added", _OFFERED)
        if line:
            return found
        pairs = self._context.desk.conflicts.of(older)
        rivals = [one.second if one.first.uid == older else one.first for one in pairs]
        near = {fact.uid for fact in rivals}
        return (*rivals, *(fact for fact in found if fact.uid not in near))

    def _on_offered(self, facts: tuple[Fact, ...]) -> None:
        if self._sheet is not None:
            self._sheet.chooser.show_facts(facts)

    def _on_finished(self) -> None:
        self._sheet = None

    def _on_answered(self, older: Uid, newer: str, reason: str, since: PartialDate | None) -> None:
        supersede = self._context.desk.standing.supersede
        work = partial(supersede, older, Uid(newer), reason, since)
        self._context.tasks.run(work, partial(self._on_written, older))

    def _on_written(self, older: Uid, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info("Fact superseded", undo=True)
        self._ripple.show(older)
