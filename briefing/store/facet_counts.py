"""Facets: how many of the found articles have each usage, tag, publisher and month."""

import sqlite3
from array import array
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
from briefing.store.match_query import compile_query
from briefing.store.match_rows import IN_RANGE, select

TOP_PUBLISHERS = 50
_CHUNK = 10_000  # rows between two looks at whether anyone still waits

# One pass: the index articles_for_facets holds all that is asked of an article itself.
_FOUND = """
SELECT sort_id, usage, publisher,
       (SELECT group_concat(tag_pk) FROM article_tags WHERE article_pk = pk)
FROM articles WHERE {} ORDER BY sort_id
"""


@dataclass(slots=True)
class _Tally:
    """What has been counted so far."""

    ids: "array[int]" = field(default_factory=lambda: array("q"))
    usages: Counter[str] = field(default_factory=Counter[str])
    publishers: Counter[str] = field(default_factory=Counter[str])
    tag_sets: Counter[str | None] = field(default_factory=Counter[str | None])

    def add(self, rows: list[tuple[int, str, str, str | None]]) -> None:
        """Count rows; by columns, which leaves the loops to C."""
        ids, usages, publishers, tag_sets = zip(*rows, strict=True)
        self.ids.extend(ids)
        self.usages.update(usages)
        self.publishers.update(publishers)
        self.tag_sets.update(tag_sets)


def count(connection: sqlite3.Connection, root: Node | None) -> Facets:
    """Count over all that a query finds; it can be interrupted."""
    match = compile_query(root, known_values(connection, root))
    tally = _Tally()
    if not match.is_hopeless:
        query, values = select(match)
        condition = f"sort_id IN ({query})" if match.expression else IN_RANGE
        found = connection.execute(_FOUND.format(condition), values)
        while rows := found.fetchmany(_CHUNK):
            tally.add(rows)
    paths = dict(connection.execute("SELECT pk, path FROM tags").fetchall())
    return Facets(
        total=len(tally.ids),
        usage=tuple(Count(usage.value, tally.usages[usage.value]) for usage in Usage),
        tags=tuple(_tags(paths, tally.tag_sets)),
        publishers=tuple(_publishers(tally.publishers)),
        months=tuple(_months(tally.ids)),
    )


def _tags(paths: dict[int, str], tag_sets: Counter[str | None]) -> Iterator[Count]:
    """Yield every path that has articles, those above it too; an article counts once for each."""
    spelled: dict[str, str] = {}
    kept: dict[str, frozenset[str]] = {}
    for pk, path in paths.items():
        keys = {folded(one): one for one in above(path)}
        kept[str(pk)] = frozenset(keys)
        for key, one in keys.items():
            spelled.setdefault(key, one)
    totals: Counter[str] = Counter()
    for tag_set, articles in tag_sets.items():
        held = set[str]().union(*(kept[pk] for pk in tag_set.split(","))) if tag_set else ()
        for key in held:
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


def _months(ids: Sequence[int]) -> Iterator[Count]:
    """Yield the months of ascending row ids; one known to the year stands in January."""
    at = bisect_left(ids, sort_ids.FIRST_DATED)
    while at < len(ids):
        day = sort_ids.day_of(ids[at])
        if day is None:
            return
        month_end = day.replace(day=1).toordinal() + monthrange(day.year, day.month)[1]
        is_last = month_end > date.max.toordinal()
        end = len(ids) if is_last else bisect_left(ids, sort_ids.first_of(month_end), at)
        yield Count(day.isoformat()[:7], end - at)
        at = end
