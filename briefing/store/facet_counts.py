"""Facets: how many of the found articles have each usage, tag, publisher and month."""

import sqlite3
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from briefing.model.article import Usage
from briefing.model.query import Node
from briefing.model.search_page import Count, Facets
from briefing.store import sort_ids
from briefing.store.article_search import known_values, select
from briefing.store.index_tokens import above, folded
from briefing.store.match_query import compile_query

TOP_PUBLISHERS = 50

_TABLE = (
    "CREATE TEMP TABLE IF NOT EXISTS found"
    " (sort_id INTEGER PRIMARY KEY, pk INTEGER, usage TEXT, publisher TEXT)"
)
# Articles with the same set of tags are counted together, and the tags above looked up once.
_TAG_SETS = """
SELECT tag_set, count(*) FROM (
    SELECT group_concat(tag_pk) AS tag_set FROM temp.found
    JOIN main.article_tags ON article_pk = pk GROUP BY pk
) GROUP BY tag_set
"""


def count(connection: sqlite3.Connection, root: Node | None) -> Facets:
    """Count over all that a query finds; every step can be interrupted."""
    match = compile_query(root, known_values(connection))
    if match.is_hopeless:
        return _facets([], [], [], {}, [])
    query, values = select(match)
    connection.execute(_TABLE)
    connection.execute("DELETE FROM temp.found")
    connection.execute(
        "INSERT INTO temp.found SELECT sort_id, pk, usage, publisher FROM main.articles"
        f" INDEXED BY articles_for_facets WHERE sort_id IN ({query})",
        values,
    )
    try:
        return _facets(
            connection.execute("SELECT sort_id FROM temp.found").fetchall(),
            connection.execute("SELECT usage, count(*) FROM temp.found GROUP BY 1").fetchall(),
            connection.execute("SELECT publisher, count(*) FROM temp.found GROUP BY 1").fetchall(),
            dict(connection.execute("SELECT pk, path FROM main.tags").fetchall()),
            connection.execute(_TAG_SETS).fetchall(),
        )
    finally:
        connection.execute("DELETE FROM temp.found")


def _facets(
    ids: list[tuple[int]],
    usages: list[tuple[str, int]],
    publishers: list[tuple[str, int]],
    paths: dict[int, str],
    tag_sets: list[tuple[str, int]],
) -> Facets:
    by_usage = dict(usages)
    return Facets(
        total=len(ids),
        usage=tuple(Count(usage.value, by_usage.get(usage, 0)) for usage in Usage),
        tags=tuple(_tags(paths, tag_sets)),
        publishers=tuple(_publishers(publishers)),
        months=tuple(_months([sort_id for (sort_id,) in ids])),
    )


def _tags(paths: dict[int, str], tag_sets: Iterable[tuple[str, int]]) -> Iterator[Count]:
    """Yield every path that has articles, those above it too; an article counts once for each."""
    totals: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for tag_set, articles in tag_sets:
        held: set[str] = set()
        for pk in tag_set.split(","):
            for path in above(paths[int(pk)]):
                spelled.setdefault(folded(path), path)
                held.add(folded(path))
        for key in held:
            totals[key] += articles
    for key in sorted(totals, key=lambda key: key.split("/")):
        yield Count(spelled[key], totals[key])


def _publishers(counted: Iterable[tuple[str, int]]) -> Iterator[Count]:
    """Yield the publishers with most articles; spellings that differ in case are one."""
    totals: Counter[str] = Counter()
    spelled: dict[str, str] = {}
    for name, articles in sorted(counted, key=lambda pair: -pair[1]):
        if name:
            spelled.setdefault(folded(name), name)
            totals[folded(name)] += articles
    for key, articles in totals.most_common(TOP_PUBLISHERS):
        yield Count(spelled[key], articles)


def _months(ids: list[int]) -> Iterator[Count]:
    """Yield the months of ascending row ids; one known to the year stands in January."""
    at = bisect_left(ids, sort_ids.FIRST_DATED)
    while at < len(ids):
        day = sort_ids.day_of(ids[at])
        if day is None:
            return
        end = bisect_left(ids, sort_ids.first_of(_next_month(day)), at)
        yield Count(day.isoformat()[:7], end - at)
        at = end


def _next_month(day: date) -> date:
    if (day.year, day.month) == (date.max.year, 12):
        return date.max
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
