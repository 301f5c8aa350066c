"""The bulletin: one signal that says what a write changed, so that each view can decide."""

from PySide6.QtCore import QObject, Signal

from briefing.model.changes import Changes


class Bulletin(QObject):
    """Carries every `Changes` from who wrote to who shows.

    Whoever writes posts here, on the window's thread; a view connects `changed` and looks whether
    a record it shows is named.
    """

    changed = Signal(object)  # a Changes
    taken_back = Signal(object)  # a Changes: after `changed`, where undo or redo wrote

    def post(self, changes: Changes) -> None:
        """Tell every view; nothing is said of a write that touched nothing."""
        if changes:
            self.changed.emit(changes)

    def post_undo(self, changes: Changes) -> None:
        """Tell every view of what undo or redo changed; one may go where it happened."""
        self.post(changes)
        if changes:
            self.taken_back.emit(changes)
