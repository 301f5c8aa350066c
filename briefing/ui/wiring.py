"""Joins the window: makes its parts, hands them to one another, connects their signals."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.dialogs.window_dialogs import Folders, WindowDialogs
from briefing.ui.faults import FaultDesk
from briefing.ui.library_door import LibraryDoor, Openers
from briefing.ui.looks import Looks
from briefing.ui.main_window import MainWindow
from briefing.ui.messages import Messages
from briefing.ui.rail import RailEntry
from briefing.ui.rooms import ROOMS, Room
from briefing.ui.shell import Shell, ShellParts
from briefing.ui.tasks import TaskDoor
from briefing.ui.theme import Theme, ThemeMode
from briefing.ui.window_actions import WindowActions


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Places:
    """Where the window finds and keeps things on this computer."""

    resources: Path
    templates: Path  # the user's own
    log: Path
    sample: Path  # where the sample library stands, or is built


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Front:
    """The window and those who speak for it."""

    window: MainWindow
    shell: Shell
    door: LibraryDoor
    tasks: TaskDoor
    actions: ActionSet
    messages: Messages
    theme: Theme
    looks: Looks
    faults: FaultDesk


def build_front(
    settings: Settings, places: Places, openers: Openers, rooms: Sequence[Room] = ROOMS
) -> Front:
    """Build the window over no library."""
    theme = Theme(places.resources)
    theme.choose(ThemeMode(settings.theme), settings.text_size)
    messages = Messages()
    parts = ShellParts(
        settings, theme, messages, TaskDoor(messages), ActionSet(theme), FileChoices(settings)
    )
    window = MainWindow(theme, parts.actions, settings, _rail_entries(rooms, parts.actions))
    shell = Shell(parts, window, rooms)
    looks = Looks(theme, settings, parts.actions, window)
    door = LibraryDoor(openers, settings, parts.tasks, messages, parts.files, places.sample, window)
    folders = Folders(places.resources, places.templates)
    dialogs = WindowDialogs(theme, settings, parts.actions, looks, parts.files, folders, window)
    WindowActions(parts.actions, window, shell, door, dialogs)
    faults = FaultDesk(places.log, messages, window)
    front = Front(window, shell, door, parts.tasks, parts.actions, messages, theme, looks, faults)
    for part in (theme, messages, parts.tasks, parts.actions, parts.files):
        part.setParent(window)
    _connect_messages(front)
    _connect_tasks(front)
    _connect_libraries(front)
    theme.dress()
    return front


def _rail_entries(rooms: Sequence[Room], actions: ActionSet) -> tuple[RailEntry, ...]:
    return tuple(
        RailEntry(room.name, room.title, room.icon, actions.key_text(room.action)) for room in rooms
    )


def _connect_messages(front: Front) -> None:
    front.messages.posted.connect(front.window.show_message)
    front.window.status_line.action_requested.connect(front.actions.trigger)
    front.faults.save_requested.connect(front.shell.save_all)
    front.tasks.fault_found.connect(front.faults.take)


def _connect_tasks(front: Front) -> None:
    line = front.window.status_line
    front.tasks.long_started.connect(line.add_task)
    front.tasks.long_progressed.connect(line.refresh_task)
    front.tasks.long_ended.connect(line.remove_task)


def _connect_libraries(front: Front) -> None:
    window, shell, door = front.window, front.shell, front.door
    door.opened.connect(shell.open_desk)
    shell.library_closed.connect(door.forget_open)
    door.busy_changed.connect(shell.set_busy)
    door.failed.connect(shell.show_failed)
    shell.recent_requested.connect(door.open_path)
    window.app_menu.recent_requested.connect(door.open_path)
    window.library_dropped.connect(door.open_path)
    window.files_dropped.connect(shell.import_files)
    window.app_menu.about_to_show.connect(shell.refresh_menu)
    window.top_bar.palette_requested.connect(shell.open_palette)
    window.rail.workspace_requested.connect(shell.enter)
    window.rail.settings_requested.connect(front.actions.action("app.settings").trigger)
    window.screen_changed.connect(front.theme.redraw_icons)
