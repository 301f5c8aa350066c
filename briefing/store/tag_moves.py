"""Renaming and moving tags: a tag takes all below it along, and joins what stands there already."""

import sqlite3

from briefing.errors import InputError, NotFoundError
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
    pks = [pk for pk, _ in tags.subtree(connection, path)]
    for pk in pks:
        query = "SELECT article_pk FROM article_tags WHERE tag_pk = ?"
        article_index.refresh(connection, [one for (one,) in connection.execute(query, (pk,))])
        query = "SELECT uid FROM facts JOIN fact_tags ON fact_pk = pk WHERE tag_pk = ?"
        fact_index.refresh(connection, [one for (one,) in connection.execute(query, (pk,))])
