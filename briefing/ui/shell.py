"""The shell: which library is open in the window, and what happens when it opens and closes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.bulletin import Bulletin
from briefing.ui.context import WindowContext
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.main_window import MainWindow
from briefing.ui.messages import Messages
from briefing.ui.navigator import Navigator
from briefing.ui.palette.palette_search import PaletteSearch
from briefing.ui.record_counts import RecordCounts
from briefing.ui.record_undo import RecordUndo
from briefing.ui.rooms import Room
from briefing.ui.session import LibrarySession
from briefing.ui.start.start_page import StartPage
from briefing.ui.tasks import TaskDoor
from briefing.ui.theme import Theme
from briefing.ui.workspace import Heading, Status, Workspace

if TYPE_CHECKING:
    from briefing.services.desk import Desk

APP_NAME = "Briefing"
# What can only be done with a library open.
_LIBRARY_ACTIONS = (
    "file.backup",
    "file.check",
    "file.close",
    "edit.undo",
    "edit.redo",
    "view.library",
    "view.memos",
    "view.left_pane",
    "view.right_pane",
)


@dataclass(frozen=True, slots=True)
class ShellParts:
    """What the shell joins."""

    settings: Settings
    theme: Theme
    messages: Messages
    tasks: TaskDoor
    actions: ActionSet
    files: FileChoices


class Shell(QObject):
    """Holds the open library's session; without one the window shows the first start."""

    library_opened = Signal(object)  # a Desk
    library_closed = Signal()

    def __init__(self, parts: ShellParts, window: MainWindow, rooms: Sequence[Room]) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._rooms = tuple(rooms)
        self.session: LibrarySession | None = None
        self.undo: RecordUndo | None = None
        self.start_page = StartPage(parts.theme, parts.actions, parts.settings)
        self.palette_search = PaletteSearch(window.palette_popup, parts.actions, self)
        window.closing.connect(self.close_library)
        self._show_start()

    def enter(self, name: str) -> None:
        """Bring a room of the open library to the front."""
        if self.session is not None:
            self.session.enter(name)

    def open_desk(self, desk: "Desk") -> None:
        """Show a library where it was left; another one that is open is closed first."""
        self.close_library()
        context = self._make_context(desk)
        session = LibrarySession(context, self._rooms, self)
        context.bulletin.setParent(session)
        context.navigator.setParent(session)
        self.session = session
        self.undo = RecordUndo(context, session)
        session.room_built.connect(self._on_room_built)
        session.room_entered.connect(self._on_room_entered)
        counts = RecordCounts(context, session)
        counts.counted.connect(self._window.status_line.set_counts)
        self.refresh_actions()
        self.palette_search.set_context(context)
        session.enter_where_left()
        counts.count()
        self.library_opened.emit(desk)

    def close_library(self) -> None:
        """Save, wait for what is being written, and go back to the first start."""
        session, self.session = self.session, None
        if session is None:
            return
        self.palette_search.set_context(None)
        self._parts.tasks.cancel_long()
        session.close()
        self._parts.tasks.wait_all()
        self.refresh_actions()
        self.undo = None
        self._window.toasts.clear()
        self._window.status_line.set_counts("")
        self._show_start()
        self._window.remove_pages(but=self.start_page)
        session.context.desk.close()
        session.deleteLater()
        self._parts.settings.save()
        self.library_closed.emit()

    def leave_library(self) -> None:
        """Close the library because the user wants it: the next start begins without one."""
        self.close_library()
        self._parts.settings.last_library = None
        self._parts.settings.save()

    def refresh_actions(self) -> None:
        """Switch on what can be done now."""
        for name in _LIBRARY_ACTIONS:
            self._parts.actions.set_enabled(name, enabled=self.session is not None)

    def refresh_menu(self) -> None:
        """Let the menu say what would be undone."""
        if self.undo is not None:
            self.undo.refresh_labels()

    def save_all(self) -> None:
        """Have every room write what is not on disk yet."""
        if self.session is not None:
            self.session.save_all()

    def _make_context(self, desk: "Desk") -> WindowContext:
        return WindowContext(
            desk=desk,
            theme=self._parts.theme,
            tasks=self._parts.tasks,
            bulletin=Bulletin(),
            messages=self._parts.messages,
            actions=self._parts.actions,
            navigator=Navigator(),
            settings=self._parts.settings,
            files=self._parts.files,
        )

    def _show_start(self) -> None:
        self._window.setWindowTitle(APP_NAME)
        self.start_page.refresh()
        self._window.show_start(self.start_page)
        self._window.top_bar.set_heading(Heading(APP_NAME))
        self._window.top_bar.set_primary_actions(())
        self._window.status_line.set_status(Status())

    def _on_room_built(self, workspace: Workspace) -> None:
        workspace.heading_changed.connect(self._on_room_spoke)
        workspace.status_text.connect(self._on_room_spoke)
        workspace.primary_actions_changed.connect(self._on_room_spoke)

    def _on_room_entered(self, workspace: Workspace) -> None:
        self._window.show_room(workspace)
        self._show_words(workspace)
        self._window.top_bar.set_primary_actions(workspace.primary_actions)

    def _on_room_spoke(self) -> None:
        workspace = self.sender()
        if self.session is None or workspace is not self.session.current:
            return
        if isinstance(workspace, Workspace):
            self._show_words(workspace)
            self._window.top_bar.set_primary_actions(workspace.primary_actions)

    def _show_words(self, workspace: Workspace) -> None:
        """Show a room's heading and status; where it says nothing, the library's."""
        if self.session is None:
            return
        name = self.session.context.desk.library.path.name
        heading = workspace.heading
        is_named = bool(heading.title)
        self._window.top_bar.set_heading(heading if is_named else Heading(APP_NAME, detail=name))
        title = f"{heading.title} – {name}" if is_named else name
        self._window.setWindowTitle(f"{title} – {APP_NAME}")
        status = workspace.status
        self._window.status_line.set_status(replace(status, saved=status.saved or "Saved"))
