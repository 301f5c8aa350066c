"""Finding memos: pages of them, the last changed first. The index must be current (memo_index)."""

import re
import sqlite3

from briefing.errors import InputError
from briefing.model.ids import Uid
from briefing.model.query import Node
from briefing.store.index_words import sound
from briefing.store.record_match import (
    Condition,
    Searched,
    condition_of,
    first_day,
    last_day,
    within,
)

_FROM = (
    "FROM memos JOIN memo_texts ON memo_texts.memo_pk = pk"
    " JOIN memo_words ON memo_words.memo_pk = pk"
)
_CURSOR = re.compile(r"memo:(\d{1,18}):([0-9TZ:.-]{1,40})")


def find_page(
    connection: sqlite3.Connection, root: Node | None, limit: int, after: str
) -> tuple[list[Uid], str]:
    """Return the memos of one page and the cursor of the next; InputError for a strange cursor."""
    condition, values = condition_of(root, _SEARCHED)
    last, moment = _before(after)
    rows = connection.execute(
        f"SELECT pk, uid, updated_at {_FROM} WHERE {condition} AND (updated_at, pk) < (?, ?)"
        " ORDER BY updated_at DESC, pk DESC LIMIT ?",
        (*values, moment, last, max(0, limit) + 1),
    ).fetchall()
    uids = [Uid(uid) for _, uid, _ in rows[:limit]]
    has_more = bool(uids) and len(rows) > limit
    return uids, "memo:{}:{}".format(*rows[limit - 1][::2]) if has_more else ""


def count(connection: sqlite3.Connection, root: Node | None) -> int:
    """Return how many memos a query finds."""
    condition, values = condition_of(root, _SEARCHED)
    return connection.execute(f"SELECT count(*) {_FROM} WHERE {condition}", values).fetchone()[0]


def fields() -> frozenset[str]:
    """Return the fields that a memo can be asked for by."""
    return frozenset((*_SEARCHED.columns, *_SEARCHED.filters))


def _in(value: str) -> Condition:
    return ("true", ()) if value == "memo" else ("memos.slug = ?", (sound(value),))


_DATES = within(first_day("memo_words.date"), last_day("memo_words.date"))
_SEARCHED = Searched("memos.pk", "memo_fts", {"title": "title"}, {**_DATES, "in": _in})


def _before(after: str) -> tuple[int, str]:
    if not after:
        return 2**62, "~"  # behind every moment
    match = _CURSOR.fullmatch(after)
    if match is None:
        raise InputError(
            "The place to go on from belongs to another search; start again without it."
        )
    return int(match[1]), match[2]
