"""Looking after the open library: a copy of it, and a check that it is sound."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.ui.context import WindowContext

if TYPE_CHECKING:
    from briefing.model.finding import Finding


class LibraryCare(QObject):
    """`Save a copy of the library` and `Check the library`, for one open library."""

    def __init__(self, context: WindowContext, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._context = context

    def ask_backup(self) -> None:
        """Ask where a copy shall stand, and write it."""
        path = self._context.desk.library.path
        name = f"{path.stem} copy{path.suffix}"
        target = self._context.files.save_file(
            "Save a copy", name, "Briefing libraries (*.briefing)"
        )
        if target is not None:
            self._context.tasks.run(
                partial(self._context.desk.safekeeping.backup, target),
                partial(self._on_backup_done, target),
                label="Saving a copy",
            )

    def check(self) -> None:
        """Look whether the library is sound."""
        self._context.tasks.run_long(
            self._check, self._on_checked, label="Checking the library", key="library.check"
        )

    def _check(self, _progress: object) -> "tuple[Finding, ...]":
        return self._context.desk.safekeeping.integrity()

    def _on_backup_done(self, target: Path, _answer: object) -> None:
        self._context.messages.info(f"A copy was saved as {target.name}.")

    def _on_checked(self, findings: "tuple[Finding, ...]") -> None:
        if not findings:
            self._context.messages.info("The library is sound.")
            return
        from briefing.ui.dialogs.findings_dialog import FindingsDialog  # noqa: PLC0415 - start-up

        dialog = FindingsDialog(self._context.theme, findings, self._window)
        dialog.repair_requested.connect(self._on_repair_requested)
        dialog.open_over_window()

    def _on_repair_requested(self) -> None:
        self._context.tasks.run(
            self._context.desk.safekeeping.repair, self._on_repaired, label="Repairing"
        )

    def _on_repaired(self, findings: "tuple[Finding, ...]") -> None:
        if findings:
            self._context.messages.warn(f"Not everything could be repaired: {findings[0].reason}")
        else:
            self._context.messages.info("The library was repaired.")
