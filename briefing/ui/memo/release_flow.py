"""The release log served: shown, a file found in it, a release written again."""

from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.model.ids import Uid
from briefing.model.memo_release import MemoRelease
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.release_log_dialog import ReleaseLogDialog


class ReleaseFlow(QObject):
    """Answers out of the log."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._dialog: ReleaseLogDialog | None = None
        context.actions.handle("memo.releases", self.show)

    def show(self) -> None:
        """Show the log of the open memo."""
        if self._opened.is_open:
            uid = self._opened.memo.uid
            work = partial(self._context.desk.releasing.releases, uid)
            self._context.tasks.run(work, partial(self._on_read, uid), key="memo.releases")

    def _on_read(self, uid: Uid, releases: tuple[MemoRelease, ...]) -> None:
        dialog = ReleaseLogDialog(self._context.theme, releases, self._room.window())
        self._dialog = dialog
        dialog.file_requested.connect(partial(self._ask_file, uid))
        dialog.verify_requested.connect(self._verify)
        dialog.open_over_window()

    def _ask_file(self, uid: Uid) -> None:
        path = self._context.files.open_file("Which release is this file?", "All files (*)")
        if path is not None:
            work = partial(self._context.desk.releasing.released_as, uid, path)
            done = partial(self._on_file_found, path)
            self._context.tasks.run(work, done, self._on_failed, key="memo.released_as")

    def _on_file_found(self, path: Path, release: MemoRelease | None) -> None:
        dialog = self._open_dialog()
        if dialog is None:
            return
        if release is None:
            dialog.tell(f"{path.name} is none of these releases, or was changed since.")
            return
        dialog.choose(release)
        dialog.tell(f"{path.name} is the release of version {release.version}, unchanged.")

    def _verify(self, release: MemoRelease) -> None:
        style: Path | None = None
        if release.options.style is not None:
            title = f"The house style {release.options.style.name}"
            style = self._context.files.open_file(title, "Word files (*.docx *.dotx *.docm *.dotm)")
            if style is None:
                return
        work = partial(self._context.desk.releasing.is_reproduced, release, style)
        done = partial(self._on_verified, release)
        self._context.tasks.run(work, done, self._on_failed, key="memo.verify_release")

    def _on_verified(self, release: MemoRelease, is_same: bool) -> None:  # noqa: FBT001 - an answer
        dialog = self._open_dialog()
        if dialog is not None:
            dialog.tell(
                f"Version {release.version} can be written again, byte for byte."
                if is_same
                else f"Version {release.version} comes out otherwise now: a source, a template or"
                " the program changed since."
            )

    def _on_failed(self, error: BriefingError) -> None:
        dialog = self._open_dialog()
        if dialog is not None:
            dialog.tell(str(error))

    def _open_dialog(self) -> ReleaseLogDialog | None:
        """Return the dialog while it is open; Qt deletes it when it closes."""
        if self._dialog is not None and not shiboken6.isValid(self._dialog):
            self._dialog = None
        return self._dialog
