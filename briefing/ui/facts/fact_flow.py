"""Looking facts up: by the line, in the order chosen, page by page, again when they changed."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.services.fact_listing import FactListing, FactRow, FactSort, FoundFacts
from briefing.ui.context import WindowContext
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.facts.fact_model import PAGE

_Answer = tuple[FoundFacts, tuple[FactRow, ...]]
_PAUSE = 60  # ms: many changes in a row are one search


class FactFlow(QObject):
    """Keeps the list in step with the line, the order and the library."""

    counted = Signal(int, int)  # found, all

    def __init__(self, context: WindowContext, listing: FactListing, pane: FactListPane) -> None:
        super().__init__(pane)
        self._context = context
        self._listing = listing
        self._pane = pane
        self.line = ""
        self.sort = FactSort.AS_OF
        self.is_descending = True
        self.has_cards = False
        self.is_stale = True
        self._rest = QTimer(self, singleShot=True, interval=_PAUSE)
        self._rest.timeout.connect(self.search)
        pane.search_line.line_changed.connect(self._on_line_changed)
        pane.sort_changed.connect(self.set_sort)
        pane.model.more_requested.connect(self._on_more_requested)
        handle = context.actions.handle
        handle("facts.search", pane.search_line.take_focus)
        handle("facts.select_all", pane.select_all)
        handle("facts.cards", self._switch_cards)

    def search(self) -> None:
        """Look up what the line asks for."""
        self._rest.stop()
        self.is_stale = False
        work = partial(self._find, self.line, self.sort, is_descending=self.is_descending)
        self._context.tasks.run(work, self._on_found, key="facts.search")

    def hear(self, changes: Changes) -> None:
        """Look up anew when facts, their sources or the memos changed; unseen, when next seen."""
        if changes and self._pane.isVisible():
            self._rest.start()
        elif changes:
            self.is_stale = True

    def set_sort(self, sort: FactSort, is_descending: bool) -> None:  # noqa: FBT001 (a signal)
        """Put the facts in another order."""
        self.sort, self.is_descending = sort, is_descending
        self._pane.table.show_sort(sort, is_descending=is_descending)
        self.search()

    def set_cards(self, *, shown: bool) -> None:
        """Show cards, or the table."""
        self.has_cards = shown
        self._context.actions.set_checked("facts.cards", checked=shown)
        self._pane.show_cards(shown=shown)

    def _switch_cards(self) -> None:
        self.set_cards(shown=not self.has_cards)

    def _find(self, line: str, sort: FactSort, *, is_descending: bool) -> _Answer:
        found = self._listing.found(line, sort, is_descending=is_descending)
        return found, self._listing.rows(found.uids[:PAGE])

    def _on_line_changed(self, line: str) -> None:
        self.line = line
        self.search()

    def _on_found(self, answer: _Answer) -> None:
        found, rows = answer
        count = len(found.uids)
        self._pane.show_words(
            "1 fact" if count == 1 else f"{count:,} facts", " ".join(found.problems)
        )
        self._pane.show_rows(rows, found.uids[PAGE:], is_library_empty=not found.total)
        self.counted.emit(count, found.total)

    def _on_more_requested(self, uids: tuple[Uid, ...]) -> None:
        work = partial(self._listing.rows, uids)
        done = partial(self._on_more_found, len(uids))
        self._context.tasks.run(work, done, key="facts.more")

    def _on_more_found(self, asked: int, rows: tuple[FactRow, ...]) -> None:
        self._pane.model.add_rows(rows, asked)
