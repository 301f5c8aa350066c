"""Facets: how many of the found articles have each usage, tag, publisher and month."""

import json
import sqlite3
import sys
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model.article import Usage
from briefing.model.query import Node
from briefing.model.search_page import Count, Facets
from briefing.store.facet_sets import month_name
from briefing.store.index_tokens import above, folded
from briefing.store.known_values import known_values
from briefing.store.match_query import Match, compile_query
from briefing.store.match_rows import select

TOP_PUBLISHERS = 50
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
    match = compile_query(root, known_values(connection, root))
    marks = b"" if match.is_hopeless else _marks(connection, match, newest)
    return _facets(connection, _tally(marks))


def total(connection: sqlite3.Connection, root: Node | None, most: int) -> int:
    """Return how many articles a query finds; one above `most` where there are more."""
    match = compile_query(root, known_values(connection, root))
    if match.is_hopeless:
        return 0
    query, values = select(match)
    counted = f"SELECT count(*) FROM ({query} LIMIT ?)"
    return connection.execute(counted, (*values, most + 1)).fetchone()[0]


def _marks(connection: sqlite3.Connection, match: Match, newest: int | None) -> bytes:
    """Return the marks of what is found, one after another in the order of row ids."""
    query, values = select(match)
    found = f"{_with_id(query)} ORDER BY id"
    if newest is not None:
        found = f"SELECT id FROM ({found} DESC LIMIT ?) ORDER BY id"
        values = (*values, newest)
    return connection.execute(_MARKS.format(found), values).fetchone()[0] or b""


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
