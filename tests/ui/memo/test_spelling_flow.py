"""Spelling in the memo's room: underlined, corrected, learnt, ignored, in the memo's language."""

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from briefing.ui.memo.own_words_dialog import OwnWordsDialog
from tests.ui.memo.conftest import Room

# The offscreen screen has no keyboard that a menu could take.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def write(room: Room, text: str) -> None:
    room.open_memo()
    room.editor.replace_text(text)
    room.editor.set_position(0)
    draw(room)


def draw(room: Room) -> None:
    for _ in range(2):
        room.editor.grab()
        room.bot.wait(110)
        room.settle()


def marked(room: Room) -> list[str]:
    found: list[str] = []
    for entry in room.editor.table.entries:
        found += [entry.text[a:b] for a, b in room.editor.spelling.spans(entry)]
    return found


def open_menu(room: Room) -> QMenu:
    room.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def row(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if words in action.text())


def test_misspelt_word_is_corrected_from_the_keyboard_in_one_step(room: Room) -> None:
    write(room, "The ministry recieved it.")
    assert marked(room) == ["recieved"]
    room.context.actions.trigger("memo.next_misspelling")
    menu = open_menu(room)
    row(menu, "received").trigger()
    menu.close()
    assert room.editor.text() == "The ministry received it."
    room.editor.undo()
    assert room.editor.text() == "The ministry recieved it."


def test_word_is_learnt_and_forgotten_again(room: Room) -> None:
    write(room, "The Zorblat spoke.")
    room.editor.set_position(6)
    room.context.actions.trigger("memo.spellings")
    menu = open_menu(room)
    row(menu, "to this library").trigger()
    menu.close()
    draw(room)
    assert marked(room) == []
    assert room.desk.spelling.own_list == ("Zorblat",)
    room.context.actions.trigger("memo.own_words")
    dialog = room.panes.window().findChild(OwnWordsDialog)
    assert isinstance(dialog, OwnWordsDialog)
    dialog.list.selectAll()
    dialog._on_remove_clicked()
    room.settle()
    assert dialog.list.count() == 0
    dialog.close()
    draw(room)
    assert marked(room) == ["Zorblat"]


def test_word_is_ignored_in_one_memo_only(room: Room) -> None:
    write(room, "The Zorblat spoke.")
    room.editor.set_position(6)
    room.context.actions.trigger("memo.spellings")
    menu = open_menu(room)
    row(menu, "Ignore").trigger()
    menu.close()
    draw(room)
    assert marked(room) == []
    assert room.desk.spelling.own_list == ()
    assert room.desk.spelling.misspelt_in({"Zorblat"}, "en", room.memo.uid) == frozenset()


def test_language_is_kept_in_the_memo_and_spelling_can_be_off(room: Room) -> None:
    write(room, "Le colour est une couleur.")
    room.context.actions.trigger("memo.language")
    menu = open_menu(room)
    row(menu, "French").trigger()
    menu.close()
    draw(room)
    assert marked(room) == ["colour"]
    room.settle()
    assert room.memo.field("language") == "fr"
    room.context.actions.trigger("memo.language")
    menu = open_menu(room)
    row(menu, "Do not check").trigger()
    menu.close()
    draw(room)
    assert marked(room) == []
