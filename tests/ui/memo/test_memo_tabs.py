"""Several memos open at once: each with its own text, undo and place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.model.ids import Uid
from briefing.ui.memo.tab_shelf import MOST, TabShelf
from tests.ui.memo.conftest import Room


@pytest.fixture
def two(room: Room) -> tuple[Uid, Uid]:
    """Two memos in tabs, the second in front."""
    first = room.memo.uid
    room.open_memo()
    memo, changes = room.desk.drafting.new_memo("talking-points", {"subject": "Second & last"})
    room.context.bulletin.post(changes)
    room.workspace.open(memo.uid)
    room.settle()
    return first, memo.uid


def titles(room: Room) -> list[str]:
    bar = room.panes.tabs
    return [bar.tabText(number) for number in range(bar.count())]


def test_single_memo_needs_no_tab(room: Room) -> None:
    room.open_memo()
    assert room.panes.tabs.isHidden()


def test_tabs_name_the_memos_and_switch_between_them(room: Room, two: tuple[Uid, Uid]) -> None:
    bar = room.panes.tabs
    assert not bar.isHidden()
    assert titles(room)[1] == "Second && last"
    assert bar.currentIndex() == 1
    bar.setCurrentIndex(0)
    room.settle()
    assert room.editor.text() == room.desk.drafting.memo(two[0]).body
    for key, expected in (("memo.next_tab", 1), ("memo.next_tab", 0), ("memo.previous_tab", 1)):
        room.context.actions.trigger(key)
        room.settle()
        assert bar.currentIndex() == expected
        assert room.workspace.tabs.current == two[expected]


def test_each_memo_keeps_its_undo_and_its_place(room: Room, two: tuple[Uid, Uid]) -> None:
    QTest.keyClicks(room.editor, "In the second. ")
    room.workspace.open(two[0])
    room.settle()
    before = room.editor.text()
    room.editor.set_position(40)
    QTest.keyClicks(room.editor, "First ")
    room.workspace.open(two[1])
    room.settle()
    assert "In the second. " in room.desk.drafting.memo(two[1]).body
    QTest.keyClick(room.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "In the second. " not in room.editor.text()
    room.workspace.open(two[0])
    room.settle()
    assert room.editor.position() == 46
    room.editor.undo()
    assert room.editor.text() == before
    room.workspace.save_now()
    assert room.desk.drafting.memo(two[0]).body == before


def test_what_was_written_elsewhere_is_shown_and_can_be_undone(
    room: Room, two: tuple[Uid, Uid]
) -> None:
    memo = room.desk.drafting.memo(two[0])
    room.desk.drafting.save(memo.uid, memo.fields, "Written elsewhere.\n")
    room.workspace.open(two[0])
    room.settle()
    assert room.editor.text() == "Written elsewhere.\n"
    room.editor.undo()
    assert room.editor.text() == memo.body


def test_closed_tab_leaves_the_one_beside_it_then_the_list(
    room: Room, two: tuple[Uid, Uid]
) -> None:
    QTest.keyClicks(room.editor, "Typed. ")
    room.context.actions.trigger("memo.close_tab")
    room.settle()
    assert "Typed. " in room.desk.drafting.memo(two[1]).body
    assert room.workspace.tabs.uids == (two[0],)
    assert room.editor.text() == room.desk.drafting.memo(two[0]).body
    assert room.panes.tabs.isHidden()
    room.context.actions.trigger("memo.close_tab")
    room.settle()
    assert not room.workspace.is_memo_shown
    assert room.workspace.tabs.uids == ()


def test_tab_in_the_back_is_closed_without_a_change_of_memo(
    room: Room, two: tuple[Uid, Uid]
) -> None:
    room.panes.tabs.close_requested.emit(two[0])
    room.quick()
    assert room.workspace.tabs.uids == (two[1],)
    assert room.workspace.tabs.current == two[1]


def test_tabs_are_there_again_after_a_restart(room: Room, two: tuple[Uid, Uid]) -> None:
    room.panes.tabs.moveTab(0, 1)
    state = room.workspace.state()
    assert state["tabs"] == [two[1], two[0]]
    room.workspace.close_tab(two[0])
    room.workspace.close_tab(two[1])
    room.settle()
    room.workspace.restore(state)
    room.settle()
    assert room.workspace.tabs.uids == (two[1], two[0])
    assert titles(room)[0] == "Second && last"
    assert room.editor.text() == room.desk.drafting.memo(two[1]).body


def test_tab_of_a_removed_memo_closes(room: Room, two: tuple[Uid, Uid]) -> None:
    room.context.bulletin.post(room.desk.drafting.remove(two[0]))
    room.settle()
    assert room.workspace.tabs.uids == (two[1],)
    room.context.bulletin.post(room.desk.drafting.remove(two[1]))
    room.settle()
    assert not room.workspace.is_memo_shown


def test_longest_unseen_tab_makes_room() -> None:
    shelf = TabShelf()
    for number in range(MOST):
        shelf.take(Uid(str(number)), "")
    assert shelf.overflow() is None
    shelf.take(Uid("0"), "")
    shelf.take(Uid("more"), "")
    crowded = shelf.overflow()
    assert crowded
    assert crowded.uid == "1"
