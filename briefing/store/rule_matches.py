"""What a tag rule matches: articles of a query with and without a tag, found in one statement."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.model.query import Node
from briefing.store import article_index, tags
from briefing.store.known_values import known_values
from briefing.store.match_query import compile_query
from briefing.store.match_rows import select

_HAS = (
    "EXISTS (SELECT 1 FROM article_tags WHERE article_pk = articles.pk"
    " AND tag_pk IN (SELECT value FROM json_each(?)))"
)


@dataclass(frozen=True, slots=True)
class _Selection:
    """The articles of a query, as the end of a statement with its values."""

    source: str
    values: tuple[str | int, ...]


def counts(connection: sqlite3.Connection, root: Node | None, tag: str) -> tuple[int, int]:
    """Return how many matching articles lack a tag, and how many have it or one below it."""
    chosen = _selection(connection, root, None)
    if chosen is None:
        return 0, 0
    having: int
    having, every = connection.execute(
        f"SELECT coalesce(sum({_HAS}), 0), count(*) {chosen.source}",
        (_below(connection, tag), *chosen.values),
    ).fetchone()
    return every - having, having


def lacking_ids(
    connection: sqlite3.Connection, root: Node | None, tag: str, limit: int
) -> list[int]:
    """Return the row ids in the index of the newest matching articles without a tag."""
    chosen = _selection(connection, root, None)
    if chosen is None:
        return []
    rows = connection.execute(
        f"SELECT sort_id {chosen.source} AND NOT {_HAS} ORDER BY sort_id DESC LIMIT ?",
        (*chosen.values, _below(connection, tag), limit),
    ).fetchall()
    return [sort_id for (sort_id,) in rows]


def give(
    connection: sqlite3.Connection, root: Node | None, tag: str, among: Sequence[Uid] | None = None
) -> int:
    """Give a tag to the matching articles without it, if need be only to some; return how many."""
    article_index.flush(connection)  # what was written in this transaction is to be found, too
    chosen = _selection(connection, root, among)
    if chosen is None:
        return 0
    rows = connection.execute(
        f"SELECT pk {chosen.source} AND NOT {_HAS}", (*chosen.values, _below(connection, tag))
    ).fetchall()
    pks = [pk for (pk,) in rows]
    if pks:
        _attach(connection, pks, tags.ensure(connection, tag))
    return len(pks)


def _attach(connection: sqlite3.Connection, pks: Iterable[int], tag_pk: int) -> None:
    chosen = list(pks)
    connection.executemany(
        "INSERT INTO article_tags (article_pk, tag_pk) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(pk, tag_pk) for pk in chosen],
    )
    article_index.refresh(connection, chosen)


def _selection(
    connection: sqlite3.Connection, root: Node | None, among: Sequence[Uid] | None
) -> _Selection | None:
    match = compile_query(root, known_values(connection, root))
    if match.is_hopeless:
        return None
    query, values = select(match)
    source = f"FROM articles WHERE sort_id IN ({query})"
    if among is None:
        return _Selection(source, values)
    source += " AND uid IN (SELECT value FROM json_each(?))"
    return _Selection(source, (*values, json.dumps(list(among))))


def _below(connection: sqlite3.Connection, tag: str) -> str:
    """Return the pks of a tag and all below it, as JSON; none for a tag without a name."""
    return json.dumps([pk for pk, _ in tags.subtree(connection, tag)] if tag else [])
