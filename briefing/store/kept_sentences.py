"""The table of kept sentences: those that stay as they are although what they cite changed."""

import json
import sqlite3
from collections.abc import Iterable

from briefing.model.ids import Uid, new_uid
from briefing.store.index_words import sound
from briefing.store.memos import pk_of
from briefing.store.timestamps import now_text

# (memo, key, words of the sentence, state of what is cited) and the reason
Reasons = dict[tuple[Uid, str, str, str], str]


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


def reasons(connection: sqlite3.Connection, states: Iterable[str]) -> Reasons:
    """Return why sentences stay while what they cite is in one of these states."""
    rows = connection.execute(
        "SELECT m.uid, key, words, state, reason FROM kept_sentences JOIN memos AS m"
        " ON m.pk = memo_pk WHERE state IN (SELECT value FROM json_each(?))",
        (json.dumps(list(states)),),
    ).fetchall()
    return {(Uid(uid), key, words, state): reason for uid, key, words, state, reason in rows}
