"""The table of tag rules: articles that match a query get a tag."""

import sqlite3

from briefing.errors import NotFoundError
from briefing.model.ids import Uid, new_uid
from briefing.model.tag_rule import TagRule
from briefing.store.index_words import sound
from briefing.store.timestamps import now_text

_SELECT = "SELECT uid, query, tag, is_automatic FROM tag_rules"


def every(connection: sqlite3.Connection) -> tuple[TagRule, ...]:
    """Return the rules in the order of their tags."""
    rows = connection.execute(f"{_SELECT} ORDER BY tag COLLATE NOCASE, pk").fetchall()
    return tuple(map(_rule, rows))


def get(connection: sqlite3.Connection, uid: Uid) -> TagRule:
    """Return a rule; NotFoundError where there is none."""
    row = connection.execute(f"{_SELECT} WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError("This tag rule is no longer there.")
    return _rule(row)


def put(connection: sqlite3.Connection, rule: TagRule) -> TagRule:
    """Keep a rule, new or changed; one of the same query and tag is there but once."""
    query, moment = sound(rule.query), now_text()
    same = connection.execute(
        "SELECT uid FROM tag_rules WHERE query = ? AND tag = ? COLLATE NOCASE", (query, rule.tag)
    ).fetchone()
    uid = rule.uid or (Uid(same[0]) if same else new_uid())
    known = connection.execute(
        "UPDATE tag_rules SET query = ?, tag = ?, is_automatic = ?, updated_at = ? WHERE uid = ?",
        (query, rule.tag, rule.is_automatic, moment, uid),
    )
    if not known.rowcount:
        connection.execute(
            "INSERT INTO tag_rules (uid, query, tag, is_automatic, created_at, updated_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (uid, query, rule.tag, rule.is_automatic, moment, moment),
        )
    return get(connection, uid)


def remove(connection: sqlite3.Connection, uid: Uid) -> None:
    """Remove a rule; NotFoundError where there is none."""
    if not connection.execute("DELETE FROM tag_rules WHERE uid = ?", (uid,)).rowcount:
        raise NotFoundError("This tag rule is no longer there.")


def _rule(row: tuple[str, str, str, int]) -> TagRule:
    uid, query, tag, is_automatic = row
    return TagRule(Uid(uid), query, tag, bool(is_automatic))
