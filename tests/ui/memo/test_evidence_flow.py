from typing import Protocol

from pytestqt.qtbot import QtBot

from briefing.services.desk import Desk
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.evidence_groups import CITED
from briefing.ui.memo.memo_room import MemoRoom


class OpenRoom(Protocol):
    """What these tests use of the workspace in use."""

    bot: QtBot

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
