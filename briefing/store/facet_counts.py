"""Facets: how many of the found articles have each usage, tag, publisher and month."""

import json
import sqlite3
from bisect import bisect_left
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.model.article import Usage
from briefing.model.query import Node
from briefing.model.search_page import Count, Facets
from briefing.store import sort_ids
from briefing.store.index_tokens import above, folded
from briefing.store.known_values import known_values
from briefing.store.match_query import Match, compile_query
from briefing.store.match_rows import select

TOP_PUBLISHERS = 50
_CHUNK = 100_000  # rows between two looks at whether anyone still waits
# Numbers come as two lists in JSON, which is read many times as fast as rows are.
_CODES = """
SELECT '[' || group_concat(sort_id) || ']', '[' || group_concat(code) || ']'
FROM (SELECT sort_id, code FROM ({}) AS found CROSS JOIN article_facets ON sort_id = found.id)
"""


@dataclass(slots=True)
class _Tally:
    """What has been counted so far."""

    total: int = 0
    codes: Counter[int] = field(default_factory=Counter[int])
    months: Counter[str] = field(default_factory=Counter[str])

    def add(self, ids: list[int], codes: list[int]) -> None:
        """Count articles, given in ascending order of their row ids."""
        self.total += len(ids)
        self.codes.update(codes)
        self.months.update(dict(_months(ids)))


def count(connection: sqlite3.Connection, root: Node | None, newest: int | None = None) -> Facets:
    """Count over all that a query finds, or its newest hits alone; it can be interrupted."""
    match = compile_query(root, known_values(connection, root))
    tally = _Tally()
    if not match.is_hopeless:
        if newest is None:
            _count_all(connection, match, tally)
        else:
            _count_newest(connection, match, tally, newest)
    return _facets(connection, tally)


def total(connection: sqlite3.Connection, root: Node | None, most: int) -> int:
    """Return how many articles a query finds; one above `most` where there are more."""
    match = compile_query(root, known_values(connection, root))
    if match.is_hopeless:
        return 0
    query, values = select(match)
    counted = f"SELECT count(*) FROM ({query} LIMIT ?)"
    return connection.execute(counted, (*values, most + 1)).fetchone()[0]


def _count_newest(connection: sqlite3.Connection, match: Match, tally: _Tally, newest: int) -> None:
    query, values = select(match)
    found = f"{_with_id(query)} ORDER BY id DESC LIMIT ?"
    ids, codes = _read(connection, found, (*values, newest))
    tally.add(ids[::-1], codes)


def _count_all(connection: sqlite3.Connection, match: Match, tally: _Tally) -> None:
    query, (*expression, low, high) = select(match)
    found = f"{_with_id(query)} ORDER BY id LIMIT ?"
    while True:
        ids, codes = _read(connection, found, (*expression, low, high, _CHUNK))
        tally.add(ids, codes)
        if len(ids) < _CHUNK:
            return
        low = ids[-1] + 1


def _with_id(query: str) -> str:
    """Name the column of row ids, whichever table they are from."""
    return query.replace("SELECT rowid", "SELECT rowid AS id").replace(
        "SELECT sort_id", "SELECT sort_id AS id"
    )


def _read(
    connection: sqlite3.Connection, found: str, values: tuple[str | int, ...]
) -> tuple[list[int], list[int]]:
    ids, codes = connection.execute(_CODES.format(found), values).fetchone()
    return (json.loads(ids), json.loads(codes)) if ids else ([], [])


def _facets(connection: sqlite3.Connection, tally: _Tally) -> Facets:
    usages, publishers, tag_sets = Counter[str](), Counter[str](), Counter[str]()
    wanted = json.dumps(list(tally.codes))
    for code, usage, publisher, tags in connection.execute(
        "SELECT code, usage, publisher, tags FROM facet_sets"
        " WHERE code IN (SELECT value FROM json_each(?))",
        (wanted,),
    ).fetchall():
        articles = tally.codes[code]
        usages[usage] += articles
        publishers[publisher] += articles
        tag_sets[tags] += articles
    paths = dict(connection.execute("SELECT pk, path FROM tags").fetchall())
    return Facets(
        total=tally.total,
        usage=tuple(Count(usage.value, usages[usage.value]) for usage in Usage),
        tags=tuple(_tags(paths, tag_sets)),
        publishers=tuple(_publishers(publishers)),
        months=tuple(Count(month, tally.months[month]) for month in sorted(tally.months)),
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


def _months(ids: Sequence[int]) -> Iterator[tuple[str, int]]:
    """Yield the months of ascending row ids; one known to the year stands in January."""
    at = bisect_left(ids, sort_ids.FIRST_DATED)
    while at < len(ids):
        day = sort_ids.day_of(ids[at])
        if day is None:
            return
        month_end = day.replace(day=1).toordinal() + monthrange(day.year, day.month)[1]
        is_last = month_end > date.max.toordinal()
        end = len(ids) if is_last else bisect_left(ids, sort_ids.first_of(month_end), at)
        yield day.isoformat()[:7], end - at
        at = end
