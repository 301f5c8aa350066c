"""Rows of searching a library: pages in each order, letter by letter, facets, the last page."""

import random
import statistics
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from briefing.model.query import Words
from briefing.services.desk import Desk
from briefing.services.typed_line import as_typed
from briefing.store import article_search
from briefing.store.library_file import Library
from tests.bench.corpus import real_text
from tests.bench.plain_index import PAGE, PlainIndex
from tests.bench.timing import Row, budget_row, each_ms, percentile

NEWEST = 10_000
FEW = 20  # queries for what takes the peer seconds
BY_DATE = "FTS5 by a date column"


def search_rows(desk: Desk, small: Desk, plain: PlainIndex, size: int) -> Iterator[Row]:
    """Yield the rows; `small` is a library of 10,000 articles, beside which ours is judged."""
    queries = bench_queries()
    filtered = [f"{query} usage:shortlisted" for query in queries[:FEW]]
    typed = [query[:end] for query in queries[:40] for end in range(1, len(query) + 1)]
    few = min(len(queries), FEW if size > NEWEST * 10 else len(queries))

    ours(desk, queries[:FEW], "date")
    times = ours(desk, queries + filtered, "date")
    peers = each_ms(partial(plain.search, query, "day DESC") for query in queries[:few])
    yield share_row("first page, newest first", 0.5, times, 3, BY_DATE, peers)
    yield share_row("first page, newest first", 0.99, times, 16, BY_DATE, peers)
    yield _growth_row(desk, small, queries + filtered)
    yield from _typed_rows(desk, plain, typed, few)
    times = ours(desk, queries, "relevance")
    peers = each_ms(partial(plain.search, query, "rank") for query in queries[:few])
    yield share_row("first page, by relevance", 0.99, times, 50, "FTS5 by bm25", peers)
    yield from _facet_rows(desk, plain)


def bench_queries() -> list[str]:
    """Return words and pairs of words of the corpus, common and rare."""
    chance = random.Random(59)
    words = [
        word.lower()
        for paragraph in chance.sample(real_text().paragraphs, 60)
        for word in paragraph.split()
        if word.isalpha() and word.isascii() and len(word) > 3
    ]
    single = chance.sample(words, 60)
    pairs = [" ".join(chance.sample(words, 2)) for _ in range(40)]
    return ["the", "government", "policy", *single, *pairs]


def ours(desk: Desk, lines: Sequence[str], sort: str) -> list[float]:
    """Return how long each line took us."""
    search = desk.searching.search
    return each_ms(partial(search, line, sort=sort, limit=PAGE) for line in lines)


def share_row(
    what: str, share: float, times: list[float], limit: float, peer: str, peers: list[float]
) -> Row:
    """Return the row of one percentile."""
    label = f"{what}, p{round(share * 100)}"
    return budget_row(label, percentile(times, share), limit, peer, percentile(peers, share))


def _growth_row(desk: Desk, small: Desk, lines: Sequence[str]) -> Row:
    ours(small, lines[:FEW], "date")
    few = statistics.median(ours(small, lines, "date"))
    many = statistics.median(ours(desk, lines, "date"))
    is_kept = many <= 1.5 * few
    return Row("the same, p50", many, "ours, 10,000 articles", few, "≤ 1.5 ×", is_kept)


def _typed_rows(desk: Desk, plain: PlainIndex, typed: list[str], few: int) -> Iterator[Row]:
    times = ours(desk, [as_typed(line) for line in typed], "date")
    prefixes = [f"{line}*" for line in typed if " " not in line and len(line) > 2]
    chosen = prefixes[:: max(1, len(prefixes) // few)]
    peers = each_ms(partial(plain.search, line, "day DESC") for line in chosen)
    name = "FTS5 prefix*, by date"
    yield share_row("the same, letter by letter", 0.95, times, 16, name, peers)
    yield share_row("the same, letter by letter", 0.99, times, 50, name, peers)


def _facet_rows(desk: Desk, plain: PlainIndex) -> Iterator[Row]:
    words = ("government", "policy", "united states", "security", "government usage:used")
    facets = desk.searching.facets
    newest = each_ms(partial(facets, word, NEWEST) for word in words)
    whole = each_ms(partial(facets, word) for word in words)
    peers = each_ms(partial(plain.facets, word) for word in words if ":" not in word)
    peer, name = max(peers), "joins, without tags"
    yield budget_row(f"facets of the newest {NEWEST:,}, slowest", max(newest), 40, name, peer)
    yield budget_row("facets of all hits, slowest", max(whole), 400, name, peer)
    count = each_ms(partial(desk.searching.count, word) for word in words)
    yield Row("count up to 1,000, slowest", max(count), "", None, "", is_kept=True)


def paging_row(desk: Desk, library: Library, plain: PlainIndex) -> Row:
    """Return the row of the last pages beside the first ones."""
    word = "policy"
    cursors = _cursors(library, word)
    search = partial(desk.searching.search, word, sort="date", limit=PAGE)
    first, last = (
        statistics.median(each_ms(partial(search, after=after) for after in some))
        for some in (cursors[:10], cursors[-10:])
    )
    end: Callable[[], object] = partial(plain.page, word, (len(cursors) - 1) * 10)
    peer = statistics.median(each_ms([end] * 3))
    is_kept = last <= 1.5 * first
    what = f"a page of 20 at the end (first: {first:.1f} ms)"
    return Row(what, last, "FTS5 with OFFSET", peer, "≤ 1.5 × first", is_kept)


def _cursors(library: Library, word: str) -> list[str]:
    """Return where every tenth page of a search begins."""
    found, after = [], ""
    while True:
        found.append(after)
        reader = library.reader()
        page = article_search.find_page(reader, Words(word), "date", PAGE * 10, after)
        if not (after := page.after):
            return found
