"""The one table of actions is sound, and the QActions made from it behave."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.paths import resources_dir
from briefing.ui.action_table import ACTIONS, LIBRARY, MEMOS, ActionSpec
from briefing.ui.actions import ActionSet
from briefing.ui.fact_actions import FACTS
from briefing.ui.review_actions import REVIEW
from briefing.ui.theme import Theme
from briefing.ui.timeline_actions import TIMELINE


def keys_of(spec: ActionSpec) -> tuple[str, ...]:
    return tuple(key for key in (spec.key, *spec.more_keys) if key)


def test_names_are_unique_and_say_their_room() -> None:
    assert [name for name, count in Counter(s.name for s in ACTIONS).items() if count > 1] == []
    for spec in ACTIONS:
        assert spec.text
        assert spec.name.count(".") == 1
        assert spec.workspace in {"", LIBRARY, FACTS, MEMOS, REVIEW, TIMELINE}


@pytest.mark.parametrize("room", [LIBRARY, FACTS, MEMOS, REVIEW, TIMELINE])
def test_a_key_means_one_thing_in_a_room(room: str) -> None:
    keys = Counter(
        QKeySequence(key).toString()
        for spec in ACTIONS
        if spec.workspace in {"", room}
        for key in keys_of(spec)
    )
    assert {key: count for key, count in keys.items() if count > 1} == {}


@pytest.mark.parametrize("spec", ACTIONS, ids=lambda spec: spec.name)
def test_keys_and_icons_exist(spec: ActionSpec) -> None:
    for key in keys_of(spec):
        assert not QKeySequence(key).isEmpty()
        assert QKeySequence(key).toString() != ""
    if spec.icon:
        assert (resources_dir() / "icons" / f"{spec.icon}.svg").is_file()


def test_bare_letters_stay_with_lists_and_readers() -> None:
    for spec in ACTIONS:
        bare = [key for key in keys_of(spec) if len(key) == 1]
        assert not bare or not spec.is_window_key
        assert not bare or spec.workspace, f"{spec.name} would take a letter everywhere"


@pytest.fixture
def actions(theme: Theme) -> ActionSet:
    return ActionSet(theme)


def test_an_action_without_a_handler_is_not_offered(actions: ActionSet) -> None:
    assert actions.available() == ()
    assert not actions.action("app.about").isVisible()


def test_a_handled_action_runs_and_tells(actions: ActionSet, qtbot: QtBot) -> None:
    done: list[str] = []
    actions.handle("app.about", lambda: done.append("about"))
    with qtbot.waitSignal(actions.triggered) as blocker:
        actions.trigger("app.about")
    assert done == ["about"]
    assert blocker.args == ["app.about"]


def test_actions_of_a_room_are_offered_while_it_is_in_front(actions: ActionSet) -> None:
    actions.handle("library.next", lambda: None)
    actions.handle("memo.bold", lambda: None)
    actions.set_context(LIBRARY)
    assert [spec.name for spec in actions.available()] == ["library.next"]
    actions.set_context(MEMOS)
    assert [spec.name for spec in actions.available()] == ["memo.bold"]
    actions.release(MEMOS)
    assert actions.available() == ()


def test_an_action_that_cannot_be_done_now_is_not_offered(actions: ActionSet) -> None:
    actions.handle("edit.undo", lambda: None)
    actions.set_enabled("edit.undo", enabled=False)
    assert actions.available() == ()


def test_a_letter_works_in_its_room_and_can_be_typed(
    theme: Theme, actions: ActionSet, qtbot: QtBot
) -> None:
    done: list[str] = []
    room = QWidget()
    line, plain = QLineEdit(), QWidget()
    plain.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    layout = QVBoxLayout(room)
    layout.addWidget(line)
    layout.addWidget(plain)
    qtbot.addWidget(room)
    actions.attach(LIBRARY, room)
    actions.set_context(LIBRARY)
    actions.handle("library.next", lambda: done.append("next"))
    room.show()
    room.activateWindow()
    qtbot.waitUntil(room.isActiveWindow)
    plain.setFocus()
    qtbot.keyClicks(plain, "j")
    line.setFocus()
    qtbot.keyClicks(line, "j")
    assert done == ["next"]
    assert line.text() == "j"
    assert theme.scheme == "light"
