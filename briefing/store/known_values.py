"""What compiling a query must know of the library; little is asked, and only what it needs."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from briefing.model.query import And, Filter, Near, Node, Not, Or, Words
from briefing.store import index_tokens, sort_ids, terms
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words, sound

COMPLETED = 64  # words that a beginning stands for, the most frequent ones
WIDE = 20_000  # articles that FTS5 reads through in a few milliseconds
DATES = ("after", "before", "on")
_RANK = "coalesce(rank, 9223372036854775807)"  # as the index has it: unranked ones last
# Steps from one rank to the next by the index, instead of reading every row.
_RANKS = f"""
WITH RECURSIVE next (value) AS (
    SELECT min({_RANK}) FROM articles
    UNION ALL
    SELECT (SELECT min({_RANK}) FROM articles WHERE {_RANK} > next.value) FROM next
    WHERE next.value < 9223372036854775807
)
SELECT value FROM next WHERE value < 9223372036854775807
"""


@dataclass(frozen=True, slots=True)
class Beginning:
    """What is known of the words that begin so: the most frequent ones first.

    `is_whole`: these are all. `is_wide`: all of them stand in so many articles that FTS5 would be
    slow to find them by their beginning.
    """

    words: tuple[str, ...]
    is_whole: bool
    is_wide: bool


@dataclass(frozen=True, slots=True)
class Known:
    """What the library holds of values that a query names or compares with."""

    ranks: tuple[int, ...] = ()
    years: tuple[int, ...] = ()
    tag_words: frozenset[str] = frozenset()  # those that were asked for and stand in tags
    beginnings: Mapping[str, Beginning] = field(default_factory=dict[str, Beginning])
    memos: Mapping[str, int] = field(default_factory=dict[str, int])  # slug, folded → pk
    clusters: Mapping[str, int] = field(default_factory=dict[str, int])  # citekey, folded → cluster


def known_values(connection: sqlite3.Connection, root: Node | None) -> Known:
    """Return what compiling a query must know of the library."""
    nodes = list(_leaves(root))
    filters = [node for node in nodes if isinstance(node, Filter)]
    asked = {one.field for one in filters}
    words = [node for node in nodes if isinstance(node, Words)]
    in_tags = [(one, index_tokens.words(sound(one.text)).split()) for one in words if not one.field]
    prefixes = {tokens[-1] for one, tokens in in_tags if one.prefix and tokens}
    prefixes |= {token for one in words if one.prefix for token in _folded(one.text)[-1:]}
    return Known(
        ranks=tuple(_ranks(connection)) if "rank" in asked else (),
        years=tuple(_years(connection)) if asked.intersection(DATES) else (),
        tag_words=frozenset(
            terms.articles_with(connection, {token for _, tokens in in_tags for token in tokens})
        ),
        beginnings={prefix: _beginning(connection, prefix) for prefix in prefixes},
        memos=_memos(connection, [one.value for one in filters if one.field == "in"]),
        clusters=_clusters(connection, [one.value for one in filters if one.field == "dup"]),
    )


def _leaves(node: Node | None) -> Iterator[Words | Filter]:
    match node:
        case Words() | Filter():
            yield node
        case Near(words):
            yield from words
        case Not(part):
            yield from _leaves(part)
        case And(parts) | Or(parts):
            for part in parts:
                yield from _leaves(part)
        case None:
            return


def _folded(text: str) -> list[str]:
    return folded_words(index_words(sound(text)))


def _beginning(connection: sqlite3.Connection, prefix: str) -> Beginning:
    words, number, articles = terms.beginning_with(connection, prefix, COMPLETED)
    return Beginning(
        words=tuple(words),
        is_whole=number <= COMPLETED and not terms.is_behind(connection),
        is_wide=articles > WIDE,
    )


def _ranks(connection: sqlite3.Connection) -> Iterator[int]:
    yield from (rank for (rank,) in connection.execute(_RANKS).fetchall())


def _years(connection: sqlite3.Connection) -> Iterator[int]:
    """Yield the years that articles are of, stepping from one to the next by the index."""
    query = "SELECT min(sort_id) FROM articles WHERE sort_id >= ?"
    first = sort_ids.FIRST_DATED
    while (found := connection.execute(query, (first,)).fetchone()[0]) is not None:
        day = sort_ids.day_of(found)
        if day is None:
            return
        yield day.year
        first = sort_ids.first_of(date(day.year, 12, 31).toordinal() + 1)


def _memos(connection: sqlite3.Connection, slugs: Iterable[str]) -> dict[str, int]:
    return _named(connection, slugs, "SELECT slug, pk FROM memos WHERE slug IN ")


def _clusters(connection: sqlite3.Connection, citekeys: Iterable[str]) -> dict[str, int]:
    return _named(
        connection,
        citekeys,
        "SELECT citekey, cluster FROM articles JOIN duplicate_members ON article_pk = pk"
        " WHERE citekey IN ",
    )


def _named(connection: sqlite3.Connection, names: Iterable[str], query: str) -> dict[str, int]:
    wanted = [sound(name) for name in names]
    if not wanted:
        return {}
    rows = connection.execute(f"{query}(SELECT value FROM json_each(?))", (json.dumps(wanted),))
    return {name.lower(): number for name, number in rows.fetchall()}
