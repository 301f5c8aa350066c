"""The tables of what was decided in a review, and of what of it was written into the memo."""

import sqlite3
from collections.abc import Iterable, Mapping

from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision
from briefing.store.index_words import sound
from briefing.store.timestamps import now_text

_SET = (
    "INSERT INTO review_decisions (review_pk, kind, number, verdict, side, words, about)"
    " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (review_pk, kind, number) DO UPDATE SET"
    " verdict = excluded.verdict, side = excluded.side, words = excluded.words,"
    " about = excluded.about"
)


def of_changes(connection: sqlite3.Connection, review_pk: int) -> dict[int, Decision]:
    """Return what was decided about changes, by number; open ones are left out."""
    rows = connection.execute(
        "SELECT number, verdict, words FROM review_decisions"
        " WHERE review_pk = ? AND kind = 'change' AND verdict <> 'open' ORDER BY number",
        (review_pk,),
    ).fetchall()
    return {number: Decision(Verdict(verdict), words) for number, verdict, words in rows}


def of_conflicts(connection: sqlite3.Connection, review_pk: int) -> dict[int, ConflictDecision]:
    """Return how conflicts were settled, by number; open ones are left out."""
    rows = connection.execute(
        "SELECT number, verdict, side, words, about FROM review_decisions"
        " WHERE review_pk = ? AND kind = 'conflict' AND verdict <> 'open' ORDER BY number",
        (review_pk,),
    ).fetchall()
    return {
        number: ConflictDecision(ConflictChoice(verdict), side, words or "", about)
        for number, verdict, side, words, about in rows
    }


def decide(
    connection: sqlite3.Connection, review_pk: int, decisions: Mapping[int, Decision]
) -> None:
    """Remember decisions about changes; an open one takes an earlier decision back."""
    rows = [
        (review_pk, "change", number, one.verdict.value, 0, _sound(one.text), "")
        for number, one in decisions.items()
    ]
    connection.executemany(_SET, rows)
    _touch(connection, review_pk)


def settle(
    connection: sqlite3.Connection, review_pk: int, settled: Mapping[int, ConflictDecision]
) -> None:
    """Remember how conflicts were settled; an open one takes it back."""
    rows = [
        (
            review_pk,
            "conflict",
            number,
            one.choice.value,
            one.side,
            _sound(one.text),
            sound(one.about),
        )
        for number, one in settled.items()
    ]
    connection.executemany(_SET, rows)
    _touch(connection, review_pk)


def applied(connection: sqlite3.Connection, review_pk: int) -> frozenset[int]:
    """Return the numbers of the changes that were written into the memo."""
    rows = connection.execute(
        "SELECT number FROM review_applied WHERE review_pk = ?", (review_pk,)
    ).fetchall()
    return frozenset(number for (number,) in rows)


def mark_applied(connection: sqlite3.Connection, review_pk: int, numbers: Iterable[int]) -> None:
    """Note that changes were written into the memo."""
    connection.executemany(
        "INSERT OR IGNORE INTO review_applied (review_pk, number) VALUES (?, ?)",
        [(review_pk, number) for number in numbers],
    )
    _touch(connection, review_pk)


def _touch(connection: sqlite3.Connection, review_pk: int) -> None:
    connection.execute("UPDATE reviews SET updated_at = ? WHERE pk = ?", (now_text(), review_pk))


def _sound(text: str | None) -> str | None:
    return None if text is None else sound(text)
