"""Changes go along with the paragraphs that the analyst moved."""

from dataclasses import replace

from briefing.model.block import Span
from briefing.model.memo_review import Decision, ReviewThread, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, PieceRole
from briefing.review.merging.three_way import merge
from tests.review.reviewed import BODY, accepted, make_content, worded


def _moved_up() -> str:
    """Return the body with its second paragraph before the first."""
    first, moved, rest = BODY.split("\n\n", 3)[1:]
    return f"# Background\n\n{moved}\n\n{first}\n\n{rest}"


def test_a_change_goes_along_with_a_paragraph_that_the_analyst_moved() -> None:
    current = _moved_up()
    changes = (
        worded(BODY, 1, "59", "61"),
        worded(BODY, 2, "hardened", "hardened much"),
        worded(BODY, 3, "step up", "widen"),
    )
    place = BODY.index("further")
    thread = ReviewThread(1, "A", "", "", "", "", "", Span(place, place + len("further")))
    content = replace(make_content(BODY, *changes), threads=(thread,))
    merged = merge(content, current, accepted(1, 2))
    taken = current.replace("59", "61").replace("hardened", "hardened much")
    assert (merged.body, merged.conflicts) == (taken, ())
    assert [merged.body[one.start : one.end] for one in merged.threads] == ["further"]
    spans = {one.number: merged.body[one.start : one.end] for one in merged.spans}
    assert (spans[1], spans[3]) == ("61", "step up")
    assert [one.is_conflict for one in merged.own] == [False]
    waiting = merge(content, current)
    assert waiting.body == current
    told = [(piece.role, piece.text) for piece in waiting.pieces if piece.changes == (1,)]
    assert told == [(PieceRole.DELETED, "59"), (PieceRole.INSERTED, "61")]
    assert merge(content, current, {1: Decision(Verdict.REJECTED)}).body == current
    again = merge(content, taken, accepted(1, 2), applied=frozenset({1, 2}))
    assert (again.body, again.conflicts) == (taken, ())


def test_reviewers_who_disagree_in_a_moved_paragraph_are_asked_about_where_it_stands() -> None:
    current = _moved_up()
    content = make_content(
        BODY, worded(BODY, 1, "59", "61"), worded(BODY, 2, "59", "62", "Legal adviser", "b.docx")
    )
    merged = merge(content, current, accepted(1, 2))
    assert merged.body == current
    (conflict,) = merged.conflicts
    assert conflict.reason == "You moved this paragraph since version 12."
    assert conflict.is_with_mine
    settled = {1: ConflictDecision(ConflictChoice.THEIRS)}
    assert merge(content, current, accepted(1), settled).body == current.replace("59", "61")


def test_a_change_does_not_go_along_with_words_that_stand_elsewhere_too() -> None:
    current = _moved_up()
    moved = current.split("\n\n")[1]
    content = make_content(BODY, worded(BODY, 1, "59", "61"))
    assert merge(content, f"{current}\n{moved}\n").conflicts


def test_a_change_in_a_paragraph_that_was_moved_and_reworded_is_asked_about() -> None:
    first, moved, rest = BODY.split("\n\n", 3)[1:]
    reworded = moved.replace("hardened", "turned")
    current = f"# Background\n\n{reworded}\n\n{first}\n\n{rest}"
    content = make_content(BODY, worded(BODY, 1, "high-value ", ""))
    merged = merge(content, current, accepted(1))
    assert merged.body == current
    assert [one.is_moved for one in merged.conflicts] == [True]
