"""The board: items in the order of the text, counts, and what a decision makes of it."""

from dataclasses import replace

import pytest

from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, OwnChange
from briefing.ui.review.item_states import ItemState, Settled, is_turning
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_items import ItemKind
from briefing.ui.review.review_summary import inks_of, own_names, places_of, whole_count
from tests.ui.review.made_review import board


def _conflict(one: ReviewBoard, choice: ConflictChoice) -> ReviewBoard:
    item = next(item for item in one.items if item.kind is ItemKind.CONFLICT)
    return one.decided({item: ConflictDecision(choice)})


def test_items_stand_in_the_order_of_the_text_and_what_has_no_place_last() -> None:
    one = board()
    assert [item.place for item in one.items] == sorted(item.place for item in one.items)
    assert one.state(one.items[-1]) is ItemState.UNPLACED
    assert (one.asked, one.waiting, one.to_apply) == (6, 6, 0)


def test_a_decision_counts() -> None:
    one = board()
    decided = one.decided({one.items[0]: Decision(Verdict.ACCEPTED)})
    assert (decided.waiting, decided.to_apply) == (5, 1)
    edited = one.decided({one.items[0]: Decision(Verdict.ACCEPTED, "deepen")})
    assert edited.state(one.items[0]) is ItemState.EDITED
    assert edited.state_of_change(1) is ItemState.ACCEPTED
    assert (one.waiting, one.to_apply) == (6, 0)


def test_a_conflict_is_settled_for_the_changes_in_it() -> None:
    one = board()
    assert one.state_of_change(4) is ItemState.OPEN
    assert _conflict(one, ConflictChoice.MINE).state_of_change(4) is ItemState.REJECTED
    assert _conflict(one, ConflictChoice.THEIRS).state_of_change(4) is ItemState.ACCEPTED
    assert _conflict(one, ConflictChoice.BOTH).to_apply == 1


def test_what_is_applied_is_not_asked_again() -> None:
    one = board(applied=frozenset({1}))
    assert 1 not in {item.number for item in one.items if item.kind is ItemKind.CHANGE}
    assert whole_count(one) == "6 changes · 1 comment · 1 applied"


def test_places_are_those_of_the_memo_with_their_counts() -> None:
    counts = {one.section: one.words for one in places_of(board())}
    assert list(counts)[1:] == ["Background", "Options", "Recommendation", "Not placed"]
    assert counts["Background"] == "4 changes · 1 comment"
    assert counts["Recommendation"] == "no change"


def test_each_reviewer_has_a_colour() -> None:
    inks = inks_of(board())
    assert len(set(inks.values())) == len(inks) == 2


def test_the_library_has_the_last_word() -> None:
    one = board()
    kept = replace(one.review, decisions={1: Decision(Verdict.REJECTED)})
    assert one.reviewed(kept).state(one.items[0]) is ItemState.REJECTED


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Alone", "Before the first heading, paragraph 1"),
        ("First", "Background, paragraph 1"),
        ("in the second", "Background, paragraph 2"),
        ("Third", "Background, paragraph 3"),
    ],
)
def test_what_the_analyst_changed_is_named_by_its_paragraph(words: str, name: str) -> None:
    body = "Alone here.\n\n## Background\n\nFirst one.\n\nWords in the second.\n\nThird.\n"
    start = body.index(words)
    section = "" if words == "Alone" else "Background"
    change = OwnChange(section, start, start + len(words), is_conflict=False)
    assert list(own_names(body, (change, change))) == [name, name]


def test_flags_of_some_changes_leave_the_other_items_as_they_are() -> None:
    one = board()
    flagged = next(item for item in one.items if item.flags)
    bare = one.flagged({flagged.number: ()})
    changed = [item for item, new in zip(one.items, bare.items, strict=True) if item is not new]
    assert changed == [flagged]
    assert not any(item.flags for item in bare.items)
    assert bare.flagged({}).items == bare.items


@pytest.mark.parametrize(
    ("before", "now", "is_other"),
    [
        (Decision(Verdict.OPEN), Decision(Verdict.ACCEPTED), False),
        (Decision(Verdict.OPEN), Decision(Verdict.REJECTED), True),
        (Decision(Verdict.REJECTED), Decision(Verdict.OPEN), True),
        (Decision(Verdict.ACCEPTED), Decision(Verdict.ACCEPTED, "more"), True),
        (ConflictDecision(ConflictChoice.OPEN), ConflictDecision(ConflictChoice.MINE), True),
    ],
)
def test_an_open_change_reads_as_one_that_is_taken(
    before: Settled, now: Settled, *, is_other: bool
) -> None:
    assert is_turning(before, now) is is_other
