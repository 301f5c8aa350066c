"""Watching folders from the window: looking now and then, and when the system says so."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QWidget

from briefing.model.import_outcome import ImportReport
from briefing.ui.collecting.paste_flow import Heard
from briefing.ui.collecting.watched_dialog import WatchedDialog
from briefing.ui.context import WindowContext
from briefing.ui.tasks import Progress

_SETTLE = 3_000  # ms after the system spoke: a file that is being saved is done by then
_EVERY = 60_000  # ms: folders on a network do not speak


class WatchFlow(QObject):
    """Takes in what is new in the watched folders; `heard` is told what came."""

    def __init__(self, context: WindowContext, over: QWidget, heard: Heard) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._heard = heard
        self._is_looking = False
        self._is_asked = False  # by the user, who then wants an answer
        self._dialog: WatchedDialog | None = None
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(self._on_directory_changed)
        self._soon = QTimer(self, singleShot=True, interval=_SETTLE)
        self._soon.timeout.connect(self._ask)
        self._often = QTimer(self, interval=_EVERY)
        self._often.timeout.connect(self._ask)
        context.actions.handle("library.watch", self._show)

    def start(self) -> None:
        """Begin to watch, if there is anything to watch."""
        self._read_folders()
        self._soon.start()

    # watching

    def _on_directory_changed(self, _folder: str) -> None:
        self._soon.start()

    def _ask(self) -> None:
        """Look for news quietly; only what is there shows as work."""
        if not self._is_looking:
            self._is_looking = True
            work = self._context.desk.watching.has_news
            self._context.tasks.run(work, self._on_asked, self._on_look_failed)

    def _on_asked(self, has_news: bool) -> None:  # noqa: FBT001 (an answer)
        if has_news:
            self._look()
        else:
            self._is_looking = False

    def _look_now(self) -> None:
        self._is_asked = True
        self._look()

    def _look(self) -> None:
        self._is_looking = True
        self._context.tasks.run_long(
            self._take_in,
            self._on_looked,
            self._on_look_failed,
            label="Importing from watched folders",
        )

    def _take_in(self, progress: Progress) -> ImportReport:
        return self._context.desk.watching.look(progress.report, progress.is_cancelled)

    def _on_looked(self, report: ImportReport) -> None:
        self._is_looking = False
        is_asked, self._is_asked = self._is_asked, False
        if report.outcomes:
            self._heard(report)
        elif is_asked:
            self._context.messages.info("Nothing is new in the watched folders.")

    def _on_look_failed(self, error: Exception) -> None:
        self._is_looking = False
        self._context.messages.warn(str(error))

    # the folders

    def _show(self) -> None:
        dialog = WatchedDialog(self._context.theme, self._over.window())
        dialog.addition_requested.connect(self._add)
        dialog.removal_requested.connect(self._remove)
        dialog.look_requested.connect(self._look_now)
        dialog.destroyed.connect(self._on_dialog_gone)
        self._dialog = dialog
        self._read_folders()
        dialog.open_over_window()

    def _add(self) -> None:
        folder = self._context.files.open_folder("Watch a folder")
        if folder:
            work = partial(self._context.desk.watching.add, folder)
            self._context.tasks.run(work, self._on_folders_changed)

    def _remove(self, folder: Path) -> None:
        work = partial(self._context.desk.watching.remove, folder)
        self._context.tasks.run(work, self._on_folders_changed)

    def _on_folders_changed(self, _answer: object) -> None:
        self._read_folders()
        self._soon.start()

    def _read_folders(self) -> None:
        self._context.tasks.run(self._folders, self._on_folders_read, key="library.watched")

    def _folders(self) -> list[tuple[Path, bool]]:
        return [(folder, folder.is_dir()) for folder in self._context.desk.watching.folders()]

    def _on_folders_read(self, folders: list[tuple[Path, bool]]) -> None:
        watched = self._system.directories()
        if watched:
            self._system.removePaths(watched)
        there = [str(folder) for folder, is_there in folders if is_there]
        if there:
            self._system.addPaths(there)
        if folders:
            self._often.start()
        else:
            self._often.stop()
        if self._dialog is not None:
            self._dialog.show_folders(folders)

    def _on_dialog_gone(self) -> None:
        self._dialog = None
