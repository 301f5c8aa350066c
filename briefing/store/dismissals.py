"""The table of dismissals: findings on a memo that the analyst waved aside, and why."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from briefing.model.ids import Uid, new_uid
from briefing.store.index_words import sound
from briefing.store.memos import pk_of
from briefing.store.timestamps import from_text, now_text


@dataclass(frozen=True, slots=True)
class Dismissal:
    """One finding waved aside; `place` is whatever the rule knows it by, such as its sentence."""

    uid: Uid
    rule: str
    place: str
    reason: str
    created_at: datetime


def of_memo(connection: sqlite3.Connection, memo_uid: Uid) -> tuple[Dismissal, ...]:
    """Return the dismissals of a memo, the first made first."""
    rows = connection.execute(
        "SELECT d.uid, rule, place, reason, d.created_at FROM dismissals AS d"
        " JOIN memos ON memos.pk = memo_pk WHERE memos.uid = ? ORDER BY d.pk",
        (memo_uid,),
    ).fetchall()
    return tuple(
        Dismissal(Uid(uid), rule, place, reason, from_text(created))
        for uid, rule, place, reason, created in rows
    )


def add(connection: sqlite3.Connection, memo_uid: Uid, rule: str, place: str, reason: str) -> None:
    """Remember that a finding was waved aside; a second time changes the reason."""
    connection.execute(
        "INSERT INTO dismissals (uid, memo_pk, rule, place, reason, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (memo_pk, rule, place) DO UPDATE SET reason = excluded.reason",
        (
            new_uid(),
            pk_of(connection, memo_uid),
            sound(rule),
            sound(place),
            sound(reason),
            now_text(),
        ),
    )


def remove(connection: sqlite3.Connection, memo_uid: Uid, rule: str, place: str) -> None:
    """Let a finding be shown again."""
    connection.execute(
        "DELETE FROM dismissals WHERE memo_pk = ? AND rule = ? AND place = ?",
        (pk_of(connection, memo_uid), sound(rule), sound(place)),
    )
