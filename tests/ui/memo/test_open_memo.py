"""Saving, with a desk whose writes can be slow or fail."""

import threading
from types import SimpleNamespace
from typing import Any, cast

import pytest
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.ui.bulletin import Bulletin
from briefing.ui.context import WindowContext
from briefing.ui.memo import open_memo
from briefing.ui.memo.open_memo import OpenMemo, SaveState
from briefing.ui.messages import Message, Messages
from briefing.ui.tasks import TaskDoor

MEMO = Memo(Uid("m"), "memo", "decision-memo", (("subject", "One"),), "old")


class Drafting:
    """Writes that wait for a gate, or fail."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.gate.set()
        self.fails = False
        self.written: list[str] = []

    def save(self, uid: Uid, fields: object, body: str, seen: object = None) -> Changes:
        del fields, seen
        self.gate.wait(5)
        if self.fails:
            raise LibraryError("The disk is full; make room and try again.")
        self.written.append(body)
        return Changes(memos=frozenset({uid}))


class Desk:
    def __init__(self, qtbot: QtBot) -> None:
        del qtbot
        self.drafting = Drafting()
        self.messages = Messages()
        self.said: list[Message] = []
        self.messages.posted.connect(self.said.append)
        self.tasks = TaskDoor(self.messages)
        self.body = "old"
        context = SimpleNamespace(
            desk=self, tasks=self.tasks, messages=self.messages, bulletin=Bulletin()
        )
        self.opened = OpenMemo(cast("WindowContext", cast("Any", context)), lambda: self.body)
        self.opened.show(MEMO, None)

    def type(self, body: str) -> None:
        self.body = body
        self.opened.note_edit()


@pytest.fixture
def desk(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setattr(open_memo, "_IDLE", 40)
    return Desk(qtbot)


def test_pause_writes_once(desk: Desk, qtbot: QtBot) -> None:
    for body in ("a", "ab", "abc"):
        desk.type(body)
    assert desk.opened.state is SaveState.TYPED
    qtbot.waitUntil(lambda: desk.opened.state is SaveState.SAVED, timeout=3_000)
    assert desk.drafting.written == ["abc"]


def test_slow_write_does_not_overtake_a_later_one(desk: Desk, qtbot: QtBot) -> None:
    desk.drafting.gate.clear()
    desk.type("first")
    qtbot.waitUntil(lambda: desk.opened.state is SaveState.SAVING, timeout=3_000)
    desk.type("second")
    threading.Timer(0.05, desk.drafting.gate.set).start()
    desk.opened.save_now()
    desk.tasks.wait_all()
    assert desk.drafting.written[-1] == "second"
    assert desk.opened.state is SaveState.SAVED


def test_typing_during_a_write_is_written_too(desk: Desk, qtbot: QtBot) -> None:
    desk.drafting.gate.clear()
    desk.type("first")
    qtbot.waitUntil(lambda: desk.opened.state is SaveState.SAVING, timeout=3_000)
    desk.type("second")
    desk.drafting.gate.set()
    desk.tasks.wait_all()
    assert desk.opened.is_unsaved
    qtbot.waitUntil(lambda: desk.opened.state is SaveState.SAVED, timeout=3_000)
    assert desk.drafting.written == ["first", "second"]


def test_failed_write_is_said_once_and_the_text_stays_unsaved(desk: Desk) -> None:
    desk.drafting.fails = True
    desk.type("first")
    desk.opened.save_now()
    assert desk.opened.state is SaveState.FAILED
    assert [message.text for message in desk.said] == ["The disk is full; make room and try again."]
    desk.drafting.fails = False
    desk.opened.save_now()
    assert desk.drafting.written == ["first"]
    assert desk.opened.state is SaveState.SAVED


def test_fields_are_saved_like_text(desk: Desk) -> None:
    desk.opened.set_fields((("subject", "Two"),))
    assert desk.opened.is_unsaved
    desk.opened.save_now()
    assert desk.drafting.written == ["old"]
    assert desk.opened.memo.title == "Two"


def test_nothing_typed_writes_nothing(desk: Desk) -> None:
    desk.opened.save_now()
    assert not desk.drafting.written
