"""Where the system asks the program to end (SIGTERM, SIGHUP, Ctrl+C): it ends as by hand, saved."""

import os
import signal
from collections.abc import Callable
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier

_SIGNALS = ("SIGTERM", "SIGHUP", "SIGINT")
_BYTES = 64  # as many signals as may have come at once


class SystemEnd(QObject):
    """Calls `end` on the window's thread when the system asks for the end; not on Windows.

    Python runs handlers between two steps of its own, and Qt's loop may take none for long. So a
    signal also writes a byte to a pipe, which wakes Qt (Python's signal.set_wakeup_fd). Windows has
    no such signals, and tells windows to close instead.
    """

    def __init__(self, end: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._end = end
        self._heard, self._told = os.pipe()
        for one in (self._heard, self._told):
            os.set_blocking(one, False)
        signal.set_wakeup_fd(self._told, warn_on_full_buffer=False)
        numbers = [getattr(signal, name) for name in _SIGNALS]
        self._before = {number: signal.signal(number, _wake) for number in numbers}
        self._notifier = QSocketNotifier(self._heard, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_asked)

    def close(self) -> None:
        """Leave signals as they were before."""
        signal.set_wakeup_fd(-1)
        for number, handler in self._before.items():
            signal.signal(number, handler)
        self._notifier.setEnabled(False)
        os.close(self._heard)
        os.close(self._told)

    def _on_asked(self) -> None:
        os.read(self._heard, _BYTES)
        self._end()


def _wake(_signal: int, _frame: FrameType | None) -> None:
    """Do nothing but be there: without a handler of Python's, no byte is written."""
