"""The table of reviews, with the files that they were made of."""

import json
import sqlite3
import zlib
from collections.abc import Iterable, Sequence

from briefing.errors import NotFoundError
from briefing.model.ids import Uid, new_uid
from briefing.model.memo_review import MemoReview
from briefing.model.review_record import Review, ReviewFile, ReviewState
from briefing.store import memos, review_decisions, review_threads, versions
from briefing.store.index_words import sound
from briefing.store.review_rows import changes_of, changes_text, threads_of, threads_text
from briefing.store.timestamps import from_text, now_text

_WORTH = 0.9  # packed only where that saves a tenth; a Word file is packed already
_SELECT = (
    "SELECT r.pk, r.uid, m.uid, version, is_closed, changes, threads, warnings, r.created_at,"
    " r.updated_at FROM reviews AS r JOIN memos AS m ON m.pk = memo_pk"
)
_Row = tuple[int, str, str, int, int, str, str, str, str, str]


def add(
    connection: sqlite3.Connection, content: MemoReview, files: Iterable[tuple[str, str, bytes]]
) -> Uid:
    """Keep a review with its files, each a name, the SHA-256 of its bytes, and the bytes."""
    uid, moment = new_uid(), now_text()
    cursor = connection.execute(
        "INSERT INTO reviews (uid, memo_pk, version, changes, threads, warnings, created_at,"
        " updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            uid,
            memos.pk_of(connection, content.memo_uid),
            content.version,
            changes_text(content.changes),
            threads_text(content.threads),
            sound(json.dumps(content.warnings, ensure_ascii=False)),
            moment,
            moment,
        ),
    )
    for name, sha256, data in files:
        _add_file(connection, cursor.lastrowid or 0, name, sha256, data)
    return uid


def extend(
    connection: sqlite3.Connection,
    uid: Uid,
    content: MemoReview,
    files: Iterable[tuple[str, str, bytes]],
) -> None:
    """Add further files to a review, whose content is then what is handed in."""
    pk = pk_of(connection, uid)
    connection.execute(
        "UPDATE reviews SET changes = ?, threads = ?, warnings = ?, updated_at = ? WHERE pk = ?",
        (
            changes_text(content.changes),
            threads_text(content.threads),
            sound(json.dumps(content.warnings, ensure_ascii=False)),
            now_text(),
            pk,
        ),
    )
    for name, sha256, data in files:
        _add_file(connection, pk, name, sha256, data)


def get(connection: sqlite3.Connection, uid: Uid) -> Review:
    """Return a review with all that was decided; NotFoundError where there is none."""
    row = connection.execute(f"{_SELECT} WHERE r.uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError("This review is no longer in the library; its memo was removed.")
    return _review(connection, row)


def every(connection: sqlite3.Connection, memo_uid: Uid | None = None) -> tuple[Review, ...]:
    """Return the reviews of a memo, or of all memos, the newest first."""
    where, values = (" WHERE m.uid = ?", (memo_uid,)) if memo_uid else ("", ())
    rows = connection.execute(f"{_SELECT}{where} ORDER BY r.pk DESC", values).fetchall()
    return tuple(_review(connection, row) for row in rows)


def find_by_files(
    connection: sqlite3.Connection, memo_uid: Uid, hashes: Sequence[str]
) -> Uid | None:
    """Return the newest open review that was made of all these files, or nothing."""
    row = connection.execute(
        "SELECT r.uid FROM reviews AS r JOIN memos AS m ON m.pk = memo_pk"
        " WHERE m.uid = ? AND NOT is_closed AND NOT EXISTS (SELECT 1 FROM json_each(?)"
        " WHERE value NOT IN (SELECT sha256 FROM review_files WHERE review_pk = r.pk))"
        " ORDER BY r.pk DESC LIMIT 1",
        (memo_uid, json.dumps(list(hashes))),
    ).fetchone()
    return Uid(row[0]) if row else None


def file_data(connection: sqlite3.Connection, uid: Uid, name: str) -> bytes:
    """Return the bytes of one of a review's files; NotFoundError where there is none."""
    row = connection.execute(
        "SELECT packing, data FROM review_files WHERE review_pk = ? AND name = ?",
        (pk_of(connection, uid), sound(name)),
    ).fetchone()
    if row is None:
        raise NotFoundError(f"This review has no file “{name}”.")
    packing, data = row
    return zlib.decompress(data) if packing == "zlib" else data


def set_closed(connection: sqlite3.Connection, uid: Uid, *, is_closed: bool) -> None:
    """Put a review away, or take it up again."""
    connection.execute(
        "UPDATE reviews SET is_closed = ? WHERE pk = ?", (int(is_closed), pk_of(connection, uid))
    )


def pk_of(connection: sqlite3.Connection, uid: Uid) -> int:
    """Return the pk of a review; NotFoundError where there is none."""
    row = connection.execute("SELECT pk FROM reviews WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError("This review is no longer in the library; its memo was removed.")
    return row[0]


def _add_file(
    connection: sqlite3.Connection, review_pk: int, name: str, sha256: str, data: bytes
) -> None:
    packed = zlib.compress(data)
    packing, kept = ("zlib", packed) if len(packed) < _WORTH * len(data) else ("none", data)
    connection.execute(
        "INSERT INTO review_files (review_pk, name, sha256, size, packing, data)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (review_pk, sound(name), sha256, len(data), packing, kept),
    )


def _files(connection: sqlite3.Connection, review_pk: int) -> tuple[ReviewFile, ...]:
    rows = connection.execute(
        "SELECT name, sha256, size FROM review_files WHERE review_pk = ? ORDER BY pk", (review_pk,)
    ).fetchall()
    return tuple(ReviewFile(*row) for row in rows)


def _review(connection: sqlite3.Connection, row: _Row) -> Review:
    pk, uid, memo_uid, version, is_closed, changes, threads, warnings, created, updated = row
    memo = memos.get(connection, Uid(memo_uid))
    files = _files(connection, pk)
    content = MemoReview(
        memo.uid,
        version,
        versions.get(connection, memo.uid, version).body,
        tuple(one.name for one in files),
        changes_of(changes),
        threads_of(threads),
        tuple(json.loads(warnings)),
    )
    decisions = review_decisions.of_changes(connection, pk)
    applied = review_decisions.applied(connection, pk)
    is_done = bool(applied) and all(
        one.number in decisions for one in content.changes if one.is_placed
    )
    state = ReviewState.APPLIED if is_done else ReviewState.OPEN
    return Review(
        Uid(uid),
        memo.uid,
        memo.title,
        ReviewState.CLOSED if is_closed else state,
        files,
        content,
        from_text(created),
        from_text(updated),
        decisions,
        review_decisions.of_conflicts(connection, pk),
        applied,
        review_threads.states(connection, memo.uid, content.threads),
    )
