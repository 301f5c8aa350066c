"""Searching as one types: the line → a page of hits → facets; the newest question wins."""

import time
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer

from briefing.errors import NotFoundError
from briefing.model.article import ArticleRow
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.query import And, Filter, Node
from briefing.model.search_page import Facets, SearchPage
from briefing.services.typed_line import as_typed
from briefing.text.query_chips import query_chips, with_filter, without
from briefing.text.query_language import parse_query
from briefing.ui.context import WindowContext
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.facet_pane import FacetPane

_PAGE = 50
_SPAN_FIELDS = ("after", "before", "on")
_FACET_FIELDS = ("usage", "tag", "publisher", *_SPAN_FIELDS)
_MOST_AGAIN = 1_000  # rows read anew at once after a write
_NEWEST = 10_000  # articles that the first counts are over
_REFRESH = 150  # ms: several writes in a row refresh the list once


@dataclass(frozen=True, slots=True)
class _Answer:
    """A first page, how long it took in ms, and how many articles the library has."""

    page: SearchPage
    milliseconds: float
    library_total: int


class SearchFlow(QObject):
    """Runs searches off the window's thread and shows what they find."""

    def __init__(self, context: WindowContext, found: ArticleList, facets: FacetPane) -> None:
        super().__init__(found)
        self._context = context
        self._list = found
        self._facets = facets
        self._sort = "auto"
        self._line = ""
        self._milliseconds = 0.0
        self._library_total = 0
        self._later = QTimer(self, singleShot=True, interval=_REFRESH)
        self._later.timeout.connect(self._search_again)
        found.search_line.line_changed.connect(self._on_line_changed)
        found.sort_changed.connect(self._on_sort_changed)
        found.model.more_requested.connect(self._on_more_requested)
        context.actions.handle("library.select_all", self._select_all)
        facets.filter_toggled.connect(self.toggle_filter)
        facets.all_requested.connect(partial(found.search_line.set_line, ""))
        facets.span_requested.connect(self._on_span_requested)

    def _select_all(self) -> None:
        """Select all that the query finds; the keys then mean every one of them."""
        work = partial(self._context.desk.searching.uids, self.asked, self._sort)
        self._context.tasks.run(work, self._on_all_read, key="library.all")

    def _on_all_read(self, uids: tuple[Uid, ...]) -> None:
        self._list.select_all(uids)
        self._list.show_found(f"All {len(uids):,} found are selected")

    @property
    def line(self) -> str:
        """Return the query as it is typed."""
        return self._line

    @property
    def asked(self) -> str:
        """Return the query in force: the last word, as long as it is not ended, may go on."""
        return self._line if self._list.search_line.is_ended else as_typed(self._line)

    @property
    def sort(self) -> str:
        """Return the order in force."""
        return self._sort

    def set_sort(self, sort: str) -> None:
        """Choose an order without searching."""
        self._sort = sort
        self._list.set_sort(sort)

    def search(self) -> None:
        """Ask anew."""
        self._context.desk.searching.interrupt()
        work = partial(self._ask, self.asked, self._sort, _PAGE)
        self._context.tasks.run(work, self._on_answered, key="library.search")

    def _search_again(self) -> None:
        limit = max(_PAGE, min(self._list.model.rowCount() + _PAGE, _MOST_AGAIN))
        work = partial(self._ask, self.asked, self._sort, limit)
        self._context.tasks.run(work, self._on_answered, key="library.search")

    def refresh(self, changes: Changes) -> None:
        """Show what a write changed: in its place where it is shown, else by asking anew, soon.

        An article that the query no longer finds stays until the next search: triage goes on
        where it was.
        """
        shown = set(self._list.model.uids())
        if changes.everything or not changes.articles <= shown:
            self._later.start()
        elif changes.articles:
            work = partial(self._reread, changes.articles)
            self._context.tasks.run(work, self._on_reread)
            self._count()

    def toggle_filter(self, field: str, value: str) -> None:
        """Narrow the query to a value, or no longer."""
        self._set_line(with_filter(self._line, field, value))

    def _reread(self, uids: frozenset[Uid]) -> tuple[list[ArticleRow], set[Uid]]:
        """Return the rows of changed articles, and those that are gone."""
        rows: list[ArticleRow] = []
        gone: set[Uid] = set()
        for uid in uids:
            try:
                rows.append(self._context.desk.searching.row(uid))
            except NotFoundError:
                gone.add(uid)
        return rows, gone

    def _on_reread(self, read: tuple[list[ArticleRow], set[Uid]]) -> None:
        rows, gone = read
        self._list.model.replace_rows(rows)
        self._list.model.remove_rows(gone)
        if gone and not self._list.model.rowCount():
            self.search()

    def _count(self) -> None:
        """Count over the newest that were found, at once; then over all of them."""
        facets = self._context.desk.searching.facets
        work = partial(facets, self.asked, _NEWEST)
        self._context.tasks.run(work, self._on_newest_counted, key="library.facets")

    def _on_newest_counted(self, facets: Facets) -> None:
        self._on_counted(facets)
        if facets.has_more:
            work = partial(self._context.desk.searching.facets, self.asked)
            self._context.tasks.run(work, self._on_counted, key="library.facets")

    def _ask(self, line: str, sort: str, limit: int) -> _Answer:
        searching = self._context.desk.searching
        began = time.perf_counter()
        page = searching.search(line, sort=sort, limit=limit)
        took = (time.perf_counter() - began) * 1000
        return _Answer(page, took, searching.counts().articles)

    def _on_answered(self, answer: _Answer) -> None:
        self._milliseconds = answer.milliseconds
        self._library_total = answer.library_total
        self._list.show_page(answer.page, is_library_empty=answer.library_total == 0)
        self._facets.set_chosen(chosen_filters(self._line), is_narrowed=bool(self._line))
        self._count()

    def _on_counted(self, facets: Facets) -> None:
        self._facets.show_facets(facets, self._library_total)
        self._facets.set_chosen(chosen_filters(self._line), is_narrowed=bool(self._line))
        noun = "article" if facets.total == 1 else "articles"
        more = "+" if facets.has_more else ""
        took = f" · {max(round(self._milliseconds), 1)} ms" if self._line else ""
        self._list.show_found(f"{facets.total:,}{more} {noun}{took}")

    def _on_line_changed(self, line: str) -> None:
        self._line = line
        self._list.leave_aside()
        self.search()

    def _on_sort_changed(self, sort: str) -> None:
        self._sort = sort
        self._list.leave_aside()
        self.search()

    def _on_more_requested(self, after: str) -> None:
        searching = self._context.desk.searching
        work = partial(searching.search, self.asked, sort=self._sort, limit=_PAGE, after=after)
        self._context.tasks.run(work, self._list.model.add_page, key="library.more")

    def _on_span_requested(self, first: str, last: str) -> None:
        line = self._line
        for chip in reversed(query_chips(line)):
            if chip.field in _SPAN_FIELDS:
                line = without(line, chip)
        for field, value in (("after", first), ("before", _month_after(last))):
            line = with_filter(line, field, value) if value else line
        self._set_line(line)

    def _set_line(self, line: str) -> None:
        """Ask for a narrower line, or a wider one; what is not ended stays so."""
        found = self._list.search_line
        found.set_line(line + " " * found.is_ended)


def chosen_filters(line: str) -> dict[str, set[str]]:
    """Return the values that a line narrows to, by field, folded to lower case."""
    chosen: dict[str, set[str]] = {field: set() for field in _FACET_FIELDS}
    for one in _filters(parse_query(line).root):
        if one.field in chosen:
            chosen[one.field].add(one.value.casefold())
    return chosen


def _filters(node: Node | None) -> list[Filter]:
    if isinstance(node, Filter):
        return [node]
    if isinstance(node, And):
        return [one for part in node.parts for one in _filters(part)]
    return []


def _month_after(month: str) -> str:
    """`before:` leaves its own month out, so that a span to September ends before October."""
    if not month:
        return ""
    year, number = int(month[:4]), int(month[5:7])
    return f"{year + number // 12:04d}-{number % 12 + 1:02d}"
