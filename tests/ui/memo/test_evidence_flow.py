from typing import Protocol

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing.services.desk import Desk
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.evidence_groups import CITED
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.memo_workspace import MemoWorkspace


class OpenRoom(Protocol):
    """What these tests use of the workspace in use."""

    bot: QtBot
    workspace: MemoWorkspace

    @property
    def desk(self) -> Desk: ...
    @property
    def panes(self) -> MemoRoom: ...
    @property
    def editor(self) -> MemoEditor: ...
    def open_memo(self) -> None: ...
    def settle(self) -> None: ...


def test_evidence_follows_the_cursor_as_soon_far_down_as_at_the_top(room: OpenRoom) -> None:
    room.open_memo()
    start = room.editor.text().index("It is the only option")
    assert start > 2_000  # no pause is as long as that
    room.editor.set_position(start)
    room.settle()
    cited = next(group for group in room.panes.evidence.groups if group.title == CITED)
    assert "bsd2025usmca" in [card.key for card in cited.cards]


def test_an_empty_memo_takes_the_cards_of_the_one_before_away(room: OpenRoom) -> None:
    room.open_memo()
    assert room.panes.evidence.groups
    memo, _ = room.desk.drafting.new_memo("talking-points", {"subject": "Empty"})
    room.desk.drafting.save(memo.uid, memo.fields, "")
    room.workspace.open(memo.uid)
    room.settle()
    assert room.editor.text().strip() == ""
    assert not room.panes.evidence.groups
    told = [label.text() for label in room.panes.evidence.findChildren(QLabel)]
    assert any("Put the cursor in a paragraph" in words for words in told)
