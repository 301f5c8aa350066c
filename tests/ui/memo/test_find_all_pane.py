"""Words looked for in all memos, and the way to each place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QListView

from briefing.model.ids import Uid
from briefing.ui.memo.find_all_pane import FindAllPane
from briefing.ui.widgets.search_field import SearchField
from tests.ui.memo.conftest import Room


@pytest.fixture
def other(room: Room) -> Uid:
    """A second memo with words of its own."""
    memo, _ = room.desk.drafting.new_memo("talking-points", {"subject": "Second"})
    body = "Nothing here.\n\nThe quokka sleeps. Another Quokka wakes, and quokkas run.\n"
    room.context.bulletin.post(room.desk.drafting.save(memo.uid, memo.fields, body))
    room.quick()
    return memo.uid


def pane_of(room: Room) -> FindAllPane:
    found = room.workspace.widget.findChild(FindAllPane)
    assert isinstance(found, FindAllPane)
    return found


def look_for(room: Room, words: str) -> None:
    line = pane_of(room).findChild(SearchField)
    assert isinstance(line, SearchField)
    line.setText(words)
    pane_of(room).ask()
    room.quick()


def rows(room: Room) -> list[str]:
    model = pane_of(room).findChildren(QListView)[0].model()
    return [str(model.index(n, 0).data()) for n in range(model.rowCount())]


def told(room: Room) -> str:
    return " ".join(label.text() for label in pane_of(room).findChildren(QLabel))


def test_places_are_listed_under_their_memo(room: Room, other: Uid) -> None:
    del other
    assert pane_of(room).isHidden()
    room.context.actions.trigger("memo.find_all")
    assert not pane_of(room).isHidden()
    look_for(room, "quokka")
    assert rows(room) == [
        "Second, 3",
        "The quokka sleeps.",
        "Another Quokka wakes, and quokkas run.",
        "Another Quokka wakes, and quokkas run.",
    ]
    assert "3 places in 1 memo" in told(room)
    case, whole = pane_of(room).findChildren(QCheckBox)
    case.click()
    room.quick()
    assert "2 places" in told(room)
    whole.click()
    room.quick()
    assert "1 place in 1 memo" in told(room)


def test_enter_opens_the_memo_with_the_words_selected(room: Room, other: Uid) -> None:
    room.open_memo()
    room.context.actions.trigger("memo.find_all")
    look_for(room, "quokka sleeps")
    line = pane_of(room).findChild(SearchField)
    assert isinstance(line, SearchField)
    QTest.keyClick(line, Qt.Key.Key_Return)
    room.settle()
    assert room.workspace.tabs.current == other
    start, end = room.editor.selected_span()
    assert room.editor.text()[start:end] == "quokka sleeps"
    view = pane_of(room).findChildren(QListView)[0]
    look_for(room, "quokkas")
    view.activated.emit(view.model().index(1, 0))
    room.quick()
    start, end = room.editor.selected_span()
    assert room.editor.text()[start:end] == "quokkas"


def test_what_was_just_typed_is_found_and_the_selection_is_looked_for(
    room: Room, other: Uid
) -> None:
    del other
    room.open_memo()
    room.editor.set_position(0)
    QTest.keyClicks(room.editor, "Numbat ")
    room.editor.select_span(0, 6)
    room.context.actions.trigger("memo.find_all")
    room.quick()
    assert rows(room)[1].startswith("Numbat")


def test_words_apart_and_nothing_are_said(room: Room, other: Uid) -> None:
    del other
    room.context.actions.trigger("memo.find_all")
    look_for(room, "quokka nothing")
    assert "Nowhere together; 1 memo with all the words" in told(room)
    look_for(room, "no such thing at all")
    assert "Nothing found in any memo" in told(room)
    look_for(room, "")
    assert rows(room) == []


def test_escape_closes_the_pane(room: Room, other: Uid) -> None:
    del other
    room.open_memo()
    room.context.actions.trigger("memo.find_all")
    QTest.keyClick(pane_of(room), Qt.Key.Key_Escape)
    assert pane_of(room).isHidden()
