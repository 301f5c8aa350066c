"""The way into a library: open one, make one, build the sample; off the window's thread."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.settings import Settings
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.messages import Messages
from briefing.ui.tasks import TaskDoor

if TYPE_CHECKING:
    from briefing.services.desk import Desk

LIBRARY_SUFFIX = ".briefing"
LIBRARY_FILES = f"Briefing libraries (*{LIBRARY_SUFFIX})"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Openers:
    """How a library is opened, made, and filled with the sample; called on a worker's thread."""

    open_desk: "Callable[[Path], Desk]"
    create_desk: "Callable[[Path], Desk]"
    build_sample: Callable[[Path], object]


class LibraryDoor(QObject):
    """Asks for a library's file, opens it, and says so; a fault becomes one sentence."""

    opened = Signal(object)  # a Desk
    failed = Signal()
    busy_changed = Signal(str)  # what is going on, or nothing

    def __init__(
        self,
        openers: Openers,
        settings: Settings,
        tasks: TaskDoor,
        messages: Messages,
        files: FileChoices,
        sample: Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._openers = openers
        self._settings = settings
        self._tasks = tasks
        self._messages = messages
        self._files = files
        self._sample = sample
        self._open_path: Path | None = None

    def ask_open(self) -> None:
        """Ask for a library that exists, and open it."""
        path = self._files.open_file("Open a library", LIBRARY_FILES)
        if path is not None:
            self.open_path(path)

    def ask_new(self) -> None:
        """Ask where the new library shall stand, and make it."""
        name = f"My library{LIBRARY_SUFFIX}"
        path = self._files.save_file("Make a new library", name, LIBRARY_FILES)
        if path is not None:
            self._start(partial(self._openers.create_desk, path), f"Making {path.name}")

    def open_path(self, path: Path) -> None:
        """Open a library; one that is open already stays as it is."""
        if path == self._open_path:
            return
        self._start(partial(self._openers.open_desk, path), f"Opening {path.name}")

    def open_sample(self) -> None:
        """Open the sample library; it is built on first use, and kept as the user left it."""
        if self._sample.is_file():
            self.open_path(self._sample)
        else:
            self._start(self._build_and_open_sample, "Building the sample")

    def forget_open(self) -> None:
        """Hear that no library is open any more."""
        self._open_path = None

    def _start(self, work: "Callable[[], Desk]", label: str) -> None:
        self.busy_changed.emit(label)
        self._tasks.run(work, self._on_opened, self._on_failed, label=label)

    def _build_and_open_sample(self) -> "Desk":
        """Build the sample and open it; on a worker's thread."""
        self._sample.parent.mkdir(parents=True, exist_ok=True)
        self._openers.build_sample(self._sample)
        return self._openers.open_desk(self._sample)

    def _on_opened(self, desk: "Desk") -> None:
        path = desk.library.path
        self._settings.add_recent_library(path)
        self._settings.last_library = path
        self.busy_changed.emit("")
        self.opened.emit(desk)
        self._open_path = path

    def _on_failed(self, error: BriefingError) -> None:
        self.busy_changed.emit("")
        self._messages.error(error)
        self.failed.emit()
