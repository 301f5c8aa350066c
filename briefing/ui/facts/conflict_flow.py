"""Settling conflicts: finding them, showing both quotes, ruling that two are not the same thing."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from briefing.model.changes import Changes
from briefing.model.conflict import Conflict
from briefing.services.fact_reading import FactReading, OpenedEvidence
from briefing.ui.context import WindowContext
from briefing.ui.facts.conflict_pane import ConflictPane
from briefing.ui.facts.reason_sheet import ReasonSheet

_Quotes = tuple[tuple[OpenedEvidence, ...], tuple[OpenedEvidence, ...]]
_PAUSE = 120  # ms: many changes in a row are one look


class ConflictFlow(QObject):
    """Keeps the conflicts in step with the facts, while they are in front."""

    def __init__(self, context: WindowContext, reading: FactReading, pane: ConflictPane) -> None:
        super().__init__(pane)
        self._context = context
        self._reading = reading
        self._pane = pane
        self._wanted: tuple[str, str] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self.find)
        pane.conflict_changed.connect(self._on_conflict_changed)
        pane.passage_requested.connect(context.navigator.open_article)
        context.actions.handle("facts.not_same", self._ask_apart)

    def find(self) -> None:
        """Look for conflicts in the whole library."""
        self._rest.stop()
        self._context.tasks.run(
            self._context.desk.conflicts.every, self._on_found, key="facts.conflicts"
        )

    def show_pair(self, first: str, second: str) -> None:
        """Show the pair of two facts, once it is found."""
        self._wanted = (first, second)
        self.find()

    def hear(self, changes: Changes) -> None:
        """Look anew when facts changed while the conflicts are in front."""
        if self._pane.isVisible() and (changes.everything or changes.facts):
            self._rest.start()

    def _on_found(self, conflicts: tuple[Conflict, ...]) -> None:
        wanted, self._wanted = self._wanted, None
        self._pane.show_conflicts(conflicts)
        if wanted:
            self._pane.go_to(*wanted)

    def _on_conflict_changed(self, conflict: Conflict | None) -> None:
        self._context.actions.set_enabled("facts.not_same", enabled=conflict is not None)
        if conflict is not None:
            work = partial(self._read, conflict)
            done = partial(self._on_read, conflict)
            self._context.tasks.run(work, done, key="facts.conflict")

    def _read(self, conflict: Conflict) -> _Quotes:
        read = self._reading.evidence_of
        return read(conflict.first), read(conflict.second)

    def _on_read(self, conflict: Conflict, quotes: _Quotes) -> None:
        if self._pane.current() == conflict:
            self._pane.show_evidence(conflict, quotes)

    def _ask_apart(self) -> None:
        conflict = self._pane.current()
        if conflict is None or not self._pane.isVisible():
            return
        sheet = ReasonSheet(
            self._context.theme,
            "Not the same thing",
            f"“{conflict.first.statement}”\n“{conflict.second.statement}”\n\n"
            "Both stand, and this pair is not shown again.",
            "Not the same thing",
            self._pane.window(),
            has_date=False,
        )
        sheet.answered.connect(partial(self._on_answered, conflict))
        sheet.open_over_window()

    def _on_answered(self, conflict: Conflict, reason: str, _since: object) -> None:
        rule = self._context.desk.conflicts.not_same
        work = partial(rule, conflict.first.uid, conflict.second.uid, reason)
        self._context.tasks.run(work, self._on_written)

    def _on_written(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info("They are not the same thing", undo=True)
        self.find()
