"""Renaming, merging and removing tags: a tag takes all below it along, and joins what is there."""

import json
import sqlite3
from collections.abc import Iterable

from briefing.errors import InputError, NotFoundError
from briefing.model.ids import Uid
from briefing.store import article_index, fact_index, tags
from briefing.store.index_tokens import folded
from briefing.store.timestamps import now_text


def move(connection: sqlite3.Connection, path: str, new_path: str) -> None:
    """Give a tag, and with it all below it, another path."""
    old, new = tags.normal_path(path), tags.normal_path(new_path)
    moving = tags.subtree(connection, old)
    if not moving:
        raise NotFoundError(f"There is no tag “{old}” in this library.")
    steps = old.count("/") + 1
    targets = [(pk, "/".join((new, *own.split("/")[steps:]))) for pk, own in moving]
    longest = max(targets, key=lambda target: len(target[1]))[1]
    if len(longest) > tags.LONGEST:
        raise InputError(f"The tag “{longest[:40]}…” would be too long; choose a shorter name.")
    _stand_aside(connection, [pk for pk, _ in moving])
    for pk, target in targets:
        _settle(connection, pk, target)
    tags.prune(connection)
    _derive(connection, new)


def merge(connection: sqlite3.Connection, paths: Iterable[str], into: str) -> None:
    """Let several tags, each with all below it, be one tag, which may be among them."""
    target = tags.normal_path(into)
    for path in _deepest_first(paths):
        if folded(path) != folded(target):
            move(connection, path, target)


def remove(connection: sqlite3.Connection, paths: Iterable[str]) -> None:
    """Take tags, each with all below it, from whatever has them."""
    for path in _deepest_first(paths):
        gone = [pk for pk, _ in tags.subtree(connection, path)]
        if not gone:
            raise NotFoundError(f"There is no tag “{path}” in this library.")
        articles, facts = _owners(connection, gone)
        connection.executemany("DELETE FROM tags WHERE pk = ?", [(pk,) for pk in gone])
        article_index.refresh(connection, articles)
        fact_index.refresh(connection, facts)


def _deepest_first(paths: Iterable[str]) -> list[str]:
    """Return paths so that none is gone along with one above it before its turn."""
    each = {folded(path): path for path in map(tags.normal_path, paths)}
    return sorted(each.values(), key=lambda path: -path.count("/"))


def _stand_aside(connection: sqlite3.Connection, pks: list[int]) -> None:
    """Free the paths that move, since one may be where another goes: `a` to `a/b`."""
    connection.executemany(
        "UPDATE tags SET folded = char(1) || pk WHERE pk = ?", [(pk,) for pk in pks]
    )


def _settle(connection: sqlite3.Connection, pk: int, path: str) -> None:
    there = tags.find(connection, path)
    if there is None:
        connection.execute(
            "UPDATE tags SET path = ?, folded = ?, updated_at = ? WHERE pk = ?",
            (path, folded(path), now_text(), pk),
        )
        return
    for owner in ("article", "fact"):
        connection.execute(
            f"INSERT INTO {owner}_tags ({owner}_pk, tag_pk) SELECT {owner}_pk, ? FROM {owner}_tags"
            " WHERE tag_pk = ? ON CONFLICT DO NOTHING",
            (there, pk),
        )
    connection.execute("DELETE FROM tags WHERE pk = ?", (pk,))


def _derive(connection: sqlite3.Connection, path: str) -> None:
    articles, facts = _owners(connection, [pk for pk, _ in tags.subtree(connection, path)])
    article_index.refresh(connection, articles)
    fact_index.refresh(connection, facts)


def _owners(connection: sqlite3.Connection, pks: Iterable[int]) -> tuple[list[int], list[Uid]]:
    """Return the articles (pks) and facts (uids) that have any of these tags."""
    wanted = (json.dumps(list(pks)),)
    chosen = "tag_pk IN (SELECT value FROM json_each(?))"
    query = f"SELECT DISTINCT article_pk FROM article_tags WHERE {chosen}"
    articles = [pk for (pk,) in connection.execute(query, wanted).fetchall()]
    query = f"SELECT DISTINCT uid FROM facts JOIN fact_tags ON fact_pk = pk WHERE {chosen}"
    return articles, [Uid(uid) for (uid,) in connection.execute(query, wanted).fetchall()]
