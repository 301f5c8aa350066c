"""Finding facts: pages of them, those captured last first."""

import json
import re
import sqlite3
from collections.abc import Callable, Mapping
from functools import partial

from briefing.errors import InputError
from briefing.model.ids import Uid
from briefing.model.query import Node
from briefing.store.index_words import sound
from briefing.store.record_match import (
    Condition,
    Reader,
    Searched,
    condition_of,
    first_day,
    last_day,
    plain,
    within,
)

_CITED = "EXISTS (SELECT 1 FROM sentence_sources WHERE key = 'fact:' || facts.key{})"
_OF_MEMO = " AND memo_pk IN (SELECT pk FROM memos WHERE slug = ?)"
_CURSOR = re.compile(r"fact:(\d{1,18})")


def find_page(
    connection: sqlite3.Connection, root: Node | None, limit: int, after: str
) -> tuple[list[Uid], str]:
    """Return the facts of one page and the cursor of the next; InputError for a strange cursor."""
    condition, values = condition_of(root, _searched(connection))
    rows = connection.execute(
        f"SELECT pk, uid FROM facts WHERE {condition} AND pk < ? ORDER BY pk DESC LIMIT ?",
        (*values, _before(after), max(0, limit) + 1),
    ).fetchall()
    uids = [Uid(uid) for _, uid in rows[:limit]]
    return uids, f"fact:{rows[limit - 1][0]}" if uids and len(rows) > limit else ""


def count(connection: sqlite3.Connection, root: Node | None) -> int:
    """Return how many facts a query finds."""
    condition, values = condition_of(root, _searched(connection))
    query = f"SELECT count(*) FROM facts WHERE {condition}"
    return connection.execute(query, values).fetchone()[0]


def fields() -> frozenset[str]:
    """Return the filters that a fact can pass."""
    return frozenset((*_EQUAL, *_DATES, "tag", "cited", "in"))


def _searched(connection: sqlite3.Connection) -> Searched:
    readers: Mapping[str, Reader] = {
        **_EQUAL,
        **_DATES,
        "cited": _cited,
        "in": _in,
        "tag": partial(_tagged, connection),
    }
    return Searched("facts.pk", "fact_fts", {}, readers)


def _tagged(connection: sqlite3.Connection, value: str) -> Condition:
    """Ask for a tag or one below it, accents aside, as the memos' blocks of facts do."""
    path = plain(value).strip("/")
    rows = connection.execute("SELECT pk, path FROM tags").fetchall()
    pks = [pk for pk, known in rows if f"{plain(known)}/".startswith(path + "/")]
    chosen = "SELECT fact_pk FROM fact_tags WHERE tag_pk IN (SELECT value FROM json_each(?))"
    return f"facts.pk IN ({chosen})", (json.dumps(pks),)


def _cited(value: str) -> Condition:
    cited = _CITED.format("")
    return (f"NOT {cited}" if value == "no" else cited), ()


def _in(value: str) -> Condition:
    return _cited("yes") if value == "memo" else (_CITED.format(_OF_MEMO), (sound(value),))


def _equal(column: str) -> Callable[[str], Condition]:
    return lambda value: (f"facts.{column} = ?", (sound(value.lower()),))


_EQUAL = {name: _equal(name) for name in ("status", "kind", "confidence", "key")}
_DATES = within(first_day("coalesce(facts.as_of, '')"), last_day("facts.as_of"))


def _before(after: str) -> int:
    if not after:
        return 2**62
    match = _CURSOR.fullmatch(after)
    if match is None:
        raise InputError(
            "The place to go on from belongs to another search; start again without it."
        )
    return int(match[1])
