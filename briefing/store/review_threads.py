"""The tables of what the analyst did about comments: answers, resolved ones, tasks.

They belong to the memo, not to one review: a comment that comes back in a later round is known
again by its author and words.
"""

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.errors import NotFoundError
from briefing.model.ids import Uid, new_uid
from briefing.model.memo_review import ReviewReply, ReviewThread
from briefing.model.review_record import ReviewTask, ThreadState
from briefing.store.index_words import sound
from briefing.store.memos import pk_of
from briefing.store.review_rows import threads_of
from briefing.store.timestamps import from_text, now_text

_KEY = 16  # hexadecimal digits
_TASKS = (
    "SELECT t.uid, m.uid, thread, words, is_done, t.created_at, author, anchor"
    " FROM review_tasks AS t JOIN memos AS m ON m.pk = memo_pk"
)


def with_versions(
    connection: sqlite3.Connection, memo_uid: Uid
) -> tuple[tuple[int, ThreadState], ...]:
    """Return every comment that came back with a memo, as its newest review has it.

    The newest review's come first, each with the version that its span is a place of.
    """
    rows = connection.execute(
        "SELECT version, threads FROM reviews WHERE memo_pk = ? ORDER BY pk DESC",
        (pk_of(connection, memo_uid),),
    ).fetchall()
    found: dict[str, tuple[int, ThreadState]] = {}
    for version, text in rows:
        for state in states(connection, memo_uid, threads_of(text)):
            found.setdefault(state.key, (version, state))
    return tuple(found.values())


def states(
    connection: sqlite3.Connection, memo_uid: Uid, threads: Sequence[ReviewThread]
) -> tuple[ThreadState, ...]:
    """Return threads with what the analyst did about each."""
    answers = _answers(connection, memo_uid)
    rulings = _rulings(connection, memo_uid)
    tasks = tasks_of_memo(connection, memo_uid)
    return tuple(
        ThreadState(
            key,
            thread,
            tuple(_not_in_file(answers.get(key, ()), thread)),
            rulings.get(key, thread.is_resolved),
            tuple(task for task in tasks if task.thread == key),
        )
        for key, thread in keyed(threads)
    )


def keyed(threads: Iterable[ReviewThread]) -> Iterator[tuple[str, ReviewThread]]:
    """Yield each thread with its key; two alike of one author are told apart by their order.

    Dates are no part of it: other programs round them or write the local time.
    """
    counted: Counter[str] = Counter()
    for thread in threads:
        said = "\n".join((" ".join(thread.author.split()), " ".join(thread.text.split())))
        key = hashlib.sha256(sound(said).casefold().encode()).hexdigest()[:_KEY]
        yield f"{key}-{counted[key]}" if counted[key] else key, thread
        counted[key] += 1


def answer(
    connection: sqlite3.Connection, memo_uid: Uid, thread: str, author: str, words: str
) -> None:
    """Keep an answer to a comment."""
    connection.execute(
        "INSERT INTO thread_answers (uid, memo_pk, thread, author, words, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (new_uid(), pk_of(connection, memo_uid), thread, sound(author), sound(words), now_text()),
    )


def rule(connection: sqlite3.Connection, memo_uid: Uid, thread: str, *, is_resolved: bool) -> None:
    """Resolve a comment, or open it again."""
    connection.execute(
        "INSERT INTO thread_rulings (memo_pk, thread, is_resolved) VALUES (?, ?, ?)"
        " ON CONFLICT (memo_pk, thread) DO UPDATE SET is_resolved = excluded.is_resolved",
        (pk_of(connection, memo_uid), thread, int(is_resolved)),
    )


def add_task(
    connection: sqlite3.Connection, memo_uid: Uid, thread: ThreadState | None, words: str
) -> Uid:
    """Keep a task; it remembers whose comment on which words it came from."""
    uid = new_uid()
    said = thread.thread if thread else None
    connection.execute(
        "INSERT INTO review_tasks (uid, memo_pk, thread, author, anchor, words, created_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            uid,
            pk_of(connection, memo_uid),
            thread.key if thread else "",
            sound(said.author) if said else "",
            sound(said.anchor) if said else "",
            sound(words),
            now_text(),
        ),
    )
    return uid


def set_done(connection: sqlite3.Connection, task_uid: Uid, *, is_done: bool) -> None:
    """Tick a task off, or open it again; NotFoundError where there is none."""
    cursor = connection.execute(
        "UPDATE review_tasks SET is_done = ? WHERE uid = ?", (int(is_done), task_uid)
    )
    _must_be_there(cursor)


def tasks_of_memo(
    connection: sqlite3.Connection, memo_uid: Uid | None = None
) -> tuple[ReviewTask, ...]:
    """Return the tasks of a memo, or of all memos: open ones first, the oldest first."""
    where, values = (" WHERE m.uid = ?", (memo_uid,)) if memo_uid else ("", ())
    rows = connection.execute(f"{_TASKS}{where} ORDER BY is_done, t.pk", values).fetchall()
    return tuple(
        ReviewTask(
            Uid(uid), Uid(owner), thread, words, bool(done), from_text(created), author, anchor
        )
        for uid, owner, thread, words, done, created, author, anchor in rows
    )


def _answers(connection: sqlite3.Connection, memo_uid: Uid) -> dict[str, list[ReviewReply]]:
    rows = connection.execute(
        "SELECT thread, author, created_at, words FROM thread_answers WHERE memo_pk = ?"
        " ORDER BY pk",
        (pk_of(connection, memo_uid),),
    ).fetchall()
    found: dict[str, list[ReviewReply]] = {}
    for thread, author, created, words in rows:
        found.setdefault(thread, []).append(ReviewReply(author, created, words))
    return found


def _rulings(connection: sqlite3.Connection, memo_uid: Uid) -> dict[str, bool]:
    rows = connection.execute(
        "SELECT thread, is_resolved FROM thread_rulings WHERE memo_pk = ?",
        (pk_of(connection, memo_uid),),
    ).fetchall()
    return {thread: bool(is_resolved) for thread, is_resolved in rows}


def _not_in_file(answers: Iterable[ReviewReply], thread: ReviewThread) -> Iterator[ReviewReply]:
    """Yield the answers that a returned file does not hold already."""
    held = Counter(" ".join(reply.text.split()) for reply in thread.replies)
    for one in answers:
        said = " ".join(one.text.split())
        if held[said]:
            held[said] -= 1
        else:
            yield one


def _must_be_there(cursor: sqlite3.Cursor) -> None:
    if not cursor.rowcount:
        raise NotFoundError("This task is no longer there.")
