"""Our own bugs: logged with their traceback, shown once, and the memo is saved first."""

import sys
import threading
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from briefing.errors import BriefingError
from briefing.ui.messages import Messages

_LARGEST_LOG = 1_000_000  # bytes; then the log begins anew and one older one is kept


class FaultDesk(QObject):
    """Takes every exception that nobody else answers for.

    A BriefingError that reached the top of a slot is shown as its sentence. Anything else emits
    `save_requested` first, is written to the log, and is shown once for each place in the code.
    """

    save_requested = Signal()
    _arrived = Signal(object)

    def __init__(self, log: Path, messages: Messages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log = log
        self._messages = messages
        self._shown: set[str] = set()
        self._is_saving = False
        self._arrived.connect(self.take, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Catch what slots and plain threads let fall."""
        sys.excepthook = self._on_excepthook
        threading.excepthook = self._on_thread_excepthook

    def take(self, fault: BaseException) -> None:
        """Deal with an exception, on the window's thread."""
        if isinstance(fault, BriefingError):
            self._messages.error(fault)
            return
        self._write(fault)
        place = _place(fault)
        if place in self._shown:
            return
        self._shown.add(place)
        self._save()
        self._messages.error(
            "Something went wrong in Briefing itself; your text has been saved. "
            f"The details are in {self._log}."
        )

    def _save(self) -> None:
        """Ask for a save, once: saving itself may be what fails."""
        if not self._is_saving:
            self._is_saving = True
            self.save_requested.emit()
            self._is_saving = False

    def _write(self, fault: BaseException) -> None:
        """Append to the log; a log that cannot be written goes to standard error."""
        import traceback  # noqa: PLC0415 - not needed until something goes wrong
        from datetime import UTC, datetime  # noqa: PLC0415

        text = "".join(traceback.format_exception(fault))
        entry = f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n"
        try:
            self._log.parent.mkdir(parents=True, exist_ok=True)
            if self._log.exists() and self._log.stat().st_size > _LARGEST_LOG:
                self._log.replace(self._log.with_suffix(".old.log"))
            with self._log.open("a", encoding="utf-8") as file:
                file.write(entry)
        except OSError as error:
            sys.stderr.write(f"{entry}(the log cannot be written: {error})\n")

    def _on_excepthook(
        self, kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, fault, trace)
        else:
            self._arrived.emit(fault)

    def _on_thread_excepthook(self, hook: threading.ExceptHookArgs) -> None:
        if hook.exc_value is not None:
            self._arrived.emit(hook.exc_value)


def _place(fault: BaseException) -> str:
    """Return where in the code it was raised, so that a repeated fault is shown once."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return repr(fault)
    return f"{type(fault).__name__} {trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}"
