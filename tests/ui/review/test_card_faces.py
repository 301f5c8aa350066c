"""What a card says: words by their change, remarks, what was decided."""

import pytest

from briefing.model.memo_review import ReviewChange, ReviewKind
from briefing.ui.review.card_faces import face_of
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_items import UNPLACED, ItemKind, ReviewItem
from tests.ui.review.made_review import board

DATE = "2025-09-04T18:02:00Z"


def _item(change: ReviewChange, place: int = 3) -> ReviewItem:
    return ReviewItem(
        ItemKind.CHANGE, change.number, change.author, change.date, "", place, (change,)
    )


def _change(before: str, after: str, kind: ReviewKind = ReviewKind.REPLACED) -> ReviewChange:
    return ReviewChange(1, kind, "Ada", DATE, "a.docx", "", before, after)


def test_words_that_go_stand_before_those_that_come() -> None:
    face = face_of(_item(_change("step up", "widen")), ItemState.OPEN, 2025)
    assert face.heading == "Ada · 4 Sep 18:02"
    assert face.lines == ((("delete", "step up"), ("equal", " → "), ("insert", "widen")),)
    assert face.words == "Ada · 4 Sep 18:02. deleted: step up, inserted: widen"


@pytest.mark.parametrize(
    ("kind", "begins"),
    [(ReviewKind.MOVED, "Moved: "), (ReviewKind.JOINED, "Paragraphs joined: ")],
)
def test_a_change_that_is_not_of_words_says_what_it_is(kind: ReviewKind, begins: str) -> None:
    face = face_of(_item(_change("words", "words", kind)), ItemState.OPEN, 2025)
    assert face.lines == ((("equal", begins), ("equal", "words")),)


def test_a_change_without_words_says_so() -> None:
    face = face_of(_item(_change("", "")), ItemState.OPEN, 2025)
    assert face.words.endswith("A change without words")


def test_a_long_change_is_cut() -> None:
    face = face_of(_item(_change("word " * 400, "")), ItemState.OPEN, 2025)
    ((_, words),) = face.lines[0]
    assert len(words) < 400
    assert words.endswith("…")


@pytest.mark.parametrize("state", [one for one in ItemState if one is not ItemState.OPEN])
def test_what_was_decided_is_a_word_and_an_icon(state: ItemState) -> None:
    face = face_of(_item(_change("a", "b"), UNPLACED), state, 2025)
    assert face.state
    assert face.state_icon
    assert face.state in face.words


def test_a_conflict_tells_all_sides_and_why() -> None:
    item = next(one for one in board().items if one.kind is ItemKind.CONFLICT)
    face = face_of(item, ItemState.OPEN, 2025)
    assert [line[0][1] for line in face.lines] == ["You: ", "A. Secretary: "]
    assert "since version 12" in face.notes[0].text


def test_an_unnamed_reviewer_without_a_date_is_named_so() -> None:
    change = ReviewChange(1, ReviewKind.DELETED, "", "", "a.docx", "", "x", "")
    assert face_of(_item(change), ItemState.OPEN, 2025).heading == "Unnamed reviewer"
