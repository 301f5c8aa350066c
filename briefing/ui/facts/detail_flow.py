"""The chosen fact's work: opening it, editing it, mending its evidence, going where it leads."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from briefing.model.changes import Changes
from briefing.model.fact import FactDraft
from briefing.model.ids import Uid
from briefing.services.evidence_mending import EvidenceMending
from briefing.services.fact_reading import FactReading, OpenedFact
from briefing.ui.conflict_notice import ConflictNotice
from briefing.ui.context import WindowContext
from briefing.ui.facts.fact_detail_pane import FactDetailPane

_PAUSE = 40  # ms: running down the list with a held key opens only where it rests


class DetailFlow(QObject):
    """Keeps the detail pane in step with the list and the library."""

    shown = Signal()

    def __init__(self, context: WindowContext, reading: FactReading, pane: FactDetailPane) -> None:
        super().__init__(pane)
        self._context = context
        self._reading = reading
        self._notice = ConflictNotice(context, self)
        self._mending = EvidenceMending(context.desk.library)
        self._pane = pane
        self._wanted: Uid | None = None
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self._read)
        pane.edit_kept.connect(self._on_edit_kept)
        pane.passage_requested.connect(context.navigator.open_article)
        pane.memo_requested.connect(context.navigator.open_memo)
        pane.passage_chosen.connect(self._on_passage_chosen)
        pane.evidence_removal_requested.connect(self._on_removal_requested)
        handle = context.actions.handle
        handle("facts.edit", pane.ask_edit)
        handle("facts.open", self._open_quote)
        handle("facts.quote", self._cite)
        handle("facts.copy_link", self._copy)

    def open(self, uid: str) -> None:
        """Show a fact once the list rests on it."""
        self._wanted = Uid(uid) if uid else None
        if self._wanted:
            self._rest.start()
        else:
            self._rest.stop()
            self._show(None)

    def _read(self) -> None:
        if self._wanted:
            work = partial(self._reading.open, self._wanted)
            self._context.tasks.run(work, self._show, self._on_unread, key="facts.read")

    def _show(self, opened: OpenedFact | None) -> None:
        self._pane.show_fact(opened)
        self.shown.emit()

    def _on_unread(self, _error: object) -> None:
        self._show(None)  # it was removed meanwhile

    def _on_edit_kept(self, uid: str, draft: FactDraft) -> None:
        work = partial(self._context.desk.evidence.edit, Uid(uid), draft)
        self._context.tasks.run(work, partial(self._on_edited, Uid(uid)))

    def _on_edited(self, uid: Uid, changes: Changes) -> None:
        self._on_written("Fact changed", changes)
        self._notice.look(uid)

    def _on_passage_chosen(self, fact: str, evidence: str, start: int, end: int) -> None:
        work = partial(self._mending.choose, Uid(fact), Uid(evidence), start, end)
        self._context.tasks.run(work, partial(self._on_written, "The quote has its place again"))

    def _on_removal_requested(self, fact: str, evidence: str) -> None:
        work = partial(self._mending.remove, Uid(fact), Uid(evidence))
        self._context.tasks.run(work, partial(self._on_written, "Evidence removed"))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)

    def _open_quote(self) -> None:
        if self._pane.opened:
            self._context.navigator.open_fact(self._pane.opened.fact.uid)

    def _cite(self) -> None:
        if self._pane.opened:
            self._context.navigator.insert_in_memo(f"[@fact:{self._pane.opened.fact.key}]")

    def _copy(self) -> None:
        if self._pane.opened:
            text = f"[@fact:{self._pane.opened.fact.key}]"
            QGuiApplication.clipboard().setText(text)
            self._context.messages.info(f"{text} copied")
