"""Comments answered, resolved and made into tasks."""

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.model.block import Span
from briefing.model.ids import Uid, new_uid
from briefing.model.memo import Memo
from briefing.model.memo_review import MemoReview, ReviewThread
from briefing.services.thread_answering import ThreadAnswering
from briefing.store import memos, reviews, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library

BODY = "Mexico sent men north.\n\nThe high-value targets face drug-trafficking charges there.\n"


@pytest.fixture
def review_uid(library: Library) -> Uid:
    start = BODY.index("high-value targets")
    span = Span(start, start + len("high-value targets"))
    asked = "How many were extradited?"
    thread = ReviewThread(1, "Legal adviser", "", "a.docx", "", asked, "high-value targets", span)

    def work(connection: Connection) -> Uid:
        memo = memos.add(connection, Memo(new_uid(), "talks", "decision-memo", (), BODY))
        versions.add(connection, memo, "sent")
        content = MemoReview(memo.uid, 1, BODY, ("a.docx",), (), (thread,))
        return reviews.add(connection, content, ())

    return library.write("Review", work)


@pytest.fixture
def threads(library: Library) -> ThreadAnswering:
    return ThreadAnswering(library)


def test_an_answer_is_kept_and_undone(
    library: Library, threads: ThreadAnswering, review_uid: Uid
) -> None:
    review = reviews.get(library.reader(), review_uid)
    assert threads.answer(review_uid, 1, " 59. ").memos == {review.memo_uid}
    (state,) = reviews.get(library.reader(), review_uid).threads
    assert [one.text for one in state.answers] == ["59."]
    library.undo()
    assert reviews.get(library.reader(), review_uid).threads[0].answers == ()


def test_a_comment_is_resolved_and_opened_again(
    library: Library, threads: ThreadAnswering, review_uid: Uid
) -> None:
    threads.resolve(review_uid, 1)
    assert reviews.get(library.reader(), review_uid).counts.open_threads == 0
    threads.resolve(review_uid, 1, is_resolved=False)
    assert reviews.get(library.reader(), review_uid).counts.open_threads == 1


def test_a_task_says_what_the_comment_says_unless_worded_anew(
    threads: ThreadAnswering, review_uid: Uid
) -> None:
    threads.make_task(review_uid, 1)
    threads.make_task(review_uid, 1, "Ask the embassy")
    first, second = threads.tasks()
    assert (first.text, second.text) == ("How many were extradited?", "Ask the embassy")
    threads.finish_task(first.uid)
    assert [one.is_done for one in threads.tasks()] == [False, True]


def test_what_is_not_there_or_says_nothing_is_said(
    threads: ThreadAnswering, review_uid: Uid
) -> None:
    with pytest.raises(NotFoundError, match="no comment 7"):
        threads.resolve(review_uid, 7)
    with pytest.raises(InputError, match="Write an answer"):
        threads.answer(review_uid, 1, "  ")
