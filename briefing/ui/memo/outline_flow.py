"""Reads the open memo as it is typed: outline, words, claims; off the window's thread."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.model.memo import Memo
from briefing.model.template import Template
from briefing.services.memo_language import language_of
from briefing.services.outlining import SectionVerdict
from briefing.services.section_texts import sections_that_fit
from briefing.text.conditional_parts import without_hidden
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_readability import told_in_full
from briefing.ui.memo.memo_reading import MemoReading, read_memo
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.typing_pause import TypingPause

_PAUSE = 480  # ms without a key: after the pages


class OutlineFlow(QObject):
    """Keeps the outline in step with the text, and goes where it is pressed."""

    read = Signal()

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self.reading = MemoReading()
        self._pause = TypingPause(_PAUSE, self)
        self._pause.due.connect(self.refresh)
        room.editor.edited.connect(self._pause.start)
        room.editor.cursor_moved.connect(self._on_editor_cursor_moved)
        room.outline.section_requested.connect(self._on_section_requested)
        opened.opened.connect(self.refresh)
        opened.fields_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Read the memo now."""
        if self._opened.is_open:
            self._pause.begin_work()
            work = partial(self._read, self._opened.template, self._opened.memo)
            self._context.tasks.run(work, self._on_read, key="memo.outline")

    def _read(self, template: Template | None, memo: Memo) -> MemoReading:
        """Read a memo, on a worker's thread: there the service is made that is not there yet."""
        desk, fields = self._context.desk, dict(memo.fields)
        fitting = sections_that_fit(template, fields) if template else None
        body = without_hidden(memo.body, fields)
        return read_memo(desk.citing, desk.evidence, fitting, body, language_of(memo))

    def _on_read(self, reading: MemoReading) -> None:
        self._pause.end_work()
        self.reading = reading
        remarks = [told_in_full(one) for one in reading.section_readability]
        self._room.outline.set_sections(reading.sections, remarks)
        self._show_current(self._room.editor.position())
        self.read.emit()

    def _show_current(self, position: int) -> None:
        self._room.outline.set_current(self.reading.section_at(position))

    def _on_editor_cursor_moved(self, position: int) -> None:
        self._show_current(position)

    def _on_section_requested(self, number: int) -> None:
        if number >= len(self.reading.sections):
            return
        section = self.reading.sections[number]
        editor = self._room.editor
        if section.verdict is SectionVerdict.MISSING:
            editor.set_position(len(editor.text()))
            editor.insert_block(f"{'#' * section.level} {section.title}\n\n")
        else:
            editor.sections.go_under(section.start)
        editor.setFocus()
