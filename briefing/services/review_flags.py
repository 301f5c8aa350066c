"""What wants a look in the sentences that reviewers changed: sources, quotes, citations."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, ReviewChange, Verdict
from briefing.model.review_record import (
    ConflictChoice,
    ConflictDecision,
    FlagKind,
    Merged,
    PlacedSpan,
    Review,
    ReviewFlag,
)
from briefing.review.merging.three_way import merge
from briefing.services.changed_sentences import ChangedSentence, sentence_flags
from briefing.services.deleted_citations import DeletedCitations
from briefing.services.flag_owners import each_once
from briefing.services.flag_places import as_taken, beside
from briefing.services.memo_language import language_of
from briefing.services.trace_reading import TracedSentence, TraceReading
from briefing.store.library_file import Library
from briefing.text.span_index import SpanIndex

_ALIKE = 0.4  # of a sentence's words: so many another has that it came from


class ReviewFlags:
    """Compares the sentences as they would read with those that stand now."""

    def __init__(self, library: Library) -> None:
        self._trace = TraceReading(library)

    def of(self, review: Review, memo: Memo) -> tuple[ReviewFlag, ...]:
        """Return the flags of changes that are neither rejected nor in the memo, in their order."""
        waiting = [one for one in review.content.changes if _is_waiting(review, one)]
        return self._flags(review, memo, waiting, _with_all(review, memo, Verdict.ACCEPTED))

    def near(
        self, review: Review, memo: Memo, numbers: Collection[int]
    ) -> dict[int, tuple[ReviewFlag, ...]]:
        """Return the flags of some changes and of all that stand in the same paragraphs."""
        after = _with_all(review, memo, Verdict.ACCEPTED)
        around = beside(after, numbers)
        changes = [one for one in review.content.changes if one.number in around]
        waiting = [one for one in changes if _is_waiting(review, one)]
        found: dict[int, tuple[ReviewFlag, ...]] = {one.number: () for one in changes}
        for flag in self._flags(review, memo, waiting, after):
            found[flag.change] += (flag,)
        return found

    def _flags(
        self, review: Review, memo: Memo, waiting: Sequence[ReviewChange], after: Merged
    ) -> tuple[ReviewFlag, ...]:
        if not waiting:
            return ()
        numbers = {one.number for one in waiting}
        was = self._sentences(memo, _with_all(review, memo, Verdict.OPEN), numbers)
        whole = after.body, self._sentences(memo, after, numbers)
        bodies = dict.fromkeys(numbers, whole)
        for conflicts, merged in _sides_taken(review, memo, after, numbers):
            read = merged.body, self._sentences(memo, merged, conflicts)
            bodies.update(dict.fromkeys(conflicts, read))
        deleted = DeletedCitations(review.content.body, language_of(memo))
        found: dict[ReviewFlag, bool] = {}  # whether the change's own words are what it is about
        for change in (as_taken(one, review.decision(one.number)) for one in waiting):
            told = tuple(deleted.flags(change))
            found.update(dict.fromkeys(told, True))
            body, now = bodies[change.number]
            stood = was.at(change.number)
            for sentence in now.at(change.number):
                one = ChangedSentence(change, body, sentence, _kin(sentence, stood, change))
                more = (flag for flag in sentence_flags(one) if not _is_told(flag, told))
                found.update((flag, now.shares_words(flag, sentence)) for flag in more)
        return tuple(each_once(found, {one.number: one for one in waiting}))

    def _sentences(self, memo: Memo, merged: Merged, numbers: Collection[int]) -> "_Sentences":
        """Return the sentences of a merged body in which some changes stand."""
        spans = [one for one in merged.spans if one.number in numbers]
        places = [(one.start, one.end) for one in spans]
        return _Sentences(self._trace.sentences(replace(memo, body=merged.body), places), spans)

    def without_left_citations(self, review: Review, change: ReviewChange) -> ReviewChange:
        """Return a change that takes along the citations which it would leave behind."""
        return DeletedCitations(review.content.body).without_left(change)

    def keeping_citations(self, review: Review, change: ReviewChange) -> Decision:
        """Return the decision that takes a change but for the citations that it deletes."""
        return DeletedCitations(review.content.body).keeping(change)


class _Sentences:
    """The sentences of a body, found by the places of changes."""

    def __init__(self, sentences: Sequence[TracedSentence], spans: Iterable[PlacedSpan]) -> None:
        self._index = SpanIndex(sentences, lambda one: (one.start, one.whole_end))
        self._spans = {one.number: one for one in spans}

    def at(self, number: int) -> list[TracedSentence]:
        """Return the sentences that a change touches."""
        span = self._spans.get(number)
        if span is None:
            return []
        near = self._index.near(span.start, span.end)
        inside = [one for one in near if one.start < span.end and span.start < one.whole_end]
        beside = [one for one in near if one.start <= span.start and span.end <= one.whole_end]
        return inside or beside

    def shares_words(self, flag: ReviewFlag, sentence: TracedSentence) -> bool:
        """Tell whether a flag is about words that its change brought."""
        span = self._spans.get(flag.change)
        start, end = sentence.start + flag.start, sentence.start + flag.end
        return bool(span) and start < span.end and span.start < end


def _kin(
    sentence: TracedSentence, stood: Sequence[TracedSentence], change: ReviewChange
) -> list[TracedSentence]:
    """Return those of the sentences that stood there which one came from."""
    words = set(sentence.text.casefold().split())
    alike = [
        one for one in stood if len(words & set(one.text.casefold().split())) >= _ALIKE * len(words)
    ]
    if not alike and len(stood) == 1 and change.before.strip():
        return list(stood)  # all of it was said anew
    return alike


def _is_told(flag: ReviewFlag, told: Sequence[ReviewFlag]) -> bool:
    """Tell whether a sentence lacks a source because its citation was deleted."""
    return bool(told) and flag.kind is FlagKind.NO_SOURCE


def _with_all(review: Review, memo: Memo, verdict: Verdict) -> Merged:
    """Return the memo with every change that is not rejected, or with none."""
    every = _decided(review, verdict)
    if verdict is Verdict.OPEN:
        return merge(review.content, memo.body, every, applied=review.applied)
    return merge(review.content, memo.body, every, review.settled, review.applied)


def _sides_taken(
    review: Review, memo: Memo, after: Merged, of: Collection[int]
) -> Iterator[tuple[list[int], Merged]]:
    """Yield the memo with the first side of each open conflict taken, with the second, and so on.

    With each come the changes that are then in it. Only conflicts of some changes are looked at.
    """
    conflicts = [one for one in after.open_conflicts if not {*one.changes}.isdisjoint(of)]
    for place in range(max((len(one.sides) for one in conflicts), default=0)):
        taken = [one for one in conflicts if place < len(one.sides)]
        choice = ConflictDecision(ConflictChoice.THEIRS, place)
        settled = {**review.settled, **{one.number: choice for one in taken}}
        every = _decided(review, Verdict.ACCEPTED)
        numbers = [number for one in taken for number in one.sides[place].changes]
        yield numbers, merge(review.content, memo.body, every, settled, review.applied)


def _decided(review: Review, verdict: Verdict) -> dict[int, Decision]:
    """Return the decisions with one verdict for all that is not rejected."""
    return {
        change.number: replace(review.decision(change.number), verdict=verdict)
        if review.decision(change.number).verdict is not Verdict.REJECTED
        else review.decision(change.number)
        for change in review.content.changes
    }


def _is_waiting(review: Review, change: ReviewChange) -> bool:
    is_rejected = review.decision(change.number).verdict is Verdict.REJECTED
    return bool(change.edits) and not is_rejected and change.number not in review.applied
