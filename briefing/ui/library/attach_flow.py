"""Letting a fact that is kept already rest on the selected words too."""

from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.ui.context import WindowContext
from briefing.ui.library.attach_sheet import AttachSheet
from briefing.ui.library.reader_pane import ReaderPane

_OFFERED = 50


class AttachFlow(QObject):
    """Asks for the fact; the facts last added are offered first."""

    def __init__(self, context: WindowContext, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._context = context
        self._reader = reader
        self._sheet: AttachSheet | None = None
        context.actions.handle("library.add_evidence", self._ask)

    def _ask(self) -> None:
        span, opened = self._reader.selected_span(), self._reader.opened()
        if span is None or opened is None:
            self._context.messages.info(
                "Select the words that a fact rests on, then press Shift+F."
            )
            return
        quote = " ".join(opened.article.body[slice(*span)].split())
        sheet = AttachSheet(self._context.theme, quote, self._reader.window())
        sheet.chooser.search_requested.connect(self._offer)
        sheet.fact_chosen.connect(partial(self._on_chosen, opened.article.uid, span))
        sheet.finished.connect(self._on_finished)
        self._sheet = sheet
        sheet.open_over_window()
        self._offer("")

    def _offer(self, line: str) -> None:
        work = partial(self._context.desk.evidence.facts, line, "added", _OFFERED)
        self._context.tasks.run(work, self._on_offered, key="library.attach")

    def _on_offered(self, facts: tuple[Fact, ...]) -> None:
        if self._sheet is not None:
            self._sheet.chooser.show_facts(facts)

    def _on_finished(self) -> None:
        self._sheet = None

    def _on_chosen(self, article: Uid, span: tuple[int, int], fact: str) -> None:
        add = self._context.desk.evidence.add_evidence
        self._context.tasks.run(partial(add, Uid(fact), article, *span), self._on_added)

    def _on_added(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info("The fact rests on these words too", undo=True)
