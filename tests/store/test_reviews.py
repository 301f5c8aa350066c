"""Reviews in the library: read as they were kept, gone and back with their memo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.errors import NotFoundError
from briefing.model.block import Span
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.memo_review import (
    Decision,
    MemoEdit,
    MemoReview,
    ReviewChange,
    ReviewKind,
    ReviewReply,
    ReviewThread,
    Verdict,
)
from briefing.model.review_record import ConflictChoice, ConflictDecision, ReviewState
from briefing.store import review_decisions, review_threads, reviews, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.review_rows import changes_of, changes_text, threads_of, threads_text
from tests.store.records import add_memo, make_memo

WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
EDITS = st.builds(MemoEdit, st.integers(0, 99), st.integers(0, 99), WORDS)
CHANGES = st.builds(
    ReviewChange,
    st.integers(1, 99),
    st.sampled_from(ReviewKind),
    *[WORDS] * 6,
    edits=st.lists(EDITS, max_size=3).map(tuple),
    reason=WORDS,
    is_tracked=st.booleans(),
)
REPLIES = st.builds(ReviewReply, WORDS, WORDS, WORDS)
THREADS = st.builds(
    ReviewThread,
    st.integers(1, 99),
    *[WORDS] * 6,
    span=st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 99)),
    replies=st.lists(REPLIES, max_size=2).map(tuple),
    is_resolved=st.booleans(),
)
EDIT = (MemoEdit(0, 4, "Word"),)


@given(st.lists(CHANGES, max_size=3).map(tuple), st.lists(THREADS, max_size=3).map(tuple))
def test_changes_and_threads_are_read_as_they_were_kept(
    changes: tuple[ReviewChange, ...], threads: tuple[ReviewThread, ...]
) -> None:
    assert changes_of(changes_text(changes)) == changes
    assert threads_of(threads_text(threads)) == threads


@pytest.fixture
def memo(library: Library) -> Memo:
    memo = add_memo(library, make_memo())
    library.write("Version", lambda c: versions.add(c, memo, "sent"), undoable=False)
    return memo


def _thread(number: int, text: str, *replies: ReviewReply, date: str = "") -> ReviewThread:
    return ReviewThread(number, "A", date, "a.docx", "", text, "Text", None, replies)


def _keep(library: Library, memo: Memo, *threads: ReviewThread) -> Uid:
    change = ReviewChange(1, ReviewKind.REPLACED, "A", "", "a.docx", "", "Text", "Word", EDIT)
    content = MemoReview(memo.uid, 1, "Text.", ("a.docx",), (change,), threads, ("Odd.",))
    files = [("a.docx", "0" * 64, b"PK" * 500)]
    return library.write("Review", lambda c: reviews.add(c, content, files), undoable=False)


def _decide(library: Library, uid: Uid, decision: Decision) -> None:
    def work(connection: Connection) -> None:
        pk = reviews.pk_of(connection, uid)
        review_decisions.decide(connection, pk, {1: decision})
        settled = ConflictDecision(ConflictChoice.EDITED, 1, "Words", "1:ab")
        review_decisions.settle(connection, pk, {1: settled})

    library.write("Decide", work, undoable=False)


def test_a_review_is_read_as_it_was_kept(library: Library, memo: Memo) -> None:
    uid = _keep(library, memo, _thread(1, "Why?"))
    _decide(library, uid, Decision(Verdict.ACCEPTED, ""))
    review = reviews.get(library.reader(), uid)
    assert (review.content.body, review.content.warnings) == ("Text.", ("Odd.",))
    assert review.decision(1) == Decision(Verdict.ACCEPTED, "")
    assert review.settled == {1: ConflictDecision(ConflictChoice.EDITED, 1, "Words", "1:ab")}
    assert (review.files[0].name, review.files[0].size) == ("a.docx", 1000)
    assert reviews.file_data(library.reader(), uid, "a.docx") == b"PK" * 500
    assert reviews.every(library.reader(), memo.uid) == (review,)
    _decide(library, uid, Decision(Verdict.OPEN))
    assert reviews.get(library.reader(), uid).decisions == {}


def test_a_review_is_found_by_its_files_while_it_is_open(library: Library, memo: Memo) -> None:
    uid = _keep(library, memo)
    assert reviews.find_by_files(library.reader(), memo.uid, ["0" * 64]) == uid
    assert reviews.find_by_files(library.reader(), memo.uid, ["0" * 64, "1" * 64]) is None
    library.write("Close review", lambda c: reviews.set_closed(c, uid, is_closed=True))
    assert reviews.find_by_files(library.reader(), memo.uid, ["0" * 64]) is None
    library.undo()
    assert reviews.get(library.reader(), uid).state is ReviewState.OPEN


def test_a_review_that_is_not_there_is_said(library: Library, memo: Memo) -> None:
    with pytest.raises(NotFoundError):
        reviews.get(library.reader(), Uid("none"))
    with pytest.raises(NotFoundError, match=r"no file “b\.docx”"):
        reviews.file_data(library.reader(), _keep(library, memo), "b.docx")


def test_what_is_done_about_comments_is_undone_step_by_step(library: Library, memo: Memo) -> None:
    uid = _keep(library, memo, _thread(1, "Why?"))
    (state,) = reviews.get(library.reader(), uid).threads
    library.write("Answer", lambda c: review_threads.answer(c, memo.uid, state.key, "", "Because."))
    library.write(
        "Resolve", lambda c: review_threads.rule(c, memo.uid, state.key, is_resolved=True)
    )
    library.write("Task", lambda c: review_threads.add_task(c, memo.uid, state, "Ask"))
    (now,) = reviews.get(library.reader(), uid).threads
    assert [one.text for one in now.answers] == ["Because."]
    assert now.is_resolved
    assert [(one.text, one.author, one.anchor) for one in now.tasks] == [("Ask", "A", "Text")]
    for _ in range(3):
        library.undo()
    assert reviews.get(library.reader(), uid).threads == (state,)


def test_a_comment_is_known_again_in_a_later_round(library: Library, memo: Memo) -> None:
    first = _keep(library, memo, _thread(1, "Why?", date="2025-09-01T10:00:00Z"))
    (state,) = reviews.get(library.reader(), first).threads
    library.write("Answer", lambda c: review_threads.answer(c, memo.uid, state.key, "", "Because."))
    reply = ReviewReply("Desk", "2025-09-02", "Because.")
    later = _thread(3, "Why? ", reply, ReviewReply("A", "", "I see."), date="2025-09-01T10:00:31Z")
    _keep(library, memo, _thread(2, "Other"), later)
    known = {
        one.thread.text: one for _, one in review_threads.with_versions(library.reader(), memo.uid)
    }
    assert len(known) == 2
    assert known["Why? "].key == state.key
    assert known["Why? "].answers == ()  # the file holds it by now
    assert len(known["Why? "].thread.replies) == 2


def test_two_equal_comments_of_one_author_are_two(library: Library, memo: Memo) -> None:
    uid = _keep(library, memo, _thread(1, "Source?"), _thread(2, "Source?"))
    first, second = reviews.get(library.reader(), uid).threads
    library.write(
        "Resolve", lambda c: review_threads.rule(c, memo.uid, second.key, is_resolved=True)
    )
    states = reviews.get(library.reader(), uid).threads
    assert first.key != second.key
    assert [one.is_resolved for one in states] == [False, True]


def test_tasks_are_ticked_off_and_the_open_ones_come_first(library: Library, memo: Memo) -> None:
    one, two = (
        library.write(
            "Task", lambda c, words=words: review_threads.add_task(c, memo.uid, None, words)
        )
        for words in ("Ask", "Write")
    )
    library.write("Done", lambda c: review_threads.set_done(c, one, is_done=True))
    tasks = review_threads.tasks_of_memo(library.reader())
    assert [(task.uid, task.is_done) for task in tasks] == [(two, False), (one, True)]
