"""A window over a library that is a stand-in: rooms and services small enough to read here."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.paths import resources_dir
from briefing.settings import Settings
from briefing.ui.context import WindowContext
from briefing.ui.library_door import Openers
from briefing.ui.rooms import Room
from briefing.ui.theme import Theme, ThemeMode
from briefing.ui.wiring import Front, Places, build_front
from briefing.ui.workspace import Workspace

if TYPE_CHECKING:
    from briefing.services.desk import Desk


@dataclass(frozen=True)
class Record:
    """What the palette's search finds."""

    kind: str
    uid: str
    title: str
    detail: str = ""


@dataclass
class StandInDesk:
    """Just enough of a desk for the window's frame."""

    path: Path
    undone: list[str] = field(default_factory=list)
    undo_steps: list[str] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    is_closed: bool = False

    @property
    def library(self) -> SimpleNamespace:
        return SimpleNamespace(path=self.path)

    @property
    def searching(self) -> SimpleNamespace:
        return SimpleNamespace(counts=self._counts, anything=self._anything)

    @property
    def safekeeping(self) -> SimpleNamespace:
        return SimpleNamespace(
            undo=self._undo,
            changed_outside=lambda: False,
            redo=lambda: None,
            undo_label=lambda: self.undo_steps[-1] if self.undo_steps else "",
            redo_label=lambda: "",
        )

    def close(self) -> None:
        self.is_closed = True

    def _counts(self) -> SimpleNamespace:
        return SimpleNamespace(articles=48212, facts=1, memos=41)

    def _anything(self, text: str, limit: int = 30) -> tuple[Record, ...]:
        return tuple(r for r in self.records if text.lower() in r.title.lower())[:limit]

    def _undo(self) -> tuple[str, Changes] | None:
        if not self.undo_steps:
            return None
        label = self.undo_steps.pop()
        self.undone.append(label)
        return label, Changes(everything=True)


class StandInRoom(Workspace):
    """A room that notes what it is asked for."""

    def __init__(self, context: WindowContext, name: str) -> None:
        super().__init__()
        self.name = name
        self.primary_actions = ("library.import", "memo.new") if name == "library" else ()
        self.calls: list[object] = []
        self.kept: dict[str, object] = {"depth": 0}
        self._widget = QWidget()
        self.line = QLineEdit()
        self.editor = QPlainTextEdit()
        layout = QVBoxLayout(self._widget)
        layout.addWidget(self.line)
        layout.addWidget(self.editor)
        if name == "library":
            context.actions.handle("library.import", lambda: self.calls.append("import"))
            context.actions.handle("library.next", lambda: self.calls.append("next"))
        else:
            context.actions.handle("memo.new", lambda: self.calls.append("new memo"))
            context.actions.handle("memo.bold", lambda: self.calls.append("bold"))

    @property
    def widget(self) -> QWidget:
        return self._widget

    def activate(self) -> None:
        self.calls.append("activate")

    def deactivate(self) -> None:
        self.calls.append("deactivate")

    def open(self, uid: Uid, **place: int) -> None:
        self.calls.append(("open", uid, place))

    def search_for(self, line: str) -> None:
        self.calls.append(("search", line))

    def insert(self, markdown: str) -> None:
        self.calls.append(("insert", markdown))

    def toggle_pane(self, side: str) -> None:
        self.calls.append(("pane", side))

    def save_now(self) -> None:
        self.calls.append("save")

    def state(self) -> dict[str, object]:
        return self.kept

    def restore(self, state: Mapping[str, object]) -> None:
        self.kept = dict(state)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(tmp_path / "settings.json")


@pytest.fixture
def theme(qtbot: QtBot) -> Iterator[Theme]:
    del qtbot  # it makes the application
    theme = Theme(resources_dir())
    theme.start(ThemeMode.LIGHT, 100)
    yield theme
    theme.deleteLater()


@pytest.fixture
def make_desk(tmp_path: Path) -> Callable[..., StandInDesk]:
    def make(name: str = "Desk.briefing") -> StandInDesk:
        path = tmp_path / name
        path.touch()
        return StandInDesk(path)

    return make


@pytest.fixture
def rooms() -> tuple[Room, ...]:
    return (
        Room("library", "Library", "library", "view.library", lambda c: StandInRoom(c, "library")),
        Room(
            "memos",
            "Memos",
            "file-text",
            "view.memos",
            lambda c: StandInRoom(c, "memos"),
            ("memo.new",),
        ),
    )


@pytest.fixture
def front(
    qtbot: QtBot,
    tmp_path: Path,
    settings: Settings,
    rooms: tuple[Room, ...],
    make_desk: Callable[..., StandInDesk],
) -> Iterator[Front]:
    """Return a window over no library; every path opens as a stand-in desk."""

    def open_desk(path: Path) -> "Desk":
        return cast("Desk", make_desk(path.name))

    places = Places(
        resources_dir(), tmp_path / "templates", tmp_path / "log.txt", tmp_path / "Sample.briefing"
    )
    openers = Openers(open_desk, open_desk, lambda path: path.touch())
    front = build_front(settings, places, openers, rooms)
    front.shell.show_start()
    front.window.resize(1200, 800)
    front.window.show()
    qtbot.waitExposed(front.window)
    yield front
    front.window.close()
    front.tasks.close()
    # At once: what lingers would be polished again with every theme of the tests to come.
    front.window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk(front: Front, make_desk: Callable[..., StandInDesk]) -> StandInDesk:
    """Return the stand-in that is open in the window."""
    desk = make_desk()
    front.shell.open_desk(cast("Desk", desk))
    front.tasks.wait_all()
    return desk


@pytest.fixture
def room_in_front(front: Front, desk: StandInDesk) -> Callable[[], StandInRoom]:
    del desk

    def room() -> StandInRoom:
        assert front.shell.session is not None
        return cast("StandInRoom", front.shell.session.current)

    return room
