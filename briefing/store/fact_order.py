"""Facts put in order by one of their columns; those without a value come last."""

import json
import sqlite3
from collections.abc import Iterable, Sequence

from briefing.model.ids import Uid

_COLUMNS = {
    "statement": "statement COLLATE NOCASE",
    "kind": "kind",
    "value": "CAST(value AS REAL)",
    "as_of": "as_of",
    "confidence": "CASE confidence WHEN 'low' THEN 0 WHEN 'moderate' THEN 1 ELSE 2 END",
    "status": (
        "CASE status WHEN 'current' THEN 0 WHEN 'disputed' THEN 1 WHEN 'superseded' THEN 2 ELSE 3"
        " END"
    ),
    "added": "pk",
}
_MAY_LACK = {"value", "as_of", "confidence"}
COLUMNS = frozenset(_COLUMNS)


def in_order(
    connection: sqlite3.Connection, uids: Sequence[Uid], column: str, *, is_descending: bool
) -> tuple[Uid, ...]:
    """Return facts in the order of one of the COLUMNS; those alike as they were captured."""
    falls = " DESC" if is_descending else ""
    lacks = f"{column} IS NULL, " if column in _MAY_LACK else ""
    rows = connection.execute(
        "SELECT uid FROM facts WHERE uid IN (SELECT value FROM json_each(?))"
        f" ORDER BY {lacks}{_COLUMNS[column]}{falls}, pk",
        (json.dumps(uids),),
    ).fetchall()
    return tuple(Uid(uid) for (uid,) in rows)


def keys_of(connection: sqlite3.Connection, uids: Iterable[Uid]) -> dict[Uid, str]:
    """Return the keys by which memos cite facts."""
    rows = connection.execute(
        "SELECT uid, key FROM facts WHERE uid IN (SELECT value FROM json_each(?))",
        (json.dumps(list(uids)),),
    ).fetchall()
    return {Uid(uid): key for uid, key in rows}
