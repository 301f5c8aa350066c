"""The review room: what it shows, and that every decision is a key and remembered at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from briefing.model.changes import Changes
from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision
from briefing.text.marked_pieces import marked_pieces
from briefing.text.parted_pieces import parted_pieces
from briefing.ui.review.count_row import CountRow
from briefing.ui.review.key_button import KeyButton
from briefing.ui.review.review_items import ReviewItem
from tests.ui.review.conftest import RoomInUse
from tests.ui.review.made_review import UID, StandInReviewing, made_review

ACCEPTED, REJECTED = Decision(Verdict.ACCEPTED), Decision(Verdict.REJECTED)


def _kept(room: RoomInUse) -> dict[int, Decision]:
    assert room.service.review is not None
    return dict(room.service.review.decisions)


def _rows(room: RoomInUse) -> dict[str, str]:
    return {row.name: row.detail for row in room.pane.places.findChildren(CountRow)}


def _struck_words(room: RoomInUse) -> str:
    """Return the words of the text that are struck through."""
    document = room.pane.text.document()
    cursor = QTextCursor(document)
    found = ""
    while not cursor.atEnd():
        cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
        if cursor.charFormat().fontStrikeOut():
            found += document.characterAt(cursor.position() - 1)
    return found


def test_room_begins_with_the_review_that_can_be_gone_on_with(
    make_room: Callable[[StandInReviewing], RoomInUse],
) -> None:
    room = make_room(StandInReviewing(made_review()))
    assert room.workspace.heading.title == "Review: US–Mexico security cooperation"
    assert room.workspace.heading.detail == "memo-v12 (AS comments).docx"


def test_all_reviews_stay_in_front_once_they_were_asked_for(
    make_room: Callable[[StandInReviewing], RoomInUse],
) -> None:
    room = make_room(StandInReviewing(made_review()))
    room.do("review.list")
    room.workspace.deactivate()
    room.workspace.activate()
    room.settle()
    assert room.workspace.heading.title == ""
    (row,) = room.pane.start.findChildren(CountRow)
    assert row.detail == "0 of 5 decided"
    row.pressed.emit()
    room.settle()
    assert room.workspace.heading.title == "Review: US–Mexico security cooperation"


def test_places_and_reviewers_are_counted(room: RoomInUse) -> None:
    rows = _rows(room)
    assert rows["Background"] == "4 changes · 1 comment"
    assert "conflict" in rows.values()  # with what was changed since
    assert rows["Recommendation"] == "no change"
    assert rows["Not placed"] == "1 change"
    assert rows["A. Secretary"] == "4"
    assert rows["Legal adviser"] == "3"
    assert room.workspace.status.saved == "0 of 6 decided"


def test_text_holds_what_goes_and_what_comes(room: RoomInUse) -> None:
    text = room.pane.text.toPlainText()
    assert "agreed to step up widen security" in text
    assert "**" not in text
    assert "step up" in _struck_words(room)


def test_keys_decide_and_the_list_moves_on_by_itself(room: RoomInUse) -> None:
    assert "step up" in room.at_hand
    room.press("A")
    assert "Who chairs it" in room.at_hand  # a comment is open too
    room.press("N")
    assert "without a source" in room.at_hand
    room.press("R")
    assert _kept(room) == {1: ACCEPTED, 2: REJECTED}
    assert room.workspace.status.saved == "2 of 6 decided"
    assert room.context.actions.action("review.apply").text() == "Apply 1 to the memo"
    struck = _struck_words(room)
    assert "the most in any year" in struck
    assert "widen" not in struck


def test_a_decision_is_taken_back(room: RoomInUse) -> None:
    room.press("A")
    room.press("U")
    assert _kept(room) == {1: Decision(Verdict.OPEN)}
    assert "step up" in room.at_hand
    assert room.workspace.status.saved == "0 of 6 decided"


def test_all_of_a_reviewer_are_accepted_and_taken_back_together(room: RoomInUse) -> None:
    room.do("review.accept_author")
    assert _kept(room) == dict.fromkeys((1, 2, 3), ACCEPTED)
    assert "U takes that back" in room.said[-1].text
    room.press("U")
    assert _kept(room) == dict.fromkeys((1, 2, 3), Decision(Verdict.OPEN))


def test_a_conflict_is_one_card_with_both_sides(room: RoomInUse) -> None:
    while "would probably" not in room.at_hand:
        room.press("N")
    assert "is likely to" in room.at_hand
    assert "You changed these words" in room.at_hand
    room.press("R")
    assert room.service.review is not None
    assert room.service.review.settled == {4: ConflictDecision(ConflictChoice.MINE)}
    assert "is likely to" in _struck_words(room)
    room.press("U")
    room.press("B")
    assert room.service.review.settled[4].choice is ConflictChoice.BOTH


@pytest.mark.parametrize("key", ["1", "3"])
def test_a_number_takes_the_words_of_one_of_several_reviewers(
    make_room: Callable[[StandInReviewing], RoomInUse], key: str
) -> None:
    review, merged, flags = made_review()
    (conflict,) = merged.conflicts
    sides = tuple(replace(conflict.sides[0], author=name) for name in "XYZ")
    several = replace(merged, conflicts=(replace(conflict, sides=sides),))
    room = make_room(StandInReviewing((review, several, flags)))
    room.workspace.open(review.uid)
    room.settle()
    room.press(key)
    assert _kept(room) == {}
    while "would probably" not in room.at_hand:
        room.press("N")
    room.press(key)
    assert room.service.review is not None
    assert room.service.review.settled[4].side == int(key) - 1


def test_tab_goes_to_what_can_be_done_with_the_card(room: RoomInUse) -> None:
    room.press("Tab")
    button = QApplication.focusWidget()
    assert isinstance(button, KeyButton)
    assert "Accept" in button.text()
    room.press("Space")
    assert _kept(room) == {1: ACCEPTED}


def test_a_change_is_taken_with_other_words(room: RoomInUse) -> None:
    room.press("E")
    field = room.cards.card.findChild(QPlainTextEdit)
    assert field is not None
    assert field.hasFocus()
    assert field.toPlainText() == "widen"
    room.bot.keyClicks(field, "deepen")
    room.press("Return")
    assert _kept(room) == {1: Decision(Verdict.ACCEPTED, "deepen")}
    assert room.cards.hasFocus()


def test_letters_in_a_field_are_typed_and_escape_leaves_it(room: RoomInUse) -> None:
    room.press("E")
    field = room.cards.card.findChild(QPlainTextEdit)
    assert field is not None
    room.press("A")
    assert field.toPlainText().casefold() == "a"
    room.press("Esc")
    assert not field.isVisible()
    assert _kept(room) == {}


def test_what_has_no_place_is_shown_and_its_words_are_copied(room: RoomInUse) -> None:
    while "not placed" not in room.at_hand:
        room.press("N")
    assert "not in the memo any more" in room.at_hand
    room.press("A")
    assert "no place" in room.said[-1].text
    assert _kept(room) == {}
    room.do("review.copy")
    assert QGuiApplication.clipboard().text() == "the new annex"


def test_a_comment_is_answered_and_resolved(room: RoomInUse) -> None:
    room.press("N")
    room.press("W")
    field = room.cards.card.findChild(QPlainTextEdit)
    assert field is not None
    room.bot.keyClicks(field, "The two deputies.")
    room.press("Return")
    assert "You: The two deputies." in room.at_hand
    room.press("S")
    assert room.workspace.status.saved == "1 of 6 decided"
    room.press("P")
    while "Who chairs it" not in room.at_hand:
        room.press("P")
    assert "resolved" in room.at_hand


def test_a_task_is_made_of_a_comment(room: RoomInUse) -> None:
    room.press("N")
    room.press("T")
    room.press("Return")
    assert room.service.tasks == ["Who chairs it? Cite the joint statement itself."]


def test_only_one_reviewer_and_only_what_is_open_are_shown(room: RoomInUse) -> None:
    assert len(room.cards.items) == 7
    room.press("O")
    assert {item.author for item in room.cards.items} == {"A. Secretary"}
    room.press("O")
    room.press("A")
    room.press("Shift+O")
    assert len(room.cards.items) == 5  # neither what is decided nor what cannot be


def test_pressing_a_change_in_the_text_brings_its_card(room: RoomInUse) -> None:
    _, merged, _ = made_review()
    pieces = tuple(parted_pieces(merged.pieces))
    marks = marked_pieces(pieces, merged.threads).marks
    mark = next(one for one in marks if one.number == 5)
    room.pane.text.mark_pressed.emit(mark)
    assert "political" in room.at_hand


def test_apply_writes_once_and_goes_to_the_memo(room: RoomInUse) -> None:
    gone: list[str] = []
    heard: list[Changes] = []
    room.context.navigator.memo_requested.connect(lambda uid, _place: gone.append(uid))
    room.context.bulletin.changed.connect(heard.append)
    room.press("Ctrl+Return")
    assert room.service.applied == 0  # nothing is accepted, so there is nothing to apply
    room.press("A")
    room.press("Ctrl+Return")
    assert room.service.applied == 1
    assert gone == [UID]
    assert heard == [Changes(memos=frozenset({UID}))]
    assert room.said[-1].action == "edit.undo"


def test_review_is_left_and_remembered(room: RoomInUse) -> None:
    assert room.service.review is not None
    assert room.workspace.state()["review"] == room.service.review.uid
    room.do("review.list")
    assert room.workspace.primary_actions == ("review.open",)
    assert len(room.pane.start.findChildren(CountRow)) == 1


def test_a_review_that_is_gone_is_passed_over(
    make_room: Callable[[StandInReviewing], RoomInUse],
) -> None:
    room = make_room(StandInReviewing(None))
    room.workspace.restore({"review": "f" * 32, "panes": {}, "only_open": True})
    room.workspace.activate()
    room.settle()
    assert not room.said
    assert room.workspace.primary_actions == ("review.open",)


def test_a_changed_memo_is_merged_anew(room: RoomInUse) -> None:
    review, merged, flags = made_review()
    room.service.make_again((review, replace(merged, own=()), flags))
    room.context.bulletin.post(Changes(memos=frozenset({UID})))
    room.settle()
    assert "merged" not in _rows(room).values()


def test_every_card_says_its_words_to_a_screen_reader(room: RoomInUse) -> None:
    said = [room.cards.face(row).words for row in range(len(room.cards.items))]
    assert room.cards.accessibleDescription() == f"{said[0]}. 1 of 7"
    assert "deleted: step up" in said[0]
    assert "inserted: widen" in said[0]
    assert all(one.strip() for one in said)


def test_words_of_a_conflict_that_is_none_any_more_stay(
    make_room: Callable[[StandInReviewing], RoomInUse],
) -> None:
    review, merged, flags = made_review()
    room = make_room(StandInReviewing((review, replace(merged, conflicts=()), flags)))
    room.workspace.open(review.uid)
    room.settle()
    assert "would probably" not in _struck_words(room)
    assert len(room.cards.items) == 7


def test_a_conflict_is_framed_until_it_is_settled(room: RoomInUse) -> None:
    text = room.pane.text
    ((start, end),) = text.frames()
    assert "would probably" in text.toPlainText()[start:end]
    while "would probably" not in room.at_hand:
        room.press("N")
    room.press("R")
    assert text.frames() == []


def test_a_rejection_is_heard_of_by_the_other_changes_of_its_sentence(room: RoomInUse) -> None:
    assert "new claim without a source" in _said_by(room, 2)
    room.cards.item_chosen.emit(_item(room, 2))
    room.press("R")
    assert "new claim" not in _said_by(room, 2)
    assert "It stands alone now" in _said_by(room, 3)
    room.press("U")
    assert "It stands alone now" not in _said_by(room, 3)


def _item(room: RoomInUse, number: int) -> ReviewItem:
    return next(one for one in room.cards.items if one.changes and one.number == number)


def _said_by(room: RoomInUse, number: int) -> str:
    return room.cards.face(room.cards.items.index(_item(room, number))).words
