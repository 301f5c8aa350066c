"""The table of rulings: pairs of facts that the analyst says are not about the same thing."""

import sqlite3

from briefing.model.conflict import ConflictRuling
from briefing.model.ids import Uid
from briefing.store.facts import pk_of
from briefing.store.index_words import sound
from briefing.store.timestamps import from_text, now_text


def add(connection: sqlite3.Connection, one: Uid, other: Uid, reason: str) -> None:
    """Remember that two facts are not about the same thing; a second time changes the reason."""
    connection.execute(
        "INSERT INTO conflict_rulings (a_pk, b_pk, reason, created_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (a_pk, b_pk) DO UPDATE SET reason = excluded.reason",
        (*_pair(connection, one, other), sound(reason.strip()), now_text()),
    )


def remove(connection: sqlite3.Connection, one: Uid, other: Uid) -> None:
    """Let two facts be compared again."""
    connection.execute(
        "DELETE FROM conflict_rulings WHERE a_pk = ? AND b_pk = ?", _pair(connection, one, other)
    )


def every(connection: sqlite3.Connection) -> tuple[ConflictRuling, ...]:
    """Return every ruling, the latest first."""
    rows = connection.execute(
        "SELECT a.uid, b.uid, reason, c.created_at FROM conflict_rulings AS c"
        " JOIN facts AS a ON a.pk = a_pk JOIN facts AS b ON b.pk = b_pk"
        " ORDER BY c.created_at DESC, a_pk, b_pk"
    ).fetchall()
    return tuple(
        ConflictRuling(Uid(one), Uid(other), reason, from_text(created))
        for one, other, reason, created in rows
    )


def _pair(connection: sqlite3.Connection, one: Uid, other: Uid) -> tuple[int, int]:
    pks = pk_of(connection, one), pk_of(connection, other)
    return min(pks), max(pks)
