"""What the window's own actions do: libraries, undo, going to rooms and panes, dialogs."""

from functools import partial
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QObject

from briefing.ui.actions import ActionSet
from briefing.ui.dialogs.window_dialogs import WindowDialogs
from briefing.ui.library_door import LibraryDoor
from briefing.ui.main_window import MainWindow
from briefing.ui.shell import Shell

if TYPE_CHECKING:
    from briefing.ui.library_care import LibraryCare


class WindowActions(QObject):
    """Registers the handlers of the actions that belong to no room."""

    def __init__(
        self,
        actions: ActionSet,
        window: MainWindow,
        shell: Shell,
        door: LibraryDoor,
        dialogs: WindowDialogs,
    ) -> None:
        super().__init__(window)
        self._shell = shell
        self._window = window
        handle = actions.handle
        handle("file.new", door.ask_new)
        handle("file.open", door.ask_open)
        handle("file.sample", door.open_sample)
        handle("file.backup", self._on_backup)
        handle("file.check", self._on_check)
        handle("file.close", shell.leave_library)
        handle("file.quit", self._on_quit)
        handle("edit.undo", self._on_undo)
        handle("edit.redo", self._on_redo)
        handle("view.palette", shell.open_palette)
        handle("view.library", partial(shell.enter, "library"))
        handle("view.facts", partial(shell.enter, "facts"))
        handle("view.memos", partial(shell.enter, "memos"))
        handle("view.review", partial(shell.enter, "review"))
        handle("view.timeline", partial(shell.enter, "timeline"))
        handle("view.left_pane", partial(self._toggle_pane, "left"))
        handle("view.right_pane", partial(self._toggle_pane, "right"))
        handle("app.settings", dialogs.show_settings)
        handle("app.help", dialogs.show_help)
        handle("app.about", dialogs.show_about)
        shell.refresh_actions()

    def _on_backup(self) -> None:
        care = self._make_care()
        if care is not None:
            care.ask_backup()

    def _on_check(self) -> None:
        care = self._make_care()
        if care is not None:
            care.check()

    def _make_care(self) -> "LibraryCare | None":
        session = self._shell.session
        if session is None:
            return None
        from briefing.ui.library_care import LibraryCare  # noqa: PLC0415 - start-up time

        return LibraryCare(session.context, self._window, session)

    def _on_quit(self) -> None:
        self._window.close()

    def _on_undo(self) -> None:
        if self._shell.undo is not None:
            self._shell.undo.undo()

    def _on_redo(self) -> None:
        if self._shell.undo is not None:
            self._shell.undo.redo()

    def _toggle_pane(self, side: Literal["left", "right"]) -> None:
        session = self._shell.session
        if session is not None and session.current is not None:
            session.current.toggle_pane(side)
