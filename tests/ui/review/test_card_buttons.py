"""What can be done with a card: each side of a conflict, what becomes of a citation."""

from dataclasses import replace

from briefing.model.memo_review import ReviewChange, ReviewKind
from briefing.model.review_record import ConflictSide, FlagKind, MergeConflict, ReviewFlag
from briefing.ui.review.card_buttons import buttons_of
from briefing.ui.review.review_items import ItemKind, ReviewItem

_SIDES = tuple(ConflictSide(name, f"{name}.docx", (n,), name) for n, name in enumerate("XYZ", 1))
_CONFLICT = MergeConflict(1, 0, 4, "base", "base", _SIDES, "They differ.")
_CHANGE = ReviewChange(1, ReviewKind.DELETED, "X", "", "x.docx", "", "Words.", "")


def test_nine_sides_of_a_conflict_have_keys() -> None:
    sides = tuple(replace(_SIDES[0], author=name) for name in "XYZTUVWRSQ")
    conflict = replace(_CONFLICT, sides=sides)
    item = ReviewItem(ItemKind.CONFLICT, 1, "X and Y", "", "", 0, conflict=conflict)
    takes = [one for one in buttons_of(item) if one.text.startswith("Take ")]
    assert [(one.text, one.key, one.side) for one in (*takes[:3], takes[9])] == [
        ("Take X", "A", 0),
        ("Take Y", "2", 1),
        ("Take Z", "3", 2),
        ("Take Q", "", 9),
    ]


def test_a_citation_can_go_with_its_sentence() -> None:
    flag = ReviewFlag(1, FlagKind.CITATION_LEFT, "It leaves a citation.", keys=("key",))
    item = ReviewItem(ItemKind.CHANGE, 1, "X", "", "", 0, (_CHANGE,), flags=(flag,))
    assert "Accept, with its citation" in [one.text for one in buttons_of(item)]


def test_a_change_that_deletes_a_citation_and_leaves_one_keeps_the_deleted() -> None:
    left = ReviewFlag(1, FlagKind.CITATION_LEFT, "It leaves a citation.", keys=("key",))
    deleted = ReviewFlag(1, FlagKind.CITATION_DELETED, "It deletes a citation.", keys=("key",))
    item = ReviewItem(ItemKind.CHANGE, 1, "X", "", "", 0, (_CHANGE,), flags=(left, deleted))
    assert item.parted_citation is FlagKind.CITATION_DELETED
    assert [one.key for one in buttons_of(item)] == ["A", "R", "K", "E", "Q"]
