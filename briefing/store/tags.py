"""The table of tags, and which articles and facts have them.

The rule: a tag is a path of names between slashes. Blanks round a name go, runs of blanks are
one, empty names are dropped. Two paths that differ only in case are the same tag, spelled as it
was first written; a new tag takes the spelling of the tags above it. A tag lives while an article
or a fact has it.
"""

import json
import sqlite3
import unicodedata
from collections.abc import Iterable
from typing import Literal

from briefing.errors import InputError
from briefing.model.ids import Uid, new_uid
from briefing.model.search_page import Count, TagCount
from briefing.store.index_tokens import folded
from briefing.store.index_words import sound
from briefing.store.timestamps import now_text

LONGEST = 200
Owner = Literal["article", "fact"]


def normal_path(text: str) -> str:
    """Return the path as it is kept; InputError where nothing is left or it is too long."""
    plain = unicodedata.normalize("NFC", sound(text))
    names = (" ".join(_visible(name).split()) for name in plain.split("/"))
    path = "/".join(name for name in names if name)
    if not path:
        raise InputError("A tag needs a name, such as region/mexico.")
    if len(path) > LONGEST:
        raise InputError(f"The tag “{path[:40]}…” is too long; {LONGEST} characters are the most.")
    return path


def ensure(connection: sqlite3.Connection, text: str) -> int:
    """Return the pk of a tag, which is made if it is not there."""
    path = normal_path(text)
    found = find(connection, path)
    if found is not None:
        return found
    path = _spelled(connection, path)
    moment = now_text()
    cursor = connection.execute(
        "INSERT INTO tags (uid, path, folded, created_at, updated_at) VALUES (?, ?, ?, ?, ?)",
        (new_uid(), path, folded(path), moment, moment),
    )
    return int(cursor.lastrowid or 0)


def find(connection: sqlite3.Connection, path: str) -> int | None:
    """Return the pk of a tag, or nothing."""
    row = connection.execute("SELECT pk FROM tags WHERE folded = ?", (folded(path),)).fetchone()
    return row[0] if row else None


def paths_of(connection: sqlite3.Connection, owner: Owner, pk: int) -> tuple[str, ...]:
    """Return the tags of an article or a fact, in alphabetical order."""
    query = f"SELECT path FROM {owner}_tags JOIN tags ON pk = tag_pk WHERE {owner}_pk = ?"
    rows = connection.execute(f"{query} ORDER BY folded", (pk,)).fetchall()
    return tuple(path for (path,) in rows)


def attach(connection: sqlite3.Connection, owner: Owner, pk: int, paths: Iterable[str]) -> None:
    """Give tags to an article or a fact; those it has already stay."""
    for path in paths:
        connection.execute(
            f"INSERT INTO {owner}_tags ({owner}_pk, tag_pk) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (pk, ensure(connection, path)),
        )


def detach(connection: sqlite3.Connection, owner: Owner, pk: int, paths: Iterable[str]) -> None:
    """Take tags from an article or a fact; call `prune` when all is done."""
    for path in paths:
        connection.execute(
            f"DELETE FROM {owner}_tags WHERE {owner}_pk = ? AND tag_pk ="
            " (SELECT pk FROM tags WHERE folded = ?)",
            (pk, folded(normal_path(path))),
        )


def replace(connection: sqlite3.Connection, owner: Owner, pk: int, paths: Iterable[str]) -> None:
    """Let an article or a fact have these tags and no others."""
    wanted = {folded(path): path for path in map(normal_path, paths)}
    had = {folded(path) for path in paths_of(connection, owner, pk)}
    attach(connection, owner, pk, [path for key, path in wanted.items() if key not in had])
    gone = had - wanted.keys()
    if gone:
        detach(connection, owner, pk, gone)
        prune(connection)


def prune(connection: sqlite3.Connection) -> None:
    """Remove the tags that nothing has any more."""
    connection.execute(
        "DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM article_tags WHERE tag_pk = tags.pk)"
        " AND NOT EXISTS (SELECT 1 FROM fact_tags WHERE tag_pk = tags.pk)"
    )


def subtree(connection: sqlite3.Connection, path: str) -> list[tuple[int, str]]:
    """Return (pk, path) of a tag and all below it."""
    key = folded(path)
    return connection.execute(
        "SELECT pk, path FROM tags WHERE folded = ? OR (folded > ? || '/' AND folded < ? || '0')",
        (key, key, key),  # 0 is the character after the slash
    ).fetchall()


def counts(connection: sqlite3.Connection) -> tuple[Count, ...]:
    """Return every tag with the number of articles that have that very tag."""
    rows = sorted(_own_counts(connection), key=lambda row: folded(row[0]))
    return tuple(Count(path, count) for path, count in rows)


def tree(connection: sqlite3.Connection) -> tuple[TagCount, ...]:
    """Return every tag and every path above one, with its articles: its own, and all below it.

    An article with several tags below a path counts once there.
    """
    own = dict(_own_counts(connection))
    above: dict[str, set[str]] = {}
    for path in own:
        names = path.split("/")
        for depth in range(1, len(names) + 1):
            above.setdefault("/".join(names[:depth]), set()).add(path)
    several = {path for path, paths in above.items() if len(paths) > 1}
    below = {path: own[next(iter(paths))] for path, paths in above.items() if path not in several}
    below |= {path: _count_below(connection, path) for path in several}
    ordered = sorted(above, key=lambda path: folded(path).split("/"))
    return tuple(TagCount(path, own.get(path, 0), below[path]) for path in ordered)


def all_tags(connection: sqlite3.Connection) -> list[tuple[Uid, str]]:
    """Return (uid, path) of every tag, in alphabetical order."""
    return connection.execute("SELECT uid, path FROM tags ORDER BY folded").fetchall()


def _own_counts(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    return connection.execute(
        "SELECT path, (SELECT count(*) FROM article_tags WHERE tag_pk = tags.pk) FROM tags"
    ).fetchall()


def _count_below(connection: sqlite3.Connection, path: str) -> int:
    pks = json.dumps([pk for pk, _ in subtree(connection, path)])
    query = "SELECT count(DISTINCT article_pk) FROM article_tags WHERE tag_pk IN"
    return connection.execute(f"{query} (SELECT value FROM json_each(?))", (pks,)).fetchone()[0]


def _spelled(connection: sqlite3.Connection, path: str) -> str:
    """Return the path with the part that stands already spelled as it stands."""
    above, _, name = path.rpartition("/")
    if not above:
        return path
    known = subtree(connection, above)
    if known:
        spelled = known[0][1].split("/")[: above.count("/") + 1]
        return "/".join((*spelled, name))
    return f"{_spelled(connection, above)}/{name}"


def _visible(name: str) -> str:
    breaks = ("Cc", "Zl", "Zp")
    return "".join(" " if unicodedata.category(char) in breaks else char for char in name)
