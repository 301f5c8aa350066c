"""The memo that is open: its fields, its text as typed, and the saving of both."""

import threading
import time
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.errors import BriefingError
from briefing.model.changes import Changes
from briefing.model.memo import Memo
from briefing.model.template import Template
from briefing.ui.context import WindowContext

_IDLE = 1_200  # ms without a key, then what was typed is written
_LONGEST = 8.0  # s of typing without a pause
_RETRY = 5_000  # ms after a write that failed

Fields = tuple[tuple[str, str], ...]


class SaveState(StrEnum):
    """How far what was typed is on its way to the disk."""

    SAVED = "saved"
    TYPED = "typed"
    SAVING = "saving"
    FAILED = "failed"


class OpenMemo(QObject):
    """Holds one memo; the text itself stays with the editor, which `read_body` asks."""

    opened = Signal()
    closed = Signal()
    fields_changed = Signal()
    state_changed = Signal()

    def __init__(
        self, context: WindowContext, read_body: Callable[[], str], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._read_body = read_body
        self._memo: Memo | None = None
        self.template: Template | None = None
        self.state = SaveState.SAVED
        self.saved_at = 0.0  # time.monotonic()
        self._seen: tuple[Fields, str] | None = None  # what the typing began from
        self._edits = 0
        self._first_edit_at = 0.0
        self._posting = False
        # Writes pass one by one, and a write that a later one overtook does nothing.
        self._lock = threading.Lock()
        self._ticket = 0
        self._timer = QTimer(self, singleShot=True, interval=_IDLE)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def is_open(self) -> bool:
        """Return whether a memo is open."""
        return self._memo is not None

    @property
    def memo(self) -> Memo:
        """Return the memo with what was typed; LookupError where none is open."""
        if self._memo is None:
            raise LookupError("no memo is open")
        return replace(self._memo, body=self._read_body())

    @property
    def fields(self) -> Fields:
        """Return the front matter, without reading the text; none where no memo is open."""
        return self._memo.fields if self._memo else ()

    @property
    def is_posting(self) -> bool:
        """Return whether the news that is being told now is our own save."""
        return self._posting

    @property
    def is_unsaved(self) -> bool:
        """Return whether something typed is not on the disk yet."""
        return self.state is not SaveState.SAVED

    @property
    def edits(self) -> int:
        """Return how often text or fields changed since the memo was opened."""
        return self._edits

    def show(self, memo: Memo, template: Template | None) -> None:
        """Take another memo; the one before must have been saved."""
        self._timer.stop()
        self._memo, self.template = memo, template
        self._seen = (memo.fields, memo.body)
        self._edits = 0
        self.saved_at = 0.0
        self._set_state(SaveState.SAVED)
        self.opened.emit()

    def release(self) -> None:
        """Let go of the memo before the editor gets another one's text, which is not its own."""
        self._timer.stop()
        self._memo, self.template = None, None

    def close(self) -> None:
        """Have no memo open."""
        self.release()
        self._set_state(SaveState.SAVED)
        self.closed.emit()

    def adopt(self, memo: Memo) -> None:
        """Take over fields and text that were written elsewhere, as by an older version."""
        if self._memo is not None and memo.uid == self._memo.uid:
            has_new_fields = memo.fields != self._memo.fields
            self._memo = memo
            self._seen = (memo.fields, memo.body)
            if has_new_fields:
                self.fields_changed.emit()

    def set_fields(self, fields: Fields) -> None:
        """Change the front matter."""
        if self._memo is not None and fields != self._memo.fields:
            self._memo = replace(self._memo, fields=fields)
            self.note_edit()
            self.fields_changed.emit()

    def note_edit(self) -> None:
        """Hear that something was typed."""
        if self._memo is None:
            return
        self._edits += 1
        if self.state is SaveState.SAVED:
            self._first_edit_at = time.monotonic()
        self._set_state(SaveState.TYPED)
        if time.monotonic() - self._first_edit_at < _LONGEST or not self._timer.isActive():
            self._timer.start(_IDLE)

    def save_now(self) -> None:
        """Write what was typed and wait for it; what fails is told as a message."""
        self._timer.stop()
        if self._memo is None or not self.is_unsaved:
            return
        write = self._make_write()
        try:
            changes = write()
        except BriefingError as error:
            self._set_state(SaveState.FAILED)
            self._context.messages.error(error)
            return
        self._on_written(self._edits, changes)

    def _make_write(self) -> Callable[[], Changes]:
        memo = self.memo
        self._ticket += 1
        return partial(self._write, self._ticket, memo)

    def _write(self, ticket: int, memo: Memo) -> Changes:
        """Write, on whichever thread; nothing where a later write was asked for meanwhile."""
        with self._lock:
            if ticket < self._ticket:
                return Changes()
            changes = self._context.desk.drafting.save(
                memo.uid, memo.fields, memo.body, seen=self._seen
            )
            self._seen = (memo.fields, memo.body)
            return changes

    def _on_timer_timeout(self) -> None:
        if self._memo is None:
            return
        self._set_state(SaveState.SAVING)
        self._context.tasks.run(
            self._make_write(), partial(self._on_written, self._edits), self._on_failed
        )

    def _on_written(self, edits: int, changes: Changes) -> None:
        if edits == self._edits:
            self.saved_at = time.monotonic()
            self._set_state(SaveState.SAVED)
        self._posting = True
        try:
            self._context.bulletin.post(changes)
        finally:
            self._posting = False

    def _on_failed(self, error: BriefingError) -> None:
        if self.state is not SaveState.FAILED:
            self._context.messages.error(error)
        self._set_state(SaveState.FAILED)
        self._timer.start(_RETRY)

    def _set_state(self, state: SaveState) -> None:
        if state is not self.state or state is SaveState.SAVED:
            self.state = state
            self.state_changed.emit()
