"""Paragraphs are marked from a menu, and the banner follows."""

import pytest
from PySide6.QtWidgets import QMenu

from tests.ui.memo.conftest import Room

BODY = "## Bottom line\n\nMexico sent 26 men.\n\nA second paragraph stands here.\n"


@pytest.fixture(autouse=True)
def no_popup(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a screen no menu can take the keyboard."""
    monkeypatch.setattr(QMenu, "popup", lambda *_: None)


def open_with(room: Room, marking: str) -> None:
    room.desk.drafting.save(room.memo.uid, (("to", "X"), ("marking", marking)), BODY)
    room.open_memo()


def menu_of(room: Room) -> QMenu:
    room.context.actions.trigger("memo.mark_portion")
    found = room.panes.findChild(QMenu, "portion_marks")
    assert isinstance(found, QMenu)
    return found


def press(menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if words in one.text())
    action.trigger()
    menu.close()


def test_paragraph_at_the_cursor_is_marked_and_the_banner_offered(room: Room) -> None:
    open_with(room, "TLP:GREEN")
    editor = room.panes.editor
    editor.set_position(editor.text().index("26"))
    press(menu_of(room), "(TLP:AMBER)")
    assert "\n\n(TLP:AMBER) Mexico sent 26 men.\n" in editor.text()
    assert "The highest mark is TLP:AMBER" in room.said[-1].text
    assert room.said[-1].action == "memo.banner"
    room.context.actions.trigger("memo.banner")
    assert dict(room.panes.card.fields)["marking"] == "TLP:AMBER"
    editor.undo()
    assert editor.text() == BODY


def test_mark_is_taken_away_again(room: Room) -> None:
    open_with(room, "INTERNAL")
    editor = room.panes.editor
    editor.set_position(len(editor.text()) - 3)
    press(menu_of(room), "(I)")
    assert "(I) A second" in editor.text()
    press(menu_of(room), "No mark")
    assert editor.text() == BODY
