"""The base of every workspace: what the window needs to know of a room."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.model.ids import Uid
from briefing.ui.theme_tokens import Token


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands at the top left: what is open, a badge (`Decision memo`), a muted detail."""

    title: str = ""
    badge: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class StatusItem:
    """One remark in the status bar; with `action` (a name in the table) it can be pressed."""

    text: str
    icon: str = ""
    ink: Token = "muted"
    action: str = ""


@dataclass(frozen=True, slots=True)
class Status:
    """A workspace's part of the status bar. An empty `saved` leaves the window's own word."""

    saved: str = ""
    items: tuple[StatusItem, ...] = ()
    right: str = ""


class Workspace(QObject):
    """One room of the window. A subclass sets its name and builds `widget`.

    `primary_actions` are names in the action table, shown as buttons at the top right; the last
    is the accent one. `name` is also the actions' context (`ActionSpec.workspace`).
    """

    heading_changed = Signal(object)  # a Heading
    status_text = Signal(object)  # a Status
    primary_actions_changed = Signal()

    name: str = ""
    primary_actions: tuple[str, ...] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading()
        self.status = Status()

    @property
    def widget(self) -> QWidget:
        """Return the room's one widget; the window owns it from then on."""
        raise NotImplementedError

    def set_heading(self, heading: Heading) -> None:
        """Change what stands at the top left."""
        if heading != self.heading:
            self.heading = heading
            self.heading_changed.emit(heading)

    def set_status(self, status: Status) -> None:
        """Change the room's part of the status bar."""
        if status != self.status:
            self.status = status
            self.status_text.emit(status)

    def activate(self) -> None:
        """Come to the front: fetch what is shown on first use, take the keyboard's focus."""

    def deactivate(self) -> None:
        """Go to the back; `save_now` is called besides."""

    def open(self, uid: Uid, **place: int) -> None:
        """Show a record; `start` and `end`, or `position`, in code points."""

    def search_for(self, line: str) -> None:
        """Show what a query line finds; the library's matter."""

    def take_files(self, names: list[str]) -> None:
        """Import files and folders; the library's matter."""

    def insert(self, markdown: str) -> None:
        """Put Markdown in at the cursor of the open memo; the memos' matter."""

    def toggle_pane(self, side: Literal["left", "right"]) -> None:
        """Show or hide the room's outer pane (F9, F10); a room without one does nothing."""

    def save_now(self) -> None:
        """Write what was typed and is not on disk yet, and wait for it."""

    def state(self) -> dict[str, object]:
        """Return what is remembered between sessions: splitters, what is open, the cursor.

        Plain JSON values only.
        """
        return {}

    def restore(self, state: Mapping[str, object]) -> None:
        """Come back as `state` told; what no longer fits is passed over."""
