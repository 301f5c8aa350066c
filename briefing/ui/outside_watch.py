"""Watches for what others write to the open library: another window, the command line."""

from PySide6.QtCore import QObject, QTimer

from briefing.model.changes import Changes
from briefing.ui.context import WindowContext

_GAP = 1_500  # ms between two looks; each asks SQLite for one number


class OutsideWatch(QObject):
    """Has every view look again when another program has written."""

    def __init__(self, context: WindowContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self, interval=_GAP)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Ask, off the window's thread."""
        work = self._context.desk.safekeeping.changed_outside
        self._context.tasks.run(work, self._on_looked, key="window.outside")

    def _on_looked(self, is_changed: bool) -> None:  # noqa: FBT001 (an answer)
        if is_changed:
            self._context.bulletin.post(Changes(everything=True))
