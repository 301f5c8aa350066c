"""Merging: what reviewers changed goes into the memo as it is now, and conflicts are told once."""

from dataclasses import replace

import pytest

from briefing.model.block import Span
from briefing.model.memo_review import Decision, ReviewThread, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, PieceRole
from briefing.review.merging.three_way import merge
from tests.review.reviewed import BODY, accepted, make_change, make_content, worded


def test_changes_of_different_words_of_one_sentence_merge() -> None:
    content = make_content(BODY, worded(BODY, 1, "step up", "widen"))
    current = BODY.replace("limit migration", "curb migration")
    merged = merge(content, current, accepted(1))
    assert merged.body == current.replace("step up", "widen")
    assert not merged.conflicts
    assert [(one.section, one.is_conflict) for one in merged.own] == [("Background", False)]


def test_an_open_or_rejected_change_is_not_in_the_body() -> None:
    content = make_content(BODY, worded(BODY, 1, "step up", "widen"), worded(BODY, 2, "59", "61"))
    merged = merge(content, BODY, {1: Decision(Verdict.REJECTED)})
    assert merged.body == BODY
    pieces = [piece for piece in merged.pieces if piece.changes]
    assert [(piece.role, piece.text, piece.is_in_body) for piece in pieces] == [
        (PieceRole.DELETED, "59", True),
        (PieceRole.INSERTED, "61", False),
    ]


def test_words_that_the_analyst_changed_too_are_a_conflict_and_stay() -> None:
    content = make_content(BODY, worded(BODY, 1, "hardened", "softened"))
    current = BODY.replace("hardened", "turned")
    merged = merge(content, current, accepted(1))
    assert merged.body == current
    (conflict,) = merged.conflicts
    assert (conflict.base, conflict.mine, conflict.sides[0].text) == (
        "hardened",
        "turned",
        "softened",
    )
    assert merged.body[conflict.start : conflict.end] == "turned"
    assert conflict.section == "Background"
    assert conflict.reason == "You changed the same words since version 12."
    assert merged.own[0].is_conflict


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (ConflictDecision(ConflictChoice.MINE), "turned"),
        (ConflictDecision(ConflictChoice.THEIRS), "softened"),
        (ConflictDecision(ConflictChoice.BOTH), "turned softened"),
        (ConflictDecision(ConflictChoice.EDITED, text="mellowed"), "mellowed"),
    ],
)
def test_a_settled_conflict_says_what_was_chosen(decision: ConflictDecision, words: str) -> None:
    content = make_content(BODY, worded(BODY, 1, "hardened", "softened"))
    current = BODY.replace("hardened", "turned")
    merged = merge(content, current, accepted(1), {1: decision})
    assert merged.body == BODY.replace("hardened", words)
    assert not merged.open_conflicts
    assert len(merged.conflicts) == 1


def test_a_settled_conflict_is_open_again_when_its_words_are_others() -> None:
    content = make_content(BODY, worded(BODY, 1, "hardened", "softened"))
    (conflict,) = merge(content, BODY.replace("hardened", "turned"), accepted(1)).conflicts
    later = BODY.replace("hardened", "swung")
    theirs = {1: ConflictDecision(ConflictChoice.THEIRS, about=conflict.about)}
    again = merge(content, later, accepted(1), theirs)
    assert (again.body, len(again.open_conflicts)) == (later, 1)
    mine = {1: ConflictDecision(ConflictChoice.MINE, about=conflict.about)}
    assert not merge(content, later, accepted(1), mine).open_conflicts


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    content = make_content(BODY, worded(BODY, 1, "step up security", "widen security"))
    current = BODY.replace("step up", "widen")
    merged = merge(content, current, accepted(1))
    assert merged.body == current
    assert not merged.conflicts


def test_the_same_new_paragraph_on_both_sides_comes_once() -> None:
    at = BODY.index("\n\nMexico")
    content = make_content(BODY, make_change(1, (at, at, "\n\nA new paragraph.")))
    current = BODY.replace("\n\nMexico", "\n\nA new paragraph.\n\nMexico")
    assert merge(content, current, accepted(1)).body == current


def test_a_deleted_paragraph_conflicts_with_a_change_in_it() -> None:
    content = make_content(BODY, worded(BODY, 1, "59", "61"))
    start, end = BODY.index("Mexico"), BODY.index("## Options")
    merged = merge(content, BODY[:start] + BODY[end:], accepted(1))
    (conflict,) = merged.conflicts
    assert conflict.reason == "You deleted this paragraph since version 12."
    assert "61 high-value" in conflict.sides[0].text
    theirs = {1: ConflictDecision(ConflictChoice.THEIRS)}
    taken = merge(content, BODY[:start] + BODY[end:], accepted(1), theirs)
    assert taken.body == BODY.replace("59", "61")


def test_words_added_beside_a_deleted_paragraph_are_no_conflict() -> None:
    start, end = BODY.index("On 3"), BODY.index("Mexico has")
    content = make_content(BODY, make_change(1, (end, end, "In short, ")))
    merged = merge(content, BODY[:start] + BODY[end:], accepted(1))
    assert not merged.conflicts
    assert "\n\nIn short, Mexico has" in merged.body


def test_a_paragraph_between_two_that_were_joined_is_a_conflict() -> None:
    start, end = BODY.index("\n\nMexico"), BODY.index("Mexico has")
    content = make_content(BODY, make_change(1, (start, end, " ")))
    current = BODY.replace("Mexico has", "A paragraph of my own.\n\nMexico has")
    merged = merge(content, current, accepted(1))
    assert (merged.body, len(merged.conflicts)) == (current, 1)


def test_words_added_to_a_deleted_sentence_are_a_conflict() -> None:
    content = make_content(BODY, worded(BODY, 1, "Public", "However, public"))
    at = BODY.index("Public")
    added = make_content(BODY, make_change(1, (at, at, "However, ")))
    current = BODY.replace("Public opinion has hardened. ", "")
    assert len(merge(content, current, accepted(1)).conflicts) == 1
    assert len(merge(added, current, accepted(1)).conflicts) == 1


def test_a_deletion_within_what_the_analyst_deleted_is_no_conflict() -> None:
    content = make_content(BODY, worded(BODY, 1, "high-value ", ""))
    current = BODY.replace("Mexico has sent 59 high-value targets to the United States. ", "")
    merged = merge(content, current, accepted(1))
    assert (merged.body, merged.conflicts) == (current, ())


def test_two_reviewers_who_change_the_same_words_are_one_conflict() -> None:
    content = make_content(
        BODY,
        worded(BODY, 1, "step up", "widen"),
        worded(BODY, 2, "step up security", "deepen security", "Legal adviser", "b.docx"),
    )
    merged = merge(content, BODY, accepted(1, 2))
    assert merged.body == BODY
    (conflict,) = merged.conflicts
    assert conflict.reason == "A. Secretary and Legal adviser changed the same words."
    assert not conflict.is_with_mine
    assert [side.changes for side in conflict.sides] == [(1,), (2,)]
    second = {1: ConflictDecision(ConflictChoice.THEIRS, side=1)}
    assert merge(content, BODY, accepted(1, 2), second).body == BODY.replace("step up", "deepen")


def test_a_rejected_side_leaves_no_conflict_between_reviewers() -> None:
    content = make_content(
        BODY,
        worded(BODY, 1, "step up", "widen"),
        worded(BODY, 2, "step up", "deepen", "Legal adviser", "b.docx"),
    )
    merged = merge(content, BODY, {**accepted(1), 2: Decision(Verdict.REJECTED)})
    assert merged.body == BODY.replace("step up", "widen")
    assert not merged.conflicts


def test_two_reviewers_who_make_the_same_change_make_it_once() -> None:
    content = make_content(
        BODY,
        worded(BODY, 1, "59", "61"),
        worded(BODY, 2, "59", "61", "Legal adviser", "b.docx"),
    )
    for decisions in (accepted(1, 2), accepted(1), accepted(2)):
        merged = merge(content, BODY, decisions)
        assert merged.body == BODY.replace("59", "61")
        assert not merged.conflicts


def test_deletions_of_two_reviewers_that_overlap_are_both_made() -> None:
    content = make_content(
        BODY,
        worded(BODY, 1, "to coordinate ", ""),
        worded(BODY, 2, "coordinate actions", "", "Legal adviser", "b.docx"),
    )
    merged = merge(content, BODY, accepted(1, 2))
    assert merged.body == BODY.replace("to coordinate actions", "")
    assert not merged.conflicts


def test_a_citation_is_never_taken_in_half() -> None:
    start = BODY.index("p. 3")
    content = make_content(BODY, make_change(1, (start, start + 4, "p. 4")))
    current = BODY.replace("[@nyt2025vow, p. 3]", "[@fact:7k2]")
    merged = merge(content, current, accepted(1))
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.sides[0].text) == ("[@fact:7k2]", "[@nyt2025vow, p. 4]")


def test_marks_that_would_cross_are_a_conflict() -> None:
    body = "One two three four five.\n"
    current = "One [two three](#part) four five.\n"
    three, five = body.index("three"), body.index(" five")
    content = make_content(body, make_change(1, (three, three, "`"), (five, five, "`")))
    merged = merge(content, current, accepted(1))
    assert merged.body == current
    assert len(merged.conflicts) == 1


def test_a_change_waits_as_a_whole_while_a_part_of_it_is_in_conflict() -> None:
    moved = "Public opinion has hardened. "
    start, end = BODY.index(moved), BODY.index("1. Back")
    change = make_change(1, (start, start + len(moved), ""), (end, end, f"{moved.strip()}\n\n"))
    current = BODY.replace("Public opinion has", "Opinion has")
    content = make_content(BODY, change)
    merged = merge(content, current, accepted(1))
    assert merged.body == current
    theirs = merge(content, current, accepted(1), {1: ConflictDecision(ConflictChoice.THEIRS)})
    assert theirs.body.count(moved.strip()) == 1
    assert theirs.body.index(moved.strip()) > theirs.body.index("## Options")
    mine = merge(content, current, accepted(1), {1: ConflictDecision(ConflictChoice.MINE)})
    assert mine.body == current


def test_the_analysts_words_take_the_place_of_a_reviewers() -> None:
    content = make_content(BODY, worded(BODY, 1, " high-value", " so-called high-value"))
    merged = merge(content, BODY, {1: Decision(Verdict.ACCEPTED, "named")})
    assert "59 named targets" in merged.body


def test_what_is_accepted_later_goes_beside_what_was_applied_before() -> None:
    at = BODY.index("step up")
    first, second = make_change(1, (at, at + 7, "")), make_change(2, (at + 7, at + 7, "widen"))
    content = make_content(BODY, first, second)
    once = merge(content, BODY, accepted(1))
    assert not once.conflicts
    twice = merge(content, once.body, accepted(1, 2), applied=frozenset({1}))
    assert twice.body == BODY.replace("step up", "widen")
    assert not twice.conflicts


def test_changes_of_one_file_that_take_the_same_gap_are_both_made() -> None:
    body = "One two.\n\nThree four.\n\nFive six.\n"
    first, second = body.index("two"), body.index("Three")
    one = make_change(1, (first, second, "2\n\n"))
    two = make_change(2, (first + 4, second + 5, "3"), (second + 6, second + 6, "so "))
    merged = merge(make_content(body, one, two), body, accepted(1, 2))
    assert not merged.conflicts
    assert merged.body == "One 2\n\n3 so four.\n\nFive six.\n"
    assert merge(make_content(body, one, two), body, accepted(2)).body == (
        "One two.3 so four.\n\nFive six.\n"
    )


def test_threads_are_found_where_their_words_stand_now() -> None:
    start = BODY.index("bilateral")
    span = Span(start, start + len("bilateral high-level group"))
    thread = ReviewThread(1, "Legal adviser", "", "a.docx", "", "Who chairs it?", "", span)
    content = replace(make_content(BODY, worded(BODY, 1, "step up", "widen")), threads=(thread,))
    merged = merge(content, f"A new first line.\n\n{BODY}", accepted(1))
    (place,) = merged.threads
    assert merged.body[place.start : place.end] == "bilateral high-level group"
