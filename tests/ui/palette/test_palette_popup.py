"""The palette in the window: typed into, walked through, chosen from, left."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from briefing.ui.wiring import Front
from tests.ui.conftest import Record, StandInDesk


def open_palette(front: Front, qtbot: QtBot, typed: str = "") -> None:
    front.window.activateWindow()
    front.actions.trigger("view.palette")
    qtbot.keyClicks(front.shell.palette.popup.line, typed)
    front.tasks.wait_all()


def test_ctrl_k_opens_it_with_the_commands(front: Front, qtbot: QtBot) -> None:
    qtbot.keyClick(front.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    popup = front.shell.palette.popup
    assert popup.isVisible()
    assert popup.line.hasFocus()
    entry = popup.selected_entry()
    assert entry is not None
    assert entry.kind == "command"


def test_enter_runs_the_command(front: Front, qtbot: QtBot) -> None:
    open_palette(front, qtbot, "dark theme")
    qtbot.keyClick(front.shell.palette.popup.line, Qt.Key.Key_Return)
    assert front.theme.scheme == "dark"
    assert not front.shell.palette.popup.isVisible()


def test_records_are_found_and_opened(
    front: Front, desk: StandInDesk, qtbot: QtBot, room_in_front: Callable[[], Any]
) -> None:
    desk.records.append(Record("article", "u7", "Gun flows"))
    open_palette(front, qtbot, "gun")
    entry = front.shell.palette.popup.selected_entry()
    assert entry is not None
    assert (entry.kind, entry.name) == ("article", "u7")
    qtbot.keyClick(front.shell.palette.popup.line, Qt.Key.Key_Return)
    assert ("open", "u7", {}) in room_in_front().calls


def test_a_tag_leads_to_the_library_filtered(
    front: Front, desk: StandInDesk, qtbot: QtBot, room_in_front: Callable[[], Any]
) -> None:
    desk.records.append(Record("tag", "region/north america", "region/north america"))
    open_palette(front, qtbot, "north")
    qtbot.keyClick(front.shell.palette.popup.line, Qt.Key.Key_Return)
    assert ("search", 'tag:"region/north america"') in room_in_front().calls


def test_answers_to_what_is_no_longer_typed_are_not_shown(
    front: Front, desk: StandInDesk, qtbot: QtBot
) -> None:
    gate = threading.Event()
    answers = {"g": "Old", "gu": "New"}

    def anything(text: str, limit: int = 30) -> tuple[Record, ...]:
        del limit
        if text == "g":
            gate.wait(5)
        return (Record("memo", text, answers[text]),)

    desk._anything = anything
    front.actions.trigger("view.palette")
    qtbot.keyClicks(front.shell.palette.popup.line, "gu")
    gate.set()
    front.tasks.wait_all()
    entry = front.shell.palette.popup.selected_entry()
    assert entry is not None
    assert entry.name == "gu"


def test_arrows_walk_over_headings_and_round_the_end(front: Front, qtbot: QtBot) -> None:
    open_palette(front, qtbot)
    popup = front.shell.palette.popup
    first = popup.selected_entry()
    qtbot.keyClick(popup.line, Qt.Key.Key_Up)
    last = popup.selected_entry()
    qtbot.keyClick(popup.line, Qt.Key.Key_Down)
    assert popup.selected_entry() == first
    assert last is not None
    assert last != first


def test_escape_gives_the_keyboard_back(
    front: Front, qtbot: QtBot, room_in_front: Callable[[], Any]
) -> None:
    line = room_in_front().line
    line.setFocus()
    open_palette(front, qtbot, "x")
    qtbot.keyClick(front.shell.palette.popup.line, Qt.Key.Key_Escape)
    assert not front.shell.palette.popup.isVisible()
    assert line.hasFocus()


def test_a_press_beside_the_box_closes_it(front: Front, qtbot: QtBot) -> None:
    open_palette(front, qtbot)
    popup = front.shell.palette.popup
    qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(4, popup.height() - 4))
    assert not popup.isVisible()


def test_nothing_found_says_so(front: Front, qtbot: QtBot) -> None:
    open_palette(front, qtbot, "zzzz")
    assert front.shell.palette.popup.selected_entry() is None
    assert front.shell.palette.popup.isVisible()
