"""A pause in typing after which something is worked out anew: longer where that takes long."""

import time

from PySide6.QtCore import QObject, QTimer, Signal

_FACTOR = 2.0  # of what the work took: a worker slows typing down even from another thread
_LONGEST = 10_000  # ms


class TypingPause(QObject):
    """Says when the pause is over; every `start` begins it anew."""

    due = Signal()

    def __init__(self, shortest: int, parent: QObject) -> None:
        super().__init__(parent)
        self._shortest = shortest
        self._cost = 0.0  # ms that the work took last
        self._began_at = 0.0
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.due)

    @property
    def is_waiting(self) -> bool:
        """Return whether the pause is not over yet."""
        return self._timer.isActive()

    def start(self, shortest: int = 0) -> None:
        """Begin the pause, at least `shortest` ms where that is given."""
        wanted = max(shortest or self._shortest, self._cost * _FACTOR)
        self._timer.start(round(min(wanted, _LONGEST)))

    def begin_work(self) -> None:
        """Hear that the work begins, for whatever reason."""
        self._timer.stop()
        self._began_at = time.monotonic()

    def end_work(self) -> None:
        """Hear that the work is done."""
        self._cost = (time.monotonic() - self._began_at) * 1000
