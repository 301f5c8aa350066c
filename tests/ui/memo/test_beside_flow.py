"""A second view beside the text: another place of the memo, or another memo."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.model.ids import Uid
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.memo_room import BESIDE, PAGES
from tests.ui.memo.conftest import Room


@pytest.fixture
def beside(room: Room) -> MemoEditor:
    room.open_memo()
    room.context.actions.trigger("memo.split")
    room.settle()
    return room.panes.beside.editor


@pytest.fixture
def other(room: Room, beside: MemoEditor) -> Uid:
    """A second memo, in front; the first one stays beside."""
    del beside
    memo, changes = room.desk.drafting.new_memo("talking-points", {"subject": "Second"})
    room.context.bulletin.post(changes)
    room.workspace.open(memo.uid)
    room.settle()
    return memo.uid


def test_second_view_shows_the_memo_and_the_preview_makes_room(
    room: Room, beside: MemoEditor
) -> None:
    assert room.panes.is_shown(BESIDE)
    assert not room.panes.is_shown(PAGES)
    assert beside.text() == room.editor.text()
    assert room.context.actions.action("memo.split").isChecked()
    room.context.actions.trigger("memo.split")
    assert not room.panes.is_shown(BESIDE)
    assert room.panes.is_shown(PAGES)


def test_what_is_typed_is_followed(room: Room, beside: MemoEditor) -> None:
    place = len(beside.text()) // 2
    beside.set_position(place)
    room.editor.set_position(0)
    room.editor.textCursor().insertText("🛰 ")
    QTest.keyClicks(room.editor, "New. ")
    QTest.keyClick(room.editor, Qt.Key.Key_Return)
    QTest.keyClick(room.editor, Qt.Key.Key_Backspace)
    room.settle()
    assert beside.text() == room.editor.text()
    assert beside.position() == place + 7
    room.editor.undo()
    room.editor.replace_spans(((3, 9, "one\ntwo"), (20, 22, "")))
    room.editor.undo()
    room.editor.redo()
    room.settle()
    assert beside.text() == room.editor.text()
    room.editor.replace_text("Another text.\n")
    room.settle()
    assert beside.text() == "Another text.\n"


def test_second_view_cannot_be_written_in(room: Room, beside: MemoEditor) -> None:
    before = beside.text()
    beside.set_position(5)
    QTest.keyClicks(beside, "x(")
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab):
        QTest.keyClick(beside, key)
    for letter in (Qt.Key.Key_X, Qt.Key.Key_V, Qt.Key.Key_Z):
        QTest.keyClick(beside, letter, Qt.KeyboardModifier.ControlModifier)
    assert beside.text() == before == room.editor.text()


def test_two_places_are_changed_about(room: Room, beside: MemoEditor) -> None:
    room.editor.set_position(10)
    beside.set_position(200)
    QTest.keyClick(beside, Qt.Key.Key_Return)
    room.quick()
    assert (room.editor.position(), beside.position()) == (200, 10)


def test_memo_beside_stays_while_another_is_written(
    room: Room, other: Uid, beside: MemoEditor
) -> None:
    (first,) = (row.uid for row in room.desk.drafting.memos() if row.uid != other)
    assert beside.text() == room.desk.drafting.memo(first).body
    QTest.keyClicks(room.editor, "Typed. ")
    assert "Typed. " not in beside.text()
    room.context.actions.trigger("memo.swap_views")
    room.settle()
    assert room.workspace.tabs.current == first
    assert "Typed. " in beside.text()
    assert beside.text() == room.desk.drafting.memo(other).body


def test_open_memos_are_offered_and_followed_when_they_come_to_the_front(
    room: Room, other: Uid, beside: MemoEditor
) -> None:
    room.panes.beside.memo_requested.emit(other)
    room.quick()
    assert beside.text() == room.editor.text()
    QTest.keyClicks(room.editor, "Y")
    room.settle()
    assert beside.text() == room.editor.text()


def test_what_is_written_elsewhere_is_shown_and_a_removed_memo_goes(
    room: Room, other: Uid, beside: MemoEditor
) -> None:
    (first,) = (row.uid for row in room.desk.drafting.memos() if row.uid != other)
    memo = room.desk.drafting.memo(first)
    room.context.bulletin.post(room.desk.drafting.save(first, memo.fields, "Elsewhere.\n"))
    room.settle()
    assert beside.text() == "Elsewhere.\n"
    room.context.bulletin.post(room.desk.drafting.remove(first))
    room.settle()
    assert not room.panes.is_shown(BESIDE)


def test_second_view_is_there_after_a_restart(room: Room, beside: MemoEditor) -> None:
    del beside
    state = room.workspace.state()
    room.context.actions.trigger("memo.split")
    room.workspace.restore(state)
    room.settle()
    assert room.panes.is_shown(BESIDE)
    assert room.panes.beside.editor.text() == room.editor.text()
