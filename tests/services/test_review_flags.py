"""Flags: what a reviewer's words no longer fit is said, and what they fit is left alone."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from briefing.errors import InputError
from briefing.model.article import Article
from briefing.model.memo_review import (
    Decision,
    MemoEdit,
    ReviewChange,
    ReviewKind,
    Verdict,
)
from briefing.model.review_record import FlagKind, Review, ReviewFlag
from briefing.services.review_flags import ReviewFlags
from briefing.store.library_file import Library
from tests.services.flagged_review import MEMO, fact_key, kept_review

Flagged = Callable[[str, str], tuple[ReviewFlag, ...]]


@pytest.fixture
def key(library: Library, article: Article) -> str:
    return fact_key(library, article)


@pytest.fixture
def body(key: str) -> str:
    return MEMO.replace("KEY", key)


@pytest.fixture
def flagged(library: Library, body: str) -> Flagged:
    def flags(old: str, new: str) -> tuple[ReviewFlag, ...]:
        return ReviewFlags(library).of(*kept_review(library, body, (old, new)))

    return flags


def test_a_figure_that_the_quote_does_not_say_is_flagged(flagged: Flagged) -> None:
    (flag,) = flagged("59 high", "61 high")
    assert (flag.change, flag.kind) == (1, FlagKind.DIFFERS)
    assert flag.words[flag.start : flag.end].startswith("61")
    assert "59" in flag.reason
    assert flag.keys[0].startswith("fact:")


def test_a_rewording_that_says_the_same_is_left_alone(flagged: Flagged) -> None:
    assert flagged("arrested 59", "has arrested 59") == ()


def test_a_name_put_in_the_place_of_another_is_flagged(flagged: Flagged) -> None:
    assert [flag.kind for flag in flagged("sent north by Mexico", "sent north by Mexiko")] == [
        FlagKind.DIFFERS
    ]


def test_a_not_that_came_is_flagged(flagged: Flagged) -> None:
    (flag,) = flagged("Mexico arrested", "Mexico has not arrested")
    assert flag.kind is FlagKind.TURNED
    assert "“not” came" in flag.reason


def test_a_new_sentence_without_a_source_is_flagged(flagged: Flagged) -> None:
    (flag,) = flagged("a pause.^", " The army closed two ports on Sunday.")
    assert flag.kind is FlagKind.NO_SOURCE
    assert flag.words == "The army closed two ports on Sunday."


def test_what_cited_nothing_before_is_not_told_again(flagged: Flagged) -> None:
    assert flagged("go on in the capital", "continue in the capital") == ()


def test_a_claim_added_to_a_sourced_sentence_is_flagged(flagged: Flagged) -> None:
    (flag,) = flagged("high-value targets^", ", the most in any year")
    assert flag.kind is FlagKind.NO_SOURCE
    assert "the most in any year" in flag.reason
    assert flag.words[flag.start : flag.end] == ", the most in any year"


def test_words_of_a_quotation_that_were_changed_are_flagged(flagged: Flagged) -> None:
    kinds = {flag.kind for flag in flagged("“Rubio praised Mexico's", "“Rubio lauded Mexico's")}
    assert kinds == {FlagKind.QUOTE_CHANGED}


def test_a_citation_of_nothing_is_flagged(flagged: Flagged) -> None:
    assert FlagKind.UNKNOWN_CITATION in {
        flag.kind for flag in flagged("without a pause", "without a pause [@nobody2020]")
    }


def test_a_deleted_citation_is_asked_about_and_kept_in_one_step(
    library: Library, body: str, key: str
) -> None:
    mark = f" [@fact:{key}]."
    review, memo = kept_review(library, body, (mark, "."))
    (flag,) = ReviewFlags(library).of(review, memo)
    assert (flag.kind, flag.keys) == (FlagKind.CITATION_DELETED, (f"fact:{key}",))
    (change,) = review.content.changes
    kept = ReviewFlags(library).keeping_citations(review, change)
    assert kept == Decision(Verdict.ACCEPTED, f" [@fact:{key}].")


def test_a_deletion_of_the_citation_alone_is_kept_by_rejecting_it(
    library: Library, body: str, key: str
) -> None:
    review, _ = kept_review(library, body, (f" [@fact:{key}] They", " They"))
    change = review.content.changes[0]
    edit = MemoEdit(change.edits[0].start, change.edits[0].end - len(" They"), "")
    only = ReviewChange(1, ReviewKind.DELETED, "A", "", "a.docx", "", "", "", (edit,))
    assert ReviewFlags(library).keeping_citations(review, only).verdict is Verdict.REJECTED


def test_a_sentence_deleted_with_its_citation_asks_nothing(
    library: Library, body: str, key: str
) -> None:
    whole = f" They were sent north by Mexico [@fact:{key}]."
    review, memo = kept_review(library, body, (whole, ""))
    assert ReviewFlags(library).of(review, memo) == ()
    with pytest.raises(InputError, match="deletes no citation"):
        ReviewFlags(library).keeping_citations(review, review.content.changes[0])


def test_each_side_of_a_conflict_is_held_against_the_quote(library: Library, body: str) -> None:
    review, memo = kept_review(library, body, ("59 high", "61 high"))
    changed = replace(memo, body=body.replace("59 high", "58 high"))
    (flag,) = ReviewFlags(library).of(review, changed)
    assert (flag.change, flag.kind) == (1, FlagKind.DIFFERS)
    assert "61" in flag.words


def test_rejected_changes_make_no_flags(library: Library, body: str) -> None:
    review, memo = kept_review(library, body, ("59 high", "61 high"))
    rejected = {1: Decision(Verdict.REJECTED)}
    decided = Review(
        review.uid,
        memo.uid,
        "",
        review.state,
        (),
        review.content,
        review.created_at,
        review.updated_at,
        rejected,
    )
    assert ReviewFlags(library).of(decided, memo) == ()


@pytest.mark.parametrize("owner", [1, 2])
def test_one_flag_is_told_once_of_the_change_that_brings_its_words(
    library: Library, body: str, owner: int
) -> None:
    edits = [("Mexico arrested", "Mexico has arrested")]
    edits.insert(owner - 1, ("59 high", "61 high"))
    (flag,) = ReviewFlags(library).of(*kept_review(library, body, *edits))
    assert (flag.change, flag.kind) == (owner, FlagKind.DIFFERS)


def test_a_rank_that_no_quote_claims_is_a_new_claim(flagged: Flagged) -> None:
    (flag,) = flagged("high-value targets^", " for the first time")
    assert flag.kind is FlagKind.NO_SOURCE
    assert flag.reason.startswith("New claim without a source")
