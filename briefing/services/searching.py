"""Searching the library: articles, facts and memos, facets, saved and recent searches, look-ups.

One line of text asks for all of it (text/query_language.py).
"""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from briefing.errors import SearchInterrupted
from briefing.model.article import Article, ArticleRow, Original
from briefing.model.changes import Changes
from briefing.model.found_records import FactPage, MemoPage
from briefing.model.ids import Uid
from briefing.model.query import Node, Query
from briefing.model.saved_search import SavedSearch
from briefing.model.search_page import Count, Facets, Hit, Likeness, SearchPage, Total
from briefing.services import recent_searches
from briefing.services.finding_records import fact_page, memo_page
from briefing.services.hit_marks import HitMarker
from briefing.services.looking_up import Found, look_up
from briefing.services.stemming import Stemming
from briefing.store import (
    article_rows,
    article_search,
    articles,
    facet_counts,
    facts,
    memo_index,
    memos,
    originals,
    saved_searches,
    tags,
    word_probe,
)
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.match_query import senses
from briefing.store.transactions import snapshot
from briefing.text.query_language import parse_query

__all__ = ["Found", "LibraryCounts", "Searching"]

T = TypeVar("T")
_EVERY = 10_000_000  # no library holds more
_AT_ONCE = 4  # readers of one count


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much there is in a library."""

    articles: int
    facts: int
    memos: int


@dataclass(slots=True, eq=False)
class _Running:
    """A search that runs, and whether its answer is still wanted."""

    connection: Connection
    is_stopped: bool = False


class Searching:
    """What can be asked of a library. Every method may be called from any thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._stemming = Stemming()
        self._lock = threading.Lock()
        self._running: set[_Running] = set()

    # searching

    def search(
        self, line: str, *, sort: str = "auto", limit: int = 50, after: str = ""
    ) -> SearchPage:
        """Return a page of what a search line finds.

        `sort` is auto (relevance for words, else date), date, relevance, rank, added or title.
        `after` is the `after` of the page before. Raises SearchInterrupted when `interrupt` is
        called meanwhile, and InputError for an order or a cursor that is none.
        """
        query = parse_query(line)

        def work(connection: Connection) -> SearchPage:
            root = self._stemming.widen(connection, query.root)
            return _page(connection, Query(root, query.problems), sort, limit, after)

        return self._run(work)

    def uids(self, line: str, sort: str = "auto") -> tuple[Uid, ...]:
        """Return every article that a line finds, in order; SearchInterrupted as `search`."""

        def work(connection: Connection) -> tuple[Uid, ...]:
            root = self._root(connection, line)
            ids = article_search.find_page(connection, root, sort, _EVERY, "").ids
            names = word_probe.uids(connection, "article", ids)
            return tuple(names[one] for one in ids)

        return self._run(work)

    def places(self, line: str, text: str) -> tuple[tuple[int, int], ...]:
        """Return where the words of a line stand in a text; SearchInterrupted as `search`."""

        def work(connection: Connection) -> tuple[tuple[int, int], ...]:
            return HitMarker.of(senses(self._root(connection, line))).places(text)

        return self._run(work)

    def count(self, line: str, most: int = 1_000) -> Total:
        """Return how many articles a line finds, counted up to `most`; SearchInterrupted too."""

        def work(connection: Connection) -> Total:
            found = facet_counts.total(connection, self._root(connection, line), most)
            return Total(min(found, most), has_more=found > most)

        return self._run(work)

    def facets(self, line: str, newest: int | None = None) -> Facets:
        """Return counts over all that a line finds, or over its newest articles.

        Raises SearchInterrupted as `search`.
        """
        return self._run(
            lambda connection: (
                self._every_facet(connection, line)
                if newest is None
                else self._newest_facets(connection, line, newest)
            )
        )

    def facts(self, line: str, *, limit: int = 50, after: str = "") -> FactPage:
        """Return a page of the facts that a line finds, those captured last first.

        Raises InputError for a cursor that is none, and SearchInterrupted as `search`.
        """
        query = parse_query(line)
        return self._run(lambda connection: fact_page(connection, query, limit, after))

    def memos(self, line: str, *, limit: int = 50, after: str = "") -> MemoPage:
        """Return a page of the memos that a line finds, the last changed first.

        Memos that were written since the last time are indexed first. Raises as `facts`.
        """
        if not memo_index.is_current(self._library.reader()):
            self._library.write("Index memos", memo_index.refresh, undoable=False)
        query = parse_query(line)
        return self._run(lambda connection: memo_page(connection, query, limit, after))

    def more_like(self, uid: Uid, limit: int = 10) -> tuple[Likeness, ...]:
        """Return the articles most like one, without its near-copies; raises as `search`.

        NotFoundError where there is no such article.
        """
        from briefing.services.likeness import more_like  # noqa: PLC0415 - start-up time

        return self._run(lambda connection: more_like(connection, uid, limit))

    def interrupt(self) -> None:
        """Stop the searches that run on other threads: they raise SearchInterrupted."""
        with self._lock:
            for running in self._running:
                running.is_stopped = True
                running.connection.interrupt()

    def anything(self, text: str, limit: int = 30) -> tuple[Found, ...]:
        """Return the articles, facts, memos and tags that a few letters may name."""
        return look_up(self._library.reader(), text, limit)

    # single records

    def article(self, uid: Uid) -> Article:
        """Return an article; NotFoundError where there is none."""
        return articles.get(self._library.reader(), uid)

    def article_by_citekey(self, citekey: str) -> Article:
        """Return the article of a citekey; NotFoundError where there is none."""
        return articles.get_by_citekey(self._library.reader(), citekey)

    def row(self, uid: Uid) -> ArticleRow:
        """Return an article as a list shows it; NotFoundError where there is none."""
        return article_rows.get(self._library.reader(), uid)

    def original(self, uid: Uid) -> Original | None:
        """Return the file that an article came from, or nothing."""
        return originals.find(self._library.reader(), uid)

    # the whole library

    def counts(self) -> LibraryCounts:
        """Return how many articles, facts and memos there are."""
        reader = self._library.reader()
        return LibraryCounts(articles.count(reader), facts.count(reader), memos.count(reader))

    def tags(self) -> tuple[Count, ...]:
        """Return every tag with the number of articles that have that very tag."""
        return tags.counts(self._library.reader())

    def all_rows(self) -> Iterator[Article]:
        """Yield every article, the newest first."""
        return articles.every(self._library.reader())

    # saved and recent searches

    def recent(self) -> tuple[str, ...]:
        """Return the lines that were searched for, the last one first."""
        return recent_searches.recent(self._library.reader())

    def remember(self, line: str) -> None:
        """Keep a line among the recent ones; it is nothing that undo takes back."""
        self._library.write(
            "Remember search",
            lambda connection: recent_searches.remember(connection, line),
            undoable=False,
        )

    def saved(self) -> tuple[SavedSearch, ...]:
        """Return the saved searches in the order of their names."""
        return saved_searches.every(self._library.reader())

    def save_search(self, name: str, query: str) -> Changes:
        """Keep a search line under a name; one of the same name gets the new line."""
        return self._library.change(
            "Save search", lambda connection: saved_searches.put(connection, name, query)
        )[1]

    def remove_saved(self, uid: Uid) -> Changes:
        """Remove a saved search; NotFoundError where there is none."""
        return self._library.change(
            "Remove saved search", lambda connection: saved_searches.remove(connection, uid)
        )[1]

    def _newest_facets(self, connection: Connection, line: str, newest: int) -> Facets:
        root = self._root(connection, line)
        counted = facet_counts.count(connection, root, newest)
        if counted.total < newest:
            return counted
        found = facet_counts.total(connection, root, newest)
        return replace(counted, has_more=found > newest)

    def _every_facet(self, connection: Connection, line: str) -> Facets:
        """Count over all that is found; of a large library stretches are read side by side."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - start-up time

        root = self._root(connection, line)
        first, *others = facet_counts.stretches(connection, min(os.cpu_count() or 1, _AT_ONCE))
        with ThreadPoolExecutor(max(1, len(others))) as pool:  # a thread begins with its work
            waiting = [
                pool.submit(self._run, partial(facet_counts.read_marks, root=root, stretch=stretch))
                for stretch in others
            ]
            marks = facet_counts.read_marks(connection, root, first)
            whole = b"".join((marks, *(one.result() for one in waiting)))
        return facet_counts.count_marks(connection, whole)

    def _root(self, connection: Connection, line: str) -> Node | None:
        """Return what a line asks for; a plain word also means its other forms."""
        return self._stemming.widen(connection, parse_query(line).root)

    def _run(self, work: Callable[[Connection], T]) -> T:
        connection = self._library.reader()
        running = _Running(connection)
        with snapshot(connection):  # it begins and ends where nothing can interrupt it
            with self._lock:
                self._running.add(running)
            try:
                answer = work(connection)
            finally:
                with self._lock:
                    self._running.discard(running)
        if running.is_stopped:  # between two statements, where SQLite had nothing to stop
            raise SearchInterrupted("The search was stopped.")
        return answer


def _page(connection: Connection, query: Query, sort: str, limit: int, after: str) -> SearchPage:
    found = article_search.find_page(connection, query.root, sort, limit, after)
    texts = article_rows.texts_of_ids(connection, found.ids)
    marker = HitMarker.of(senses(query.root))
    hits = [
        Hit(
            article=row,
            title=marker.mark_title(row.title),
            snippet=marker.snippet(texts[row.uid].summary, texts[row.uid].body),
        )
        for row in article_rows.of_ids(connection, found.ids)
    ]
    return SearchPage(tuple(hits), found.after, query.problems)
