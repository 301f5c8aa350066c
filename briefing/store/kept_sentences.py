"""The table of kept sentences: those that stay as they are although what they cite changed."""

import sqlite3
from collections.abc import Iterable

from briefing.model.ids import Uid, new_uid
from briefing.store.index_words import sound
from briefing.store.memos import pk_of
from briefing.store.timestamps import now_text

Kept = dict[tuple[Uid, str, str], str]  # (memo, key, words of the sentence) and the reason


def add(
    connection: sqlite3.Connection, memo_uid: Uid, key: str, words: str, state: str, reason: str
) -> None:
    """Remember why a sentence stays; a second time the newer word holds."""
    connection.execute(
        "INSERT INTO kept_sentences (uid, memo_pk, key, words, state, reason, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (memo_pk, key, words) DO UPDATE SET state = excluded.state,"
        " reason = excluded.reason, created_at = excluded.created_at",
        (
            new_uid(),
            pk_of(connection, memo_uid),
            sound(key),
            sound(words),
            sound(state),
            sound(reason.strip()),
            now_text(),
        ),
    )


def reasons(connection: sqlite3.Connection, keys: Iterable[str], state: str) -> Kept:
    """Return why sentences that cite one of these keys stay, while what is cited is as then."""
    found: Kept = {}
    for key in keys:
        rows = connection.execute(
            "SELECT m.uid, words, reason FROM kept_sentences AS k JOIN memos AS m ON m.pk = memo_pk"
            " WHERE key = ? AND state = ?",
            (sound(key), state),
        ).fetchall()
        found |= {(Uid(uid), key, words): reason for uid, words, reason in rows}
    return found
