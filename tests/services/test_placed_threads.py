"""Comments go with the words that they are on, whatever the analyst wrote since."""

from dataclasses import replace

from briefing.model.block import Span
from briefing.model.ids import new_uid
from briefing.model.memo import Memo
from briefing.model.memo_review import MemoReview, ReviewThread
from briefing.services.placed_threads import placed_threads
from briefing.store import memos, reviews, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library

BODY = "One first line of text.\n\nThe high-value targets face charges there.\n"
WORDS = "high-value targets"


def _kept(library: Library) -> Memo:
    start = BODY.index(WORDS)
    span = Span(start, start + len(WORDS))
    thread = ReviewThread(1, "A", "", "a.docx", "", "How many?", WORDS, span)

    def work(connection: Connection) -> Memo:
        memo = memos.add(connection, Memo(new_uid(), "talks", "decision-memo", (), BODY))
        versions.add(connection, memo, "sent")
        reviews.add(connection, MemoReview(memo.uid, 1, BODY, ("a.docx",), (), (thread,)), ())
        return memo

    return library.write("Review", work)


def test_a_comment_goes_with_its_words(library: Library) -> None:
    memo = _kept(library)
    body = f"A new beginning.\n\n{BODY.replace('face charges', 'wait')}"
    (state,) = placed_threads(library.reader(), replace(memo, body=body))
    assert state.thread.span is not None
    assert body[state.thread.span.start : state.thread.span.end] == WORDS


def test_a_comment_whose_words_are_gone_has_no_place(library: Library) -> None:
    memo = _kept(library)
    body = BODY.partition("\n\n")[0]
    (state,) = placed_threads(library.reader(), replace(memo, body=body))
    assert state.thread.span is None
