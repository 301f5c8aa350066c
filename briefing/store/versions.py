"""The table of memo versions: the memo as it stood at one moment, never changed afterwards."""

import sqlite3

from briefing.errors import NotFoundError
from briefing.model.ids import Uid, new_uid
from briefing.model.memo import Memo, MemoVersion
from briefing.store.index_words import sound
from briefing.store.memos import fields_of, fields_text, pk_of
from briefing.store.timestamps import from_text, now_text

_SELECT = (
    "SELECT v.uid, number, reason, fields, body, v.created_at, name, sent_to, sent_at,"
    " printed"
    " FROM memo_versions AS v"
    " JOIN memos ON memos.pk = memo_pk WHERE memos.uid = ?"
)


def of_memo(connection: sqlite3.Connection, memo_uid: Uid) -> tuple[MemoVersion, ...]:
    """Return the versions of a memo, the newest first."""
    rows = connection.execute(f"{_SELECT} ORDER BY number DESC", (memo_uid,)).fetchall()
    return tuple(_version(memo_uid, row) for row in rows)


def get(connection: sqlite3.Connection, memo_uid: Uid, number: int) -> MemoVersion:
    """Return one version; NotFoundError where there is none."""
    row = connection.execute(f"{_SELECT} AND number = ?", (memo_uid, number)).fetchone()
    if row is None:
        raise NotFoundError(f"This memo has no version {number}.")
    return _version(memo_uid, row)


def add(connection: sqlite3.Connection, memo: Memo, reason: str, printed: str = "") -> MemoVersion:
    """Keep the memo as a version; the newest one serves where it holds the same text.

    `printed` is what an export said with everything looked up, as Markdown.
    """
    newest = next(iter(of_memo(connection, memo.uid)), None)
    fields = fields_of(fields_text(memo.fields))
    if newest and (newest.fields, newest.body) == (fields, sound(memo.body)):
        if not printed or newest.printed == sound(printed):
            return newest
        if not newest.printed:
            return _printed(connection, newest, printed)
    number = newest.number + 1 if newest else 1
    connection.execute(
        "INSERT INTO memo_versions"
        " (uid, memo_pk, number, reason, fields, body, created_at, printed)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            new_uid(),
            pk_of(connection, memo.uid),
            number,
            sound(reason),
            fields_text(memo.fields),
            sound(memo.body),
            now_text(),
            sound(printed),
        ),
    )
    return get(connection, memo.uid, number)


def name(connection: sqlite3.Connection, memo_uid: Uid, number: int, words: str) -> None:
    """Give a version a name; NotFoundError where there is none."""
    _set(connection, memo_uid, number, "name = :words", words)


def mark_sent(connection: sqlite3.Connection, memo_uid: Uid, number: int, words: str) -> None:
    """Note that a version was sent now, and to whom; NotFoundError where there is none."""
    _set(connection, memo_uid, number, "sent_to = :words, sent_at = :now", words)


def _set(
    connection: sqlite3.Connection, memo_uid: Uid, number: int, columns: str, words: str
) -> None:
    version = get(connection, memo_uid, number)
    connection.execute(
        f"UPDATE memo_versions SET {columns} WHERE uid = :uid",
        {"uid": version.uid, "words": sound(words), "now": now_text()},
    )


def _printed(connection: sqlite3.Connection, version: MemoVersion, printed: str) -> MemoVersion:
    """Keep what the first export of a version said."""
    connection.execute(
        "UPDATE memo_versions SET printed = ? WHERE uid = ?", (sound(printed), version.uid)
    )
    return get(connection, version.memo_uid, version.number)


_Row = tuple[str, int, str, str, str, str, str, str, str | None, str]


def _version(memo_uid: Uid, row: _Row) -> MemoVersion:
    uid, number, reason, fields, body, created, given, sent_to, sent_at, printed = row
    return MemoVersion(
        uid=Uid(uid),
        memo_uid=memo_uid,
        number=number,
        reason=reason,
        fields=fields_of(fields),
        body=body,
        created_at=from_text(created),
        name=given,
        sent_to=sent_to,
        sent_at=from_text(sent_at) if sent_at else None,
        printed=printed,
    )
