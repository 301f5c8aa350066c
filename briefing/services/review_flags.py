"""What wants a look in the sentences that reviewers changed: sources, quotes, citations."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, ReviewChange, Verdict
from briefing.model.review_record import FlagKind, Merged, PlacedSpan, Review, ReviewFlag
from briefing.review.three_way import merge
from briefing.services.changed_sentences import ChangedSentence, sentence_flags
from briefing.services.deleted_citations import DeletedCitations
from briefing.services.memo_language import language_of
from briefing.services.trace_reading import TracedSentence, TraceReading
from briefing.store.library_file import Library

_ALIKE = 0.4  # of a sentence's words: so many another has that it came from


class ReviewFlags:
    """Compares the sentences as they would read with those that stand now."""

    def __init__(self, library: Library) -> None:
        self._trace = TraceReading(library)

    def of(self, review: Review, memo: Memo) -> tuple[ReviewFlag, ...]:
        """Return the flags of changes that are neither rejected nor in the memo, in their order."""
        waiting = [one for one in review.content.changes if _is_waiting(review, one)]
        if not waiting:
            return ()
        after = _with_all(review, memo, Verdict.ACCEPTED)
        was = _Sentences(self._trace.sentences(memo), _with_all(review, memo, Verdict.OPEN).spans)
        now = _Sentences(self._trace.sentences(replace(memo, body=after.body)), after.spans)
        deleted = DeletedCitations(review.content.body, language_of(memo))
        disputed = {number for one in after.open_conflicts for number in one.changes}
        found: dict[ReviewFlag, None] = {}
        for change in waiting:
            told = tuple(deleted.flags(change))
            found.update(dict.fromkeys(told))
            if change.number not in disputed:
                stood = was.at(change.number)
                for sentence in now.at(change.number):
                    kin = _kin(sentence, stood, change)
                    one = ChangedSentence(change, after.body, sentence, kin)
                    more = (flag for flag in sentence_flags(one) if not _is_told(flag, told))
                    found.update(dict.fromkeys(more))
        return tuple(found)

    def keeping_citations(self, review: Review, change: ReviewChange) -> Decision:
        """Return the decision that takes a change but for the citations that it deletes."""
        return DeletedCitations(review.content.body).keeping(change)


class _Sentences:
    """The sentences of a body, found by the places of changes."""

    def __init__(self, sentences: Sequence[TracedSentence], spans: Iterable[PlacedSpan]) -> None:
        self._sentences = sentences
        self._spans = {one.number: one for one in spans}

    def at(self, number: int) -> list[TracedSentence]:
        """Return the sentences that a change touches."""
        span = self._spans.get(number)
        if span is None:
            return []
        inside = [
            one for one in self._sentences if one.start < span.end and span.start < one.whole_end
        ]
        beside = [
            one for one in self._sentences if one.start <= span.start and span.end <= one.whole_end
        ]
        return inside or beside


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
    decisions = {
        change.number: replace(review.decision(change.number), verdict=verdict)
        for change in review.content.changes
        if review.decision(change.number).verdict is not Verdict.REJECTED
    }
    rejected = {number: one for number, one in review.decisions.items() if number not in decisions}
    every = {**decisions, **rejected}
    if verdict is Verdict.OPEN:
        return merge(review.content, memo.body, every, applied=review.applied)
    return merge(review.content, memo.body, every, review.settled, review.applied)


def _is_waiting(review: Review, change: ReviewChange) -> bool:
    is_rejected = review.decision(change.number).verdict is Verdict.REJECTED
    return bool(change.edits) and not is_rejected and change.number not in review.applied
