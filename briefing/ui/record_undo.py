"""Undo and redo of records: through the task door, with a toast that says what was undone."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.ui.context import WindowContext


class RecordUndo(QObject):
    """Ctrl+Z outside text editors; an editor with the focus takes the key for itself."""

    def __init__(self, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def undo(self) -> None:
        """Take back the last change of records."""
        self._run(self._context.desk.safekeeping.undo, self._on_undone)

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._run(self._context.desk.safekeeping.redo, self._on_redone)

    def refresh_labels(self) -> None:
        """Let the menu say what would be undone."""
        safekeeping, actions = self._context.desk.safekeeping, self._context.actions
        for name, word, label in (
            ("edit.undo", "Undo", safekeeping.undo_label()),
            ("edit.redo", "Redo", safekeeping.redo_label()),
        ):
            actions.action(name).setText(f"{word}: {label}" if label else word)

    def _run(
        self,
        work: Callable[[], tuple[str, Changes] | None],
        on_done: Callable[[tuple[str, Changes] | None], None],
    ) -> None:
        self._context.tasks.run(work, on_done, label="Undo")

    def _on_undone(self, answer: tuple[str, Changes] | None) -> None:
        if answer is None:
            self._context.messages.info("There is nothing to undo.")
            return
        label, changes = answer
        self._context.bulletin.post_undo(changes)
        self._context.messages.offer(f"Undone: {label}", "edit.redo")

    def _on_redone(self, answer: tuple[str, Changes] | None) -> None:
        if answer is None:
            self._context.messages.info("There is nothing to redo.")
            return
        label, changes = answer
        self._context.bulletin.post_undo(changes)
        self._context.messages.info(f"Done again: {label}", undo=True)
