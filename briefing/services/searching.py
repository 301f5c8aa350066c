"""Searching the library: pages of hits, facets, single records, saved searches, look-ups."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from briefing.errors import SearchInterrupted
from briefing.model.article import Article, ArticleRow, Original
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.query import Query
from briefing.model.saved_search import SavedSearch
from briefing.model.search_page import Count, Facets, Hit, SearchPage
from briefing.services.hit_marks import HitMarker
from briefing.services.looking_up import Found, look_up
from briefing.services.matching import Match, match_paragraph
from briefing.store import (
    article_rows,
    article_search,
    articles,
    facet_counts,
    facts,
    memos,
    originals,
    saved_searches,
    tags,
)
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.match_query import positive_words
from briefing.store.transactions import snapshot
from briefing.text.query_language import parse_query
from briefing.text.word_forms import with_word_forms

__all__ = ["Found", "LibraryCounts", "Match", "Searching"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """How much there is in a library."""

    articles: int
    facts: int
    memos: int


def _read(line: str) -> Query:
    """Return what a line asks for; a plain word also means its plural or singular."""
    query = parse_query(line)
    return replace(query, root=with_word_forms(query.root))


@dataclass(slots=True, eq=False)
class _Running:
    """A search that runs, and whether its answer is still wanted."""

    connection: Connection
    is_stopped: bool = False


class Searching:
    """What can be asked of a library. Every method may be called from any thread."""

    def __init__(self, library: Library) -> None:
        self._library = library
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
        query = _read(line)
        return self._run(lambda connection: _page(connection, query, sort, limit, after))

    def facets(self, line: str) -> Facets:
        """Return the counts over all that a search line finds; SearchInterrupted as `search`."""
        root = _read(line).root
        return self._run(lambda connection: facet_counts.count(connection, root))

    def interrupt(self) -> None:
        """Stop the searches that run on other threads: they raise SearchInterrupted."""
        with self._lock:
            for running in self._running:
                running.is_stopped = True
                running.connection.interrupt()

    def anything(self, text: str, limit: int = 30) -> tuple[Found, ...]:
        """Return the articles, facts, memos and tags that a few letters may name."""
        return look_up(self._library.reader(), text, limit)

    def matching(self, paragraph: str, limit: int = 12) -> tuple[Match, ...]:
        """Return the facts and articles that share a paragraph's rare words, facts first."""
        return match_paragraph(self._library.reader(), paragraph, limit)

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

    def publishers(self) -> tuple[Count, ...]:
        """Return every publisher with its number of articles, in alphabetical order."""
        return articles.publishers(self._library.reader())

    def all_rows(self) -> Iterator[Article]:
        """Yield every article, the newest first."""
        return articles.every(self._library.reader())

    # saved searches

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
    marker = HitMarker.of(positive_words(query.root))
    hits = [
        Hit(
            article=row,
            title=marker.mark_title(row.title),
            snippet=marker.snippet(texts[row.uid].summary, texts[row.uid].body),
        )
        for row in article_rows.of_ids(connection, found.ids)
    ]
    return SearchPage(tuple(hits), found.after, query.problems)
