"""The same query asked of facts and memos, when the line rests."""

from functools import partial

from PySide6.QtCore import QObject, QTimer

from briefing.model.found_records import FactPage, MemoPage
from briefing.services.typed_line import as_typed
from briefing.ui.context import WindowContext
from briefing.ui.library.article_list import ArticleList

_REST = 250  # ms after the last key: the articles come first
_MOST = 30


class ElsewhereFlow(QObject):
    """Fills the line under the search and follows what is chosen there."""

    def __init__(self, context: WindowContext, found: ArticleList) -> None:
        super().__init__(found)
        self._context = context
        self._row = found.elsewhere
        self._typed = found.search_line
        self._line = ""
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._ask)
        found.search_line.line_changed.connect(self._on_line_changed)
        self._row.fact_requested.connect(context.navigator.open_fact)
        self._row.memo_requested.connect(context.navigator.open_memo)
        context.bulletin.changed.connect(self._rest.start)

    def _on_line_changed(self, line: str) -> None:
        self._line = line
        self._row.show_found(FactPage(()), MemoPage(()))
        self._rest.start()

    def _ask(self) -> None:
        if self._line:
            line = self._line if self._typed.is_ended else as_typed(self._line)
            work = partial(self._find, line)
            self._context.tasks.run(work, self._on_found, key="library.elsewhere")

    def _find(self, line: str) -> tuple[FactPage, MemoPage]:
        searching = self._context.desk.searching
        return searching.facts(line, limit=_MOST), searching.memos(line, limit=_MOST)

    def _on_found(self, found: tuple[FactPage, MemoPage]) -> None:
        if self._line:
            self._row.show_found(*found)
