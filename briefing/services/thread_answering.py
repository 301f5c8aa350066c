"""Comments of reviewers answered, resolved, and turned into tasks of the memo."""

from briefing.errors import InputError, NotFoundError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.review_record import Review, ReviewTask, ThreadState
from briefing.services.paragraph_evidence import EvidenceFound, ParagraphEvidence
from briefing.store import memos, review_threads, reviews
from briefing.store.library_file import Library
from briefing.text.sentences import supported_sentences


class ThreadAnswering:
    """What can be done about a comment; each is a step of undo."""

    def __init__(self, library: Library) -> None:
        self._library = library

    def answer(self, uid: Uid, number: int, words: str, author: str = "") -> Changes:
        """Answer a comment; the answer goes out with the next file that is sent back."""
        review, thread = self._thread(uid, number)
        said = words.strip()
        if not said:
            raise InputError("Write an answer.")
        return self._library.change(
            "Answer comment",
            lambda c: review_threads.answer(c, review.memo_uid, thread.key, author, said),
        )[1]

    def take_back_answer(self, uid: Uid, number: int) -> Changes:
        """Remove the newest of one's own answers to a comment."""
        review, thread = self._thread(uid, number)
        return self._library.change(
            "Remove answer",
            lambda c: review_threads.take_back_answer(c, review.memo_uid, thread.key),
        )[1]

    def resolve(self, uid: Uid, number: int, *, is_resolved: bool = True) -> Changes:
        """Resolve a comment, or open it again."""
        review, thread = self._thread(uid, number)
        return self._library.change(
            "Resolve comment" if is_resolved else "Open comment again",
            lambda c: review_threads.rule(c, review.memo_uid, thread.key, is_resolved=is_resolved),
        )[1]

    def make_task(self, uid: Uid, number: int, words: str = "") -> Changes:
        """Keep a task of the memo that came out of a comment; it says what the comment says."""
        review, thread = self._thread(uid, number)
        said = " ".join(words.split()) or " ".join(thread.thread.text.split())
        if not said:
            raise InputError("The comment says nothing; write what is to be done.")
        return self._library.change(
            "Make task", lambda c: review_threads.add_task(c, review.memo_uid, thread, said)
        )[1]

    def tasks(self, memo_uid: Uid | None = None) -> tuple[ReviewTask, ...]:
        """Return the tasks of a memo, or of all memos: open ones first."""
        return review_threads.tasks_of_memo(self._library.reader(), memo_uid)

    def finish_task(self, task_uid: Uid, *, is_done: bool = True) -> Changes:
        """Tick a task off, or open it again."""
        return self._library.change(
            "Finish task" if is_done else "Open task again",
            lambda c: review_threads.set_done(c, task_uid, is_done=is_done),
        )[1]

    def remove_task(self, task_uid: Uid) -> Changes:
        """Remove a task."""
        return self._library.change(
            "Remove task", lambda c: review_threads.remove_task(c, task_uid)
        )[1]

    def of_memo(self, memo_uid: Uid) -> tuple[ThreadState, ...]:
        """Return every comment that came back with a memo, the newest review's first."""
        return review_threads.of_memo(self._library.reader(), memo_uid)

    def evidence(self, uid: Uid, number: int) -> EvidenceFound:
        """Return what the library holds for a comment and the sentences that it is on."""
        review, thread = self._thread(uid, number)
        memo = memos.get(self._library.reader(), review.memo_uid)
        words = f"{_sentences_at(review, thread)} {thread.thread.text}".strip()
        return ParagraphEvidence(self._library).of(memo, words)

    def _thread(self, uid: Uid, number: int) -> tuple[Review, ThreadState]:
        review = reviews.get(self._library.reader(), uid)
        for thread in review.threads:
            if thread.number == number:
                return review, thread
        raise NotFoundError(f"There is no comment {number} in this review.")


def _sentences_at(review: Review, state: ThreadState) -> str:
    """Return the sentences that a comment is on, as the version has them."""
    span = state.thread.span
    if span is None:
        return state.thread.anchor
    found = (
        sentence.text
        for sentence in supported_sentences(review.content.body)
        if sentence.span.start <= span.end and span.start <= sentence.span.end
    )
    return " ".join(found) or state.thread.anchor
