"""Libraries open where they were left, and close with everything saved."""

import threading
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, NoReturn, cast

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from briefing.errors import NewerLibraryError
from briefing.model.changes import Changes
from briefing.settings import Settings
from briefing.ui.wiring import Front
from briefing.ui.workspace import Heading, Status, StatusItem
from tests.ui.conftest import StandInDesk

if TYPE_CHECKING:
    from briefing.services.desk import Desk

Room = Callable[[], Any]


def test_a_library_opens_in_the_library_room(front: Front, room_in_front: Room) -> None:
    room = room_in_front()
    assert room.name == "library"
    assert room.calls == ["activate"]
    assert front.window.pages.currentWidget() is room.widget
    assert front.window.windowTitle() == "Desk.briefing – Briefing"


def test_counts_stand_in_the_status_bar(front: Front, desk: StandInDesk) -> None:
    del desk
    assert front.window.status_line.right_text == "48,212 articles · 1 fact · 41 memos"


def test_counts_follow_changes(front: Front, desk: StandInDesk, qtbot: QtBot) -> None:
    desk._counts = lambda: SimpleNamespace(articles=1, facts=0, memos=2)
    assert front.shell.session is not None
    front.shell.session.context.bulletin.post(Changes(everything=True))
    wanted = "1 article · 0 facts · 2 memos"
    qtbot.waitUntil(lambda: front.window.status_line.right_text == wanted)


def test_leaving_a_room_saves_it(front: Front, room_in_front: Room) -> None:
    library = room_in_front()
    front.actions.trigger("view.memos")
    assert library.calls[-2:] == ["save", "deactivate"]
    assert room_in_front().name == "memos"
    front.actions.trigger("view.library")
    assert library.calls[-1] == "activate"


def test_rooms_are_built_when_first_entered(front: Front, room_in_front: Room) -> None:
    room_in_front()
    assert front.window.pages.count() == 2  # the first start, the library
    front.actions.trigger("view.memos")
    assert front.window.pages.count() == 3


def test_an_action_of_a_room_enters_it_and_is_done(front: Front, room_in_front: Room) -> None:
    front.actions.trigger("memo.new")
    room = room_in_front()
    assert room.name == "memos"
    assert room.calls[-1] == "new memo"
    front.actions.trigger("view.library")
    front.actions.trigger("memo.new")
    assert room.calls.count("new memo") == 2


def test_closing_saves_waits_and_closes_the_desk(
    front: Front, desk: StandInDesk, qtbot: QtBot
) -> None:
    del qtbot
    gate = threading.Event()
    written: list[str] = []

    def write() -> None:
        gate.wait(5)
        written.append("yes")

    front.tasks.run(write)
    threading.Timer(0.05, gate.set).start()
    assert front.shell.session is not None
    room = cast("Any", front.shell.session.current)
    calls = room.calls
    front.actions.trigger("file.close")
    assert "save" in calls
    assert written == ["yes"]
    assert desk.is_closed
    assert front.shell.session is None
    assert front.window.windowTitle() == "Briefing"
    assert not front.actions.action("edit.undo").isEnabled()
    assert not front.actions.action("library.import").isVisible()


def test_closing_the_window_closes_the_library(front: Front, desk: StandInDesk) -> None:
    front.window.close()
    assert desk.is_closed


def test_a_library_comes_back_as_it_was_left(
    front: Front, make_desk: Callable[..., StandInDesk], room_in_front: Room, settings: Settings
) -> None:
    room_in_front().kept = {"article": "u7", "depth": 3}
    front.actions.trigger("view.memos")
    room_in_front().kept = {"memo": "m1", "cursor": 120}
    front.shell.close_library()

    again = Settings(settings.path)
    assert again.state(str(make_desk().path))["room"] == "memos"
    front.shell.open_desk(cast("Desk", make_desk()))
    assert room_in_front().name == "memos"
    assert room_in_front().kept == {"memo": "m1", "cursor": 120}
    # The library was not entered this time: what it had left is kept all the same.
    front.shell.close_library()
    front.shell.open_desk(cast("Desk", make_desk()))
    front.actions.trigger("view.library")
    assert room_in_front().kept == {"article": "u7", "depth": 3}


def test_closing_by_choice_begins_without_a_library_next_time(
    front: Front, desk: StandInDesk, settings: Settings
) -> None:
    settings.last_library = desk.path
    front.actions.trigger("file.close")
    assert Settings(settings.path).last_library is None


def test_closing_the_window_begins_with_the_library_next_time(
    front: Front, desk: StandInDesk, settings: Settings
) -> None:
    settings.last_library = desk.path
    front.window.close()
    assert Settings(settings.path).last_library == desk.path


def test_what_a_room_lets_fall_does_not_keep_the_library_open(
    front: Front, desk: StandInDesk, room_in_front: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stumble() -> NoReturn:
        raise ZeroDivisionError

    monkeypatch.setattr(room_in_front(), "save_now", stumble)
    with pytest.raises(ZeroDivisionError):
        front.shell.close_library()
    assert desk.is_closed
    assert front.shell.session is None


def test_settings_that_cannot_be_written_are_no_reason_to_stay(
    front: Front, desk: StandInDesk, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> NoReturn:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(settings, "save", refuse)
    front.shell.close_library()
    assert desk.is_closed
    said = [toast.message.text for toast in front.window.toasts.toasts]
    assert said == ["Your settings could not be kept: Permission denied."]


def test_choices_made_without_a_library_are_kept(front: Front, settings: Settings) -> None:
    front.actions.trigger("view.dark")
    front.window.close()
    assert Settings(settings.path).theme == "dark"
    assert "geometry" in Settings(settings.path).state("window")


def test_another_library_takes_the_place(
    front: Front, desk: StandInDesk, make_desk: Callable[..., StandInDesk]
) -> None:
    front.shell.open_desk(cast("Desk", make_desk("Other.briefing")))
    assert desk.is_closed
    assert front.window.windowTitle() == "Other.briefing – Briefing"


def test_headings_and_status_are_those_of_the_room_in_front(
    front: Front, room_in_front: Room
) -> None:
    library = room_in_front()
    front.actions.trigger("view.memos")
    memos = room_in_front()
    memos.set_heading(Heading("US–Mexico", "Decision memo", "v14"))
    memos.set_status(Status("Saved 2 s ago", (StatusItem("4 checks", "triangle-alert", "warn"),)))
    assert front.window.top_bar.heading == Heading("US–Mexico", "Decision memo", "v14")
    assert front.window.windowTitle() == "US–Mexico – Desk.briefing – Briefing"
    library.set_heading(Heading("Elsewhere"))
    assert front.window.top_bar.heading.title == "US–Mexico"


def test_panes_are_the_rooms_matter(front: Front, room_in_front: Room) -> None:
    front.actions.trigger("view.left_pane")
    front.actions.trigger("view.right_pane")
    assert room_in_front().calls[-2:] == [("pane", "left"), ("pane", "right")]


def test_wishes_lead_to_rooms(front: Front, room_in_front: Room) -> None:
    assert front.shell.session is not None
    navigator = front.shell.session.context.navigator
    navigator.memo_requested.emit("m1", 12)
    assert room_in_front().calls[-1] == ("open", "m1", {"position": 12})
    navigator.article_requested.emit("u1", 5, 9)
    assert room_in_front().calls[-1] == ("open", "u1", {"start": 5, "end": 9})
    navigator.search("tag:region/mexico")
    assert room_in_front().calls[-1] == ("search", "tag:region/mexico")
    navigator.insert_in_memo("A fact. [@fact:7k2]")
    assert room_in_front().name == "memos"
    assert room_in_front().calls[-1] == ("insert", "A fact. [@fact:7k2]")


def test_undo_of_records_says_what_was_undone(
    front: Front, desk: StandInDesk, qtbot: QtBot, room_in_front: Room
) -> None:
    desk.undo_steps.append("Tag 3 articles")
    changes: list[Changes] = []
    assert front.shell.session is not None
    front.shell.session.context.bulletin.changed.connect(changes.append)
    room_in_front().widget.setFocus()
    front.window.activateWindow()
    qtbot.waitUntil(front.window.isActiveWindow)
    qtbot.keyClick(front.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    front.tasks.wait_all()
    assert desk.undone == ["Tag 3 articles"]
    assert changes == [Changes(everything=True)]
    assert front.window.toasts.toasts[-1].message.text == "Undone: Tag 3 articles"


def test_an_editor_keeps_its_own_undo(
    front: Front, desk: StandInDesk, qtbot: QtBot, room_in_front: Room
) -> None:
    desk.undo_steps.append("Tag 3 articles")
    editor = room_in_front().editor
    front.window.activateWindow()
    qtbot.waitUntil(front.window.isActiveWindow)
    editor.setFocus()
    qtbot.keyClicks(editor, "words")
    qtbot.keyClick(editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    front.tasks.wait_all()
    assert editor.toPlainText() == ""
    assert desk.undone == []


def test_nothing_to_undo_is_said(front: Front, desk: StandInDesk) -> None:
    front.actions.trigger("edit.undo")
    front.tasks.wait_all()
    assert desk.undone == []
    assert "nothing to undo" in front.window.toasts.toasts[-1].message.text


def test_the_menu_says_what_would_be_undone(front: Front, desk: StandInDesk) -> None:
    desk.undo_steps.append("Tag 3 articles")
    front.window.app_menu.about_to_show.emit()
    assert front.actions.action("edit.undo").text() == "Undo: Tag 3 articles"


def test_a_library_that_cannot_be_opened_is_one_sentence(
    front: Front, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "Desk.briefing was written by a newer Briefing; install that one to open it."

    def refuse(_path: Path) -> NoReturn:
        raise NewerLibraryError(sentence)

    openers = front.door._openers
    monkeypatch.setattr(front.door, "_openers", type(openers)(refuse, refuse, openers.build_sample))
    front.door.open_path(tmp_path / "Desk.briefing")
    front.tasks.wait_all()
    assert front.window.toasts.toasts[-1].message.text == sentence
    assert front.shell.session is None
    assert front.shell.start_page.isEnabled()
