"""Comments of reviewers answered, resolved, and turned into tasks of the memo."""

from briefing.errors import InputError, NotFoundError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.review_record import Review, ReviewTask, ThreadState
from briefing.store import review_threads, reviews
from briefing.store.library_file import Library


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

    def _thread(self, uid: Uid, number: int) -> tuple[Review, ThreadState]:
        review = reviews.get(self._library.reader(), uid)
        for thread in review.threads:
            if thread.number == number:
                return review, thread
        raise NotFoundError(f"There is no comment {number} in this review.")
