"""The memo workspace over the sample library, without the window's frame."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.model.memo import Memo
from briefing.services.desk import Desk, open_desk
from briefing.settings import Settings
from briefing.ui.context import WindowContext
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo import (
    checks_flow,
    evidence_flow,
    open_memo,
    outline_flow,
    preview_flow,
    trace_flow,
    typing_pause,
)
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.memo_workspace import MemoWorkspace
from briefing.ui.memo.wiring import build_memos
from briefing.ui.messages import Message
from briefing.ui.theme import Theme
from tests.ui.room_context import room_context


@dataclass
class Room:
    """The workspace in use, and what it said to the window."""

    context: WindowContext
    workspace: MemoWorkspace
    bot: QtBot
    said: list[Message]

    @property
    def desk(self) -> Desk:
        return self.context.desk

    @property
    def memo(self) -> Memo:
        """Return the first memo as it stands on the disk."""
        return self.desk.drafting.memo(self.desk.drafting.memos()[0].uid)

    @property
    def panes(self) -> MemoRoom:
        found = self.workspace.widget.findChild(MemoRoom)
        assert isinstance(found, MemoRoom)
        return found

    @property
    def editor(self) -> MemoEditor:
        return self.panes.editor

    def settle(self) -> None:
        """Let the pauses of all flows pass, and what they asked for be shown."""
        for pause in (0, 40, 60, 20):
            self.bot.wait(pause)
            assert self.context.tasks.wait_all(20_000)

    def quick(self) -> None:
        """Let what was asked for be shown, without waiting for pauses."""
        for pause in (0, 20):
            self.bot.wait(pause)
            assert self.context.tasks.wait_all(20_000)

    def open_memo(self) -> None:
        self.workspace.open(self.memo.uid)
        self.settle()


@pytest.fixture
def library_file(sample_file: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(sample_file, tmp_path / "desk.briefing"))


@pytest.fixture
def context(
    qtbot: QtBot, theme: Theme, settings: Settings, library_file: Path
) -> Iterator[WindowContext]:
    del qtbot
    context = room_context(open_desk(library_file), theme, settings)
    yield context
    assert context.tasks.wait_all(20_000)
    context.tasks.close()
    context.desk.close()


@pytest.fixture
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the flows wait for a few milliseconds only: the stories are the same, told faster."""
    for flow in (checks_flow, evidence_flow, outline_flow, preview_flow, trace_flow):
        monkeypatch.setattr(flow, "_PAUSE", 15)
    monkeypatch.setattr(preview_flow, "_HIDDEN_PAUSE", 15)
    monkeypatch.setattr(open_memo, "_IDLE", 25)
    monkeypatch.setattr(typing_pause, "_FACTOR", 0)


@pytest.fixture
def room(context: WindowContext, qtbot: QtBot, short_pauses: None) -> Iterator[Room]:
    del short_pauses
    workspace = build_memos(context)
    said: list[Message] = []
    context.messages.posted.connect(said.append)
    widget = workspace.widget
    qtbot.addWidget(widget)
    widget.resize(1380, 840)
    widget.show()
    workspace.activate()
    room = Room(context, workspace, qtbot, said)
    room.quick()
    yield room
    workspace.save_now()
    assert context.tasks.wait_all(20_000)
