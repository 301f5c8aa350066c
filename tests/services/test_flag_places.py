"""Flags of a sentence after a decision: those of all the review, found where it was decided."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import product

import pytest

from briefing.model.article import Article
from briefing.model.memo import Memo
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import FlagKind, Merged, PlacedSpan, Review, ReviewFlag
from briefing.services.flag_places import as_taken, beside
from briefing.services.review_flags import ReviewFlags
from briefing.store.library_file import Library
from tests.services.flagged_review import MEMO, fact_key, kept_review

EDITS = (
    ("59 high", "61 high"),
    ("high-value targets^", " for the first time"),
    ("They were sent", "They were not sent"),
    ("go on in", "go on [@nowhere] in"),
    ("capital without", "capital of Mexico and 14 towns without"),
)
DECISIONS = (
    Decision(Verdict.OPEN),
    Decision(Verdict.ACCEPTED),
    Decision(Verdict.REJECTED),
    Decision(Verdict.ACCEPTED, "some 70 of them"),
)


@pytest.fixture
def body(library: Library, article: Article) -> str:
    return MEMO.replace("KEY", fact_key(library, article))


@pytest.fixture
def made(library: Library, body: str) -> tuple[Review, Memo]:
    return kept_review(library, body, *EDITS)


def _flags(library: Library, made: tuple[Review, Memo]) -> Mapping[int, tuple[ReviewFlag, ...]]:
    review, memo = made
    found: dict[int, tuple[ReviewFlag, ...]] = {one.number: () for one in review.content.changes}
    for flag in ReviewFlags(library).of(review, memo):
        found[flag.change] += (flag,)
    return found


def test_flags_near_a_decision_are_those_of_all_and_the_rest_stays(
    library: Library, made: tuple[Review, Memo]
) -> None:
    review, memo = made
    before = _flags(library, made)
    assert sum(map(len, before.values())) >= 4
    for number, some in product(range(1, 6), product(DECISIONS, repeat=2)):
        decisions = {number: some[0], number % 5 + 1: some[1]}
        decided = replace(review, decisions=decisions)
        every = _flags(library, (decided, memo))
        near = ReviewFlags(library).near(decided, memo, decisions)
        assert decisions.keys() <= near.keys() <= every.keys()
        assert every == {**before, **near}
    assert ReviewFlags(library).near(review, memo, {4}).keys() == {4, 5}


def test_a_sentence_is_held_as_it_reads_without_what_was_rejected(
    library: Library, body: str
) -> None:
    edits = ("59 high", "61 high"), ("high-value targets^", " and 14 more")
    review, memo = kept_review(library, body, *edits)
    before = _flags(library, (review, memo))
    assert all("61" in flag.words for some in before.values() for flag in some)
    rejected = replace(review, decisions={1: Decision(Verdict.REJECTED)})
    near = ReviewFlags(library).near(rejected, memo, {1})
    assert near[1] == ()
    assert near[2]
    assert all("59" in flag.words for flag in near[2])


def test_a_change_taken_with_other_words_is_held_with_those(library: Library, body: str) -> None:
    review, memo = kept_review(library, body, ("59 high", "61 high"))
    same = replace(review, decisions={1: Decision(Verdict.ACCEPTED, "59 high")})
    assert ReviewFlags(library).near(same, memo, {1}) == {1: ()}
    change = review.content.changes[0]
    assert as_taken(change, Decision(Verdict.ACCEPTED)) is change
    worded = as_taken(change, Decision(Verdict.ACCEPTED, "so [@nytimes2025mexico]"))
    assert (worded.after, "[@nytimes2025mexico]" in worded.edits[0].text) == ("so", True)


def test_a_citation_that_was_kept_is_asked_about_no_more(library: Library, body: str) -> None:
    words = "cooperation” [@nytimes2025mexico]"
    review, memo = kept_review(library, body, (words, "help”"))
    change = review.content.changes[0]
    (flag,) = (one for one in _flags(library, (review, memo))[1] if one.keys)
    assert flag.kind in {FlagKind.CITATION_DELETED, FlagKind.QUOTE_CHANGED}
    kept = ReviewFlags(library).keeping_citations(review, change)
    near = ReviewFlags(library).near(replace(review, decisions={1: kept}), memo, {1})
    assert FlagKind.CITATION_DELETED not in {one.kind for one in near[1]}


def test_paragraphs_that_a_change_touches_go_together() -> None:
    body = "One two.\n\nThree four.\n\nFive six.\n\nSeven.\n"
    places = {1: (0, 3), 2: (4, 7), 3: (10, 15), 4: (16, 28), 5: (38, 39)}
    spans = tuple(PlacedSpan(number, *place) for number, place in places.items())
    merged = Merged(body, spans=spans)
    assert beside(merged, {1}) == {1, 2, 3, 4}  # the second stands at the end of its paragraph
    assert beside(merged, {5}) == {5}
    assert beside(merged, {9}) == {9}
