"""The review workspace over a review made by hand, without the window's frame."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.settings import Settings
from briefing.ui.context import WindowContext
from briefing.ui.messages import Message
from briefing.ui.review.card_list import CardList
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.review.review_workspace import ReviewWorkspace
from briefing.ui.review.wiring import build_review
from briefing.ui.theme import Theme
from tests.ui.review.made_review import StandInReviewing, made_review
from tests.ui.room_context import room_context

if TYPE_CHECKING:
    from briefing.services.desk import Desk


@dataclass
class RoomInUse:
    """The workspace in use, what it keeps, and what it said to the window."""

    context: WindowContext
    workspace: ReviewWorkspace
    service: StandInReviewing
    bot: QtBot
    said: list[Message]

    @property
    def pane(self) -> ReviewRoom:
        return cast("ReviewRoom", self.workspace.widget)

    @property
    def cards(self) -> CardList:
        return self.pane.cards

    @property
    def at_hand(self) -> str:
        """What the card at hand says."""
        return self.cards.card.accessibleName()

    def settle(self) -> None:
        for pause in (0, 20, 20):
            self.bot.wait(pause)
            assert self.context.tasks.wait_all(20_000)

    def press(self, key: str) -> None:
        self.bot.keySequence(QApplication.focusWidget() or self.pane, key)
        self.settle()

    def do(self, name: str) -> None:
        self.context.actions.trigger(name)
        self.settle()


def _no_labels(_keys: object) -> dict[str, object]:
    return {}


@pytest.fixture
def make_room(
    qtbot: QtBot, theme: Theme, settings: Settings
) -> Iterator[Callable[[StandInReviewing], RoomInUse]]:
    made: list[RoomInUse] = []

    def make(service: StandInReviewing) -> RoomInUse:
        said: list[Message] = []
        citing = SimpleNamespace(labels=_no_labels)
        desk = cast("Desk", SimpleNamespace(reviewing=service, citing=citing))
        context = room_context(desk, theme, settings)
        context.messages.posted.connect(said.append)
        workspace = build_review(context)
        context.actions.attach("review", workspace.widget)
        context.actions.set_context("review")
        qtbot.addWidget(workspace.widget)
        workspace.widget.resize(1200, 800)
        workspace.widget.show()
        qtbot.waitActive(workspace.widget)
        room = RoomInUse(context, workspace, service, qtbot, said)
        made.append(room)
        workspace.activate()
        room.settle()
        return room

    yield make
    for room in made:
        room.context.tasks.close()


@pytest.fixture
def room(make_room: Callable[[StandInReviewing], RoomInUse]) -> RoomInUse:
    """Return the room with the review open."""
    room = make_room(StandInReviewing(made_review()))
    assert room.service.review is not None
    room.workspace.open(room.service.review.uid)
    room.settle()
    return room
