"""The bulletin: one signal that says what a write changed, so that each view can decide."""

from PySide6.QtCore import QObject, Signal

from briefing.model.changes import Changes


class Bulletin(QObject):
    """Carries every `Changes` from who wrote to who shows.

    Whoever writes posts here, on the window's thread; a view connects `changed` and looks whether
    a record it shows is named.
    """

    changed = Signal(object)  # a Changes

    def post(self, changes: Changes) -> None:
        """Tell every view; nothing is said of a write that touched nothing."""
        if changes:
            self.changed.emit(changes)
