"""Facets: how many of the found articles have each usage, tag, publisher and month."""

import json
import sqlite3
import sys
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.model.article import Usage
from briefing.model.query import Node
from briefing.model.search_page import Count, Facets
from briefing.store.facet_sets import month_name
from briefing.store.index_tokens import above, folded
from briefing.store.known_values import known_values
from briefing.store.match_query import EVER, compile_query
from briefing.store.match_rows import select

TOP_PUBLISHERS = 50
PART = 100_000  # articles that are worth a connection of their own
Stretch = tuple[int, int]  # row ids: the first, and the first that is beyond
_SAMPLE = 400  # articles that tell where the library's dates lie
_SCATTER = 2_654_435_761  # prime: articles added together, in the order of their dates, come apart
_CHUNK = 100_000  # marks counted between two moments at which another thread may run
# The marks of all that is found as one text: rows one by one would take several times as long.
_MARKS = """
SELECT CAST(group_concat(mark, '') AS BLOB)
FROM (SELECT mark FROM ({}) AS found CROSS JOIN article_facets ON sort_id = found.id)
"""


@dataclass(frozen=True, slots=True)
class _Tally:
    """How many articles there are, of each month and of each facet set."""

    total: int
    months: dict[int, int]
    sets: dict[int, int]


def count(connection: sqlite3.Connection, root: Node | None, newest: int | None = None) -> Facets:
    """Count over all that a query finds, or its newest hits alone; it can be interrupted."""
    return count_marks(connection, read_marks(connection, root, newest=newest))


def stretches(connection: sqlite3.Connection, most: int) -> list[Stretch]:
    """Part a large library into stretches of about as many articles, to be read side by side."""
    last = connection.execute("SELECT max(pk) FROM articles").fetchone()[0] or 0
    if (parts := min(most, last // PART)) < 2:
        return [EVER]
    sample = json.dumps([at * _SCATTER % last for at in range(1, _SAMPLE)])
    query = "SELECT sort_id FROM articles WHERE pk IN (SELECT value FROM json_each(?)) ORDER BY 1"
    ids = [one for (one,) in connection.execute(query, (sample,)).fetchall()] or [0]
    ends = [ids[len(ids) * at // parts] for at in range(1, parts)]
    return list(pairwise([EVER[0], *ends, EVER[1]]))


def read_marks(
    connection: sqlite3.Connection,
    root: Node | None,
    stretch: Stretch = EVER,
    newest: int | None = None,
) -> bytes:
    """Return the marks of what a query finds in a stretch, one after another as their row ids."""
    match = compile_query(root, known_values(connection, root))
    if match.is_hopeless:
        return b""
    low, high = max(match.low, stretch[0]), min(match.high, stretch[1])
    query, values = select(replace(match, low=low, high=high))
    found = f"{_with_id(query)} ORDER BY id"
    if newest is not None:
        found = f"SELECT id FROM ({found} DESC LIMIT ?) ORDER BY id"
        values = (*values, newest)
    return connection.execute(_MARKS.format(found), values).fetchone()[0] or b""


def count_marks(connection: sqlite3.Connection, marks: bytes) -> Facets:
    """Return the counts of what has these marks, which follow one another as their row ids do."""
    return _facets(connection, _tally(marks))


def total(connection: sqlite3.Connection, root: Node | None, most: int) -> int:
    """Return how many articles a query finds; one above `most` where there are more."""
    match = compile_query(root, known_values(connection, root))
    if match.is_hopeless:
        return 0
    query, values = select(match)
    counted = f"SELECT count(*) FROM ({query} LIMIT ?)"
    return connection.execute(counted, (*values, most + 1)).fetchone()[0]


def _with_id(query: str) -> str:
    """Name the column of row ids, whichever table they are from."""
    return query.replace("SELECT rowid", "SELECT rowid AS id").replace(
        "SELECT sort_id", "SELECT sort_id AS id"
    )


def _tally(marks: bytes) -> _Tally:
    """Count marks; 8 digits are 8 bytes, which do as a number until all are counted."""
    numbers = array("Q", marks)
    if sys.byteorder == "little":
        numbers.byteswap()  # numbers are in order as their digits are
    months, sets = numbers[::2], numbers[1::2]
    counted = Counter[int]()
    for start in range(0, len(sets), _CHUNK):
        counted.update(sets[start : start + _CHUNK])
    return _Tally(len(sets), _read(_runs(months)), _read(counted.items()))


def _runs(months: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield each month with its articles, which stand together."""
    at = 0
    while at < len(months):
        end = bisect_right(months, months[at], at)
        yield months[at], end - at
        at = end


def _read(counted: Iterable[tuple[int, int]]) -> dict[int, int]:
    """Return counts by the numbers that the digits tell."""
    return {int(number.to_bytes(8, "big")): articles for number, articles in counted}


def _facets(connection: sqlite3.Connection, tally: _Tally) -> Facets:
    usages, publishers, tag_sets = Counter[str](), Counter[str](), Counter[str]()
    wanted = json.dumps(list(tally.sets))
    for code, usage, publisher, tags in connection.execute(
        "SELECT code, usage, publisher, tags FROM facet_sets"
        " WHERE code IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchall():
        articles = tally.sets[code]
        usages[usage] += articles
        publishers[publisher] += articles
        tag_sets[tags] += articles
    paths = dict(connection.execute("SELECT pk, path FROM tags").fetchall())
    return Facets(
        total=tally.total,
        usage=tuple(Count(usage.value, usages[usage.value]) for usage in Usage),
        tags=tuple(_tags(paths, tag_sets)),
        publishers=tuple(_publishers(publishers)),
        months=tuple(
            Count(month_name(month), articles)
            for month, articles in sorted(tally.months.items())
            if month
        ),
    )


def _tags(paths: dict[int, str], tag_sets: Counter[str]) -> Iterator[Count]:
    """Yield every path that has articles, those above it too; an article counts once for each."""
    spelled: dict[str, str] = {}
    kept: dict[int, frozenset[str]] = {}
    for pk, path in paths.items():
        keys = {folded(one): one for one in above(path)}
        kept[pk] = frozenset(keys)
        for key, one in keys.items():
            spelled.setdefault(key, one)
    totals: Counter[str] = Counter()
    for tag_set, articles in tag_sets.items():
        for key in set[str]().union(*(kept[pk] for pk in json.loads(tag_set))):
            totals[key] += articles
    for key in sorted(totals, key=lambda key: key.split("/")):
        yield Count(spelled[key], totals[key])


def _publishers(counted: Counter[str]) -> Iterator[Count]:
    """Yield the publishers with most articles; spellings that differ in case are one."""
    totals: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for name, articles in counted.most_common():
        if name:
            spelled.setdefault(folded(name), name)
            totals[folded(name)] += articles
    for key, articles in totals.most_common(TOP_PUBLISHERS):
        yield Count(spelled[key], articles)
