"""Telling at once that a fact which was just kept contradicts another."""

from functools import partial

from PySide6.QtCore import QObject

from briefing.model.conflict import Conflict
from briefing.model.ids import Uid
from briefing.ui.context import WindowContext


class ConflictNotice(QObject):
    """Looks after a fact is captured or changed, off the window's thread; silent if none."""

    def __init__(self, context: WindowContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def look(self, uid: Uid) -> None:
        """Look for what a fact contradicts, and offer to show it."""
        work = partial(self._context.desk.conflicts.of, uid)
        done = partial(self._on_found, uid)
        self._context.tasks.run(work, done, self._on_failed)

    def _on_found(self, uid: Uid, conflicts: tuple[Conflict, ...]) -> None:
        if not conflicts:
            return
        first = conflicts[0]
        other = first.second if first.first.uid == uid else first.first
        more = f" It conflicts with {len(conflicts) - 1} more." if len(conflicts) > 1 else ""
        told = f"It conflicts with fact {other.key}. {first.reason}{more}"
        self._context.messages.offer(told, "facts.conflicts")

    def _on_failed(self, _error: object) -> None:
        pass  # the fact was taken back meanwhile
