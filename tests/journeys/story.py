"""A window that can be used, closed and started again: the steps that stories are told in."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.ids import Uid
from briefing.services.desk import Desk
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.session import LibrarySession
from briefing.ui.wiring import Front

W = TypeVar("W", bound=QWidget)
SEED = Path(__file__).parents[2] / "resources" / "sample" / "articles"
SEED_FILE = next(SEED.glob("000_*.txt"))


Start = Callable[..., AbstractContextManager["Story"]]


class Story:
    """A window that can be used, closed and started again."""

    def __init__(self, front: Front, bot: QtBot) -> None:
        self.front = front
        self.window = front.window
        self.bot = bot

    @property
    def session(self) -> LibrarySession:
        """Return the library that is open in the window."""
        session = self.front.shell.session
        assert session is not None, "no library is open"
        return session

    @property
    def desk(self) -> Desk:
        """Return what the window asks for everything."""
        return self.session.context.desk

    @property
    def room(self) -> str:
        """Return the name of the room in front."""
        room = self.session.current
        assert room is not None
        return room.name

    def settle(self) -> None:
        """Let everything that was asked for be done and shown."""
        for pause in (0, 80, 220):
            self.bot.wait(pause)
            assert self.front.tasks.wait_all(20_000), "work that never ends"

    def press(self, key: str) -> None:
        """Press a key where the focus is, `Ctrl+Return` or `J`."""
        target = QApplication.focusWidget() or self.window
        self.bot.keySequence(target, key)
        self.settle()

    def come_back(self) -> None:
        """Return to the window from a dialog that was closed."""
        with self.bot.waitActive(self.window):
            self.window.activateWindow()
        self.settle()

    def write(self, text: str) -> None:
        """Type letters where the focus is."""
        self.bot.keyClicks(QApplication.focusWidget() or self.window, text)
        self.settle()

    def do(self, action: str) -> None:
        """Run an action of the table as its menu or the palette does."""
        self.front.actions.trigger(action)
        self.settle()

    def open_memo(self, uid: Uid | None = None) -> MemoEditor:
        """Open a memo, the first one where none is named, and return its text with the focus."""
        self.do("view.memos")
        self.session.context.navigator.open_memo(uid or self.desk.drafting.memos()[0].uid)
        self.settle()
        editor = self.find(MemoRoom).editor
        editor.setFocus()
        return editor

    def find(self, kind: type[W]) -> W:
        """Return the one widget of a kind that is in the window."""
        found = self.window.findChild(kind)
        assert isinstance(found, kind)
        return found
