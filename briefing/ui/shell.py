"""The shell: which library is open in the window, and what happens when it opens and closes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.main_window import MainWindow
from briefing.ui.messages import Messages
from briefing.ui.rooms import Room
from briefing.ui.tasks import TaskDoor
from briefing.ui.theme import Theme
from briefing.ui.workspace import Heading, Status, Workspace

if TYPE_CHECKING:
    from briefing.services.desk import Desk
    from briefing.ui.context import WindowContext
    from briefing.ui.palette.palette_search import PaletteSearch
    from briefing.ui.record_undo import RecordUndo
    from briefing.ui.session import LibrarySession
    from briefing.ui.start.start_page import StartPage

APP_NAME = "Briefing"
# What can only be done with a library open.
_LIBRARY_ACTIONS = (
    "file.backup",
    "file.check",
    "file.close",
    "edit.undo",
    "edit.redo",
    "view.library",
    "view.facts",
    "view.memos",
    "view.review",
    "view.timeline",
    "view.left_pane",
    "view.right_pane",
)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
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
    recent_requested = Signal(object)  # a Path

    def __init__(self, parts: ShellParts, window: MainWindow, rooms: Sequence[Room]) -> None:
        super().__init__(window)
        self._parts = parts
        self._window = window
        self._rooms = tuple(rooms)
        self.session: LibrarySession | None = None
        self.undo: RecordUndo | None = None
        self._palette: PaletteSearch | None = None
        self._start_page: StartPage | None = None
        window.closing.connect(self._on_window_closing)
        self._show_frame()

    @property
    def start_page(self) -> "StartPage":
        """Return the first start, made when it is first shown."""
        if self._start_page is None:
            from briefing.ui.start.start_page import StartPage  # noqa: PLC0415 - start-up time

            parts = self._parts
            self._start_page = StartPage(parts.theme, parts.actions, parts.settings)
            self._start_page.recent_requested.connect(self.recent_requested)
        return self._start_page

    @property
    def palette(self) -> "PaletteSearch":
        """Return the palette, made when it is first asked for."""
        if self._palette is None:
            from briefing.ui.palette.palette_search import PaletteSearch  # noqa: PLC0415 - start-up

            parts = self._parts
            self._palette = PaletteSearch(parts.theme, parts.actions, self._window.area)
            self._palette.set_context(self.session.context if self.session else None)
        return self._palette

    def open_palette(self) -> None:
        """Let the user search, open or run anything."""
        self.palette.popup.open_palette()

    def enter(self, name: str) -> None:
        """Bring a room of the open library to the front."""
        if self.session is not None:
            self.session.enter(name)

    def open_desk(self, desk: "Desk") -> None:
        """Show a library where it was left; another one that is open is closed first."""
        self.close_library()
        # None of these is needed for the first paint.
        from briefing.ui.outside_watch import OutsideWatch  # noqa: PLC0415
        from briefing.ui.record_counts import RecordCounts  # noqa: PLC0415
        from briefing.ui.record_undo import RecordUndo  # noqa: PLC0415
        from briefing.ui.session import LibrarySession  # noqa: PLC0415

        context = self._make_context(desk)
        session = LibrarySession(context, self._rooms, self)
        context.bulletin.setParent(session)
        context.navigator.setParent(session)
        self.session = session
        self.undo = RecordUndo(context, session)
        session.room_built.connect(self._on_room_built)
        session.room_entered.connect(self._on_room_entered)
        OutsideWatch(context, session)
        counts = RecordCounts(context, session)
        counts.counted.connect(self._window.status_line.set_counts)
        self.refresh_actions()
        self._tell_palette(context)
        session.enter_where_left()
        counts.count()
        self.save_settings()
        self.library_opened.emit(desk)

    def close_library(self) -> None:
        """Save, wait for what is being written, and go back to the first start."""
        session, self.session = self.session, None
        if session is None:
            return
        self._tell_palette(None)
        self._parts.tasks.cancel_long()
        try:
            session.close()
        finally:  # whatever a room lets fall, the library itself is closed in order
            self._let_go(session)

    def _let_go(self, session: "LibrarySession") -> None:
        """Wait for what is being written, and close the file."""
        self._parts.tasks.wait_all()
        self.refresh_actions()
        self.undo = None
        self._window.toasts.clear()
        self._window.status_line.set_counts("")
        self.show_start()
        self._window.remove_pages(but=self.start_page)
        session.context.desk.close()
        session.deleteLater()
        self.save_settings()
        self.library_closed.emit()

    def leave_library(self) -> None:
        """Close the library because the user wants it: the next start begins without one."""
        self.close_library()
        self._parts.settings.last_library = None
        self.save_settings()

    def save_settings(self) -> None:
        """Write the settings; a folder that cannot be written loses them, and nothing else."""
        try:
            self._parts.settings.save()
        except OSError as error:
            reason = error.strerror or str(error)
            self._parts.messages.warn(f"Your settings could not be kept: {reason}.")

    def set_busy(self, text: str) -> None:
        """Say at the first start that a library is being opened."""
        if self._start_page is not None:
            self._start_page.set_busy(text)

    def show_failed(self) -> None:
        """Show the first start after a library could not be opened, unless one is open."""
        if self.session is None:
            self.show_start()

    def import_files(self, names: list[str]) -> None:
        """Take files into the library that is open; without one, say so."""
        if self.session is not None:
            self.session.import_files(names)
        elif names:
            self._parts.messages.info("Open a library or start one, then drop the files again.")

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

    def _tell_palette(self, context: "WindowContext | None") -> None:
        if self._palette is not None:
            self._palette.set_context(context)

    def _make_context(self, desk: "Desk") -> "WindowContext":
        from briefing.ui.bulletin import Bulletin  # noqa: PLC0415 - start-up time
        from briefing.ui.context import WindowContext  # noqa: PLC0415
        from briefing.ui.navigator import Navigator  # noqa: PLC0415

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

    def show_start(self) -> None:
        """Show the first start in place of a library."""
        self._show_frame()
        self.start_page.refresh()
        self._window.show_start(self.start_page)
        self.start_page.setFocus()  # Return then takes the first choice, and no menu

    def _show_frame(self) -> None:
        """Show the window without a library: no rooms, no search, no words of theirs."""
        self._window.setWindowTitle(APP_NAME)
        self._window.set_rooms_shown(shown=False)
        self._window.top_bar.set_heading(Heading(APP_NAME))
        self._window.top_bar.set_primary_actions(())
        self._window.status_line.set_status(Status())

    def _on_window_closing(self) -> None:
        self.close_library()
        self.save_settings()

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
