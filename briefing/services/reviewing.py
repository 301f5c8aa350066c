"""Reviews: Word files that came back, kept, decided change by change, merged into the memo."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.errors import InputError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, ReviewChange, Verdict
from briefing.model.review_head import ReviewHead
from briefing.model.review_record import (
    ConflictChoice,
    ConflictDecision,
    Merged,
    Review,
    ReviewFlag,
)
from briefing.review.merging.combining import combined, extended
from briefing.review.merging.merge_conflicts import members
from briefing.services.review_applying import TYPED_SINCE, applied, joined_names, merged
from briefing.services.review_flags import ReviewFlags
from briefing.services.review_verdicts import of_twins, verdict_of
from briefing.services.standing_reviews import standing_review
from briefing.services.thread_answering import ThreadAnswering
from briefing.store import memos, review_decisions, reviews, versions
from briefing.store.connections import Connection
from briefing.store.library_file import Library
from briefing.store.undo_log import Step

if TYPE_CHECKING:
    from briefing.services.returned_reading import ReturnedReading


class Reviewing:
    """What can be done with what came back from reviewers."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._flags = ReviewFlags(library)
        self.threads = ThreadAnswering(library)
        self.answer = self.threads.answer
        self.resolve = self.threads.resolve
        self.make_task = self.threads.make_task
        self.tasks = self.threads.tasks

    @cached_property
    def _reading(self) -> "ReturnedReading":
        from briefing.services.publishing import Publishing  # noqa: PLC0415 - start-up time
        from briefing.services.returned_reading import ReturnedReading  # noqa: PLC0415 - start-up time

        return ReturnedReading(self._library, lambda: Publishing(self._library))

    # opening

    def open(
        self, paths: Sequence[Path], memo_uid: Uid | None = None, *, by_text: bool = False
    ) -> Review:
        """Read files into a review of one version of a memo, and keep them in the library.

        Without a memo it is found by the mark in the file, else by its words; `by_text` says that
        the mark is not to be heeded. The same files again lead to the review that is open. The
        memo as it stands becomes a version. Raises InputError with what to do.
        """
        if not paths:
            raise InputError("Name the Word files that came back.")
        if memo_uid and not versions.of_memo(self._library.reader(), memo_uid):
            self._keep_version(memo_uid, f"to compare “{paths[0].name}” with")
        read = self._reading.read(paths, memo_uid, by_text=by_text)
        content = combined(read.contents)

        def work(connection: Connection) -> Uid:
            hashes = [sha256 for _, sha256, _ in read.kept]
            known = reviews.find_by_files(connection, content.memo_uid, hashes)
            if known:
                return known
            reason = f"when {joined_names(content.files)} came back"
            versions.add(connection, memos.get(connection, content.memo_uid), reason)
            return reviews.add(connection, content, read.kept)

        return self.get(self._library.write("Review", work, undoable=False))

    def add_files(self, uid: Uid, paths: Sequence[Path], *, by_text: bool = False) -> Review:
        """Add another reviewer's copies of the version; what was decided stays."""
        review = self.get(uid)
        names = [one.name for one in review.files]
        read = self._reading.read(paths, review.memo_uid, by_text=by_text, taken=names)
        if read.version != review.version:
            raise InputError(
                f"“{paths[0].name}” was made from version {read.version}, this review is of"
                f" version {review.version}; review it by itself."
            )
        held = {one.sha256 for one in review.files}
        new = [
            (content, kept)
            for content, kept in zip(read.contents, read.kept, strict=True)
            if kept[1] not in held
        ]
        if not new:
            raise InputError("This review holds these files already.")

        def work(connection: Connection) -> None:
            now = reviews.get(connection, uid).content
            content = extended(now, [content for content, _ in new])
            reviews.extend(connection, uid, content, [kept for _, kept in new])

        self._library.write("Add to review", work, undoable=False)
        return self.get(uid)

    # reading

    def reviews(self, memo_uid: Uid | None = None) -> tuple[Review, ...]:
        """Return the reviews of a memo, or of all memos, the newest first."""
        return reviews.every(self._library.reader(), memo_uid)

    def get(self, uid: Uid) -> Review:
        """Return a review; NotFoundError where there is none."""
        return standing_review(self._library.reader(), uid)

    def file_data(self, uid: Uid, name: str) -> bytes:
        """Return the bytes of one of a review's files, as it came."""
        return reviews.file_data(self._library.reader(), uid, name)

    def preview(self, uid: Uid) -> Merged:
        """Return the memo as the decisions make it; nothing is written."""
        return merged(*self._beside_memo(uid))

    def drawn(self, uid: Uid) -> Merged:
        """Return the memo as it is with every change in its pieces, whatever was decided.

        What a room draws: a decision then changes the looks of words, not the words. Edited ones
        are told as they were edited.
        """
        review, memo = self._beside_memo(uid)
        waiting = {
            number: replace(one, verdict=Verdict.OPEN) for number, one in review.decisions.items()
        }
        return merged(replace(review, decisions=waiting, settled={}), memo)

    def head(self, uid: Uid) -> ReviewHead:
        """Return the head of the memo as it is, and which fields the analyst changed."""
        from briefing.services.head_reading import review_head  # noqa: PLC0415 - start-up time

        return review_head(self._library, self.get(uid))

    def flags(self, uid: Uid) -> tuple[ReviewFlag, ...]:
        """Return why sentences that changes make want a look; rejected changes make none."""
        return self._flags.of(*self._beside_memo(uid))

    def flags_near(
        self, uid: Uid, numbers: Collection[int]
    ) -> Mapping[int, tuple[ReviewFlag, ...]]:
        """Return the flags of some changes, and of those whose sentences they may stand in."""
        return self._flags.near(*self._beside_memo(uid), numbers)

    def _beside_memo(self, uid: Uid) -> tuple[Review, Memo]:
        review = self.get(uid)
        return review, memos.get(self._library.reader(), review.memo_uid)

    # deciding

    def decide(self, uid: Uid, decisions: Mapping[int, Decision]) -> Changes:
        """Remember decisions about changes; no step of undo, and nothing of the memo changes.

        Equal changes of several reviewers are decided at once. A conflict that a change was
        settled in is open again.
        """
        review = self.get(uid)
        _check_numbers(review, decisions)
        every = {**of_twins(review.content.changes, decisions), **decisions}
        opened = {
            number: ConflictDecision(ConflictChoice.OPEN)
            for number, one in review.settled.items()
            if members(one.about) & set(every)
        }
        return self._remember("Decide", review, every, opened)

    def settle(self, uid: Uid, settled: Mapping[int, ConflictDecision]) -> Changes:
        """Remember how conflicts are settled; an open decision takes it back.

        InputError where there is no such conflict (any more).
        """
        review, memo = self._beside_memo(uid)
        conflicts = {one.number: one for one in merged(review, memo).conflicts}
        verdicts: dict[int, Decision] = {}
        kept: dict[int, ConflictDecision] = {}
        for number, decision in settled.items():
            conflict = conflicts.get(number)
            if conflict is None:
                raise InputError(f"There is no conflict {number} in this review; list it again.")
            if decision.choice is ConflictChoice.THEIRS and not (
                0 <= decision.side < len(conflict.sides)
            ):
                raise InputError(f"Conflict {number} has {len(conflict.sides)} sides.")
            kept[number] = replace(decision, about=conflict.about)
            for change in review.content.changes:
                if change.number in conflict.changes:
                    verdicts[change.number] = Decision(verdict_of(decision, conflict, change))
        worded = {
            number: replace(one, text=review.decision(number).text)
            for number, one in verdicts.items()
        }
        return self._remember("Settle", review, worded, kept)

    def _remember(
        self,
        label: str,
        review: Review,
        decisions: Mapping[int, Decision],
        settled: Mapping[int, ConflictDecision],
    ) -> Changes:
        def work(connection: Connection) -> None:
            pk = reviews.pk_of(connection, review.uid)
            review_decisions.decide(connection, pk, decisions)
            review_decisions.settle(connection, pk, settled)

        self._library.write(label, work, undoable=False)
        return _touched(review)

    def keep_citation(self, uid: Uid, number: int) -> Changes:
        """Accept a change but for the citations that it deletes."""
        review = self.get(uid)
        change = _change(review, number)
        return self.decide(uid, {number: self._flags.keeping_citations(review, change)})

    def drop_citation(self, uid: Uid, number: int) -> Changes:
        """Accept a change along with the citations that it would leave without their sentence."""
        review = self.get(uid)
        new = self._flags.without_left_citations(review, _change(review, number))
        changes = tuple(new if one.number == number else one for one in review.content.changes)
        content = replace(review.content, changes=changes)
        self._library.write("Decide", lambda c: reviews.extend(c, uid, content, ()), undoable=False)
        return self.decide(uid, {number: Decision(Verdict.ACCEPTED)})

    # the end

    def apply(self, uid: Uid) -> Changes:
        """Write the accepted changes into the memo: one version, one step of undo.

        Undo takes all of it back, or says why not. InputError where nothing is accepted, or an
        accepted change is in an open conflict.
        """
        step = Step("Apply review", TYPED_SINCE)
        return self._library.change(step, lambda c: applied(c, uid))[1]

    def close(self, uid: Uid) -> Changes:
        """Put a review away; its files stay in the library."""
        return self._set_closed("Close review", uid, is_closed=True)

    def reopen(self, uid: Uid) -> Changes:
        """Take a review up again."""
        return self._set_closed("Reopen review", uid, is_closed=False)

    def _keep_version(self, memo_uid: Uid, reason: str) -> None:
        def work(connection: Connection) -> None:
            versions.add(connection, memos.get(connection, memo_uid), reason)

        self._library.write("Make version", work, undoable=False)

    def _set_closed(self, label: str, uid: Uid, *, is_closed: bool) -> Changes:
        return self._library.change(
            label, lambda c: reviews.set_closed(c, uid, is_closed=is_closed)
        )[1]


def _check_numbers(review: Review, numbers: Mapping[int, object] | Sequence[int]) -> None:
    known = {change.number for change in review.content.changes}
    for number in numbers:
        if number not in known:
            raise InputError(f"There is no change {number} in this review.")
        if number in review.applied:
            raise InputError(f"Change {number} is in the memo already; undo it there.")


def _change(review: Review, number: int) -> ReviewChange:
    _check_numbers(review, (number,))
    return next(one for one in review.content.changes if one.number == number)


def _touched(review: Review) -> Changes:
    return Changes(memos=frozenset({review.memo_uid}))
