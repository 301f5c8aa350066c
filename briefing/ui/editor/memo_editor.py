"""The editor of a memo's text: raw Markdown underneath, drawn as it is best read.

It knows no service: it is handed labels and marks, and emits what was typed, clicked, wished for.
"""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from briefing.ui.editor.chip_labels import ChipLabels
from briefing.ui.editor.chip_pointing import ChipPointing
from briefing.ui.editor.citation_chips import Chip
from briefing.ui.editor.clipboard_taking import ClipboardTaking
from briefing.ui.editor.context_menu import open_context_menu
from briefing.ui.editor.cursor_reveal import CursorReveal
from briefing.ui.editor.editor_header import EditorHeader
from briefing.ui.editor.editor_typing import EditorTyping
from briefing.ui.editor.idle_setting import IdleSetting
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.line_setter import LineSetter
from briefing.ui.editor.line_table import LineEntry
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit
from briefing.ui.editor.plain_clipboard import copied
from briefing.ui.editor.section_writing import SectionWriting
from briefing.ui.editor.spell_marks import SpellMarks
from briefing.ui.editor.text_looks import TextLooks
from briefing.ui.editor.text_marks import TextMark
from briefing.ui.editor.thumbnails import Thumbnails
from briefing.ui.theme import Theme

# The keys with Ctrl that stay the editor's own; the window's actions get all others.
_OWN_KEYS = (
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Redo,
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.SelectAll,
    QKeySequence.StandardKey.DeleteStartOfWord,
    QKeySequence.StandardKey.DeleteEndOfWord,
)
_OPENERS = "[(“‘*_"
_COMMAND = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def _goes_on(line: LineEntry, following: LineEntry) -> bool:
    """Return whether a line and the following one are of one paragraph."""
    is_heading = LineKind.HEADING in (line.kind, following.kind)
    return bool(line.text and following.text) and not is_heading


class MemoEditor(MarkdownTextEdit):
    """A Markdown editor with chips for citations and folds for looked-up facts."""

    cursor_moved = Signal(int)  # code point
    citation_requested = Signal(str)  # key
    record_dropped = Signal(str, str)  # kind and uid; the cursor stands where it was dropped
    key_pressed = Signal(object)  # a QKeyEvent; who accepts it takes it
    menu_opening = Signal(object, int)  # the context menu and the code point it is asked at
    typed = Signal()  # a key or an input method changed the text

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("memo_editor")
        self.setAccessibleName("Memo text")
        self.labels = ChipLabels(self)
        self.pointing = ChipPointing(self)
        self.typing = EditorTyping(self)
        self.sections = SectionWriting(self, self.typing)
        self.spelling = SpellMarks(self)
        self.pasting = ClipboardTaking(self, self.typing)
        self.pasting.record_dropped.connect(self.record_dropped)
        self.pasting.put_in.connect(self.typed)
        self.thumbnails = Thumbnails(self)
        self.setter.picture_of = self.thumbnails.picture_of
        self._header = EditorHeader(self)
        self._idle = IdleSetting(self)
        self._reveal = CursorReveal(self)
        self.viewport().setMouseTracking(True)
        self.lines_moved.connect(self._on_lines_moved)
        self.text_replaced.connect(self._on_text_replaced)
        self.cursorPositionChanged.connect(self._on_cursor_position_changed)
        self.pointing.citation_requested.connect(self.open_chip)
        theme.changed.connect(self._on_theme_changed)

    # ---- what is drawn besides ----

    def set_header(self, widget: QWidget) -> None:
        """Show a widget above the text; it scrolls with it."""
        self._header.set(widget)

    def set_marks(self, marks: Iterable[TextMark]) -> None:
        """Underline words; their places are code points."""
        at = self.table.position_at
        self.page.painter.marks.set(
            TextMark(at(mark.start), at(mark.end), mark.token, mark.is_wave, mark.detail)
            for mark in marks
        )
        self.viewport().update()

    # ---- what is written from outside ----

    def insert_words(self, words: str) -> None:
        """Put words at the cursor, with a space on either side where words touch; one step.

        On a heading they go under it; on an empty line they become a paragraph.
        """
        if not self.textCursor().hasSelection():
            self.sections.leave_heading(self.cursor_place()[0])
        has_room = self.typing.make_room(words)
        start, end = self.selected_span()
        chip = self.pointing.chip_at_cursor()
        number, column = self.cursor_place()
        if start == end and chip and chip.start < column < chip.end:
            start = end = self.table.start_of(number) + chip.end
        first, last = self.place_of(start), self.place_of(end)
        before = self.table.entries[first.line].text[: first.column]
        after = self.table.entries[last.line].text[last.column :]
        head = " " if before and not before[-1].isspace() else ""
        tail = " " if after and (after[0].isalnum() or after[0] in _OPENERS) else ""
        self.replace_spans(((start, end, head + words + tail),), joins=has_room)
        self.set_position(start + len(head) + len(words))

    def insert_block(self, block: str) -> None:
        """Put a block of Markdown after the paragraph at the cursor, blank lines round it."""
        entries = self.table.entries
        last = self.cursor_place()[0]
        while last + 1 < len(entries) and _goes_on(entries[last], entries[last + 1]):
            last += 1
        point = self.table.start_of(last) + len(entries[last].text)
        above = bool(entries[last].text) or (last > 0 and bool(entries[last - 1].text))
        head = "\n\n" if entries[last].text else ("\n" if above else "")
        is_end = last + 1 == len(entries)
        tail = "" if is_end or not entries[last + 1].text else "\n"
        self.replace_spans(((point, point, head + block + tail),))
        self.set_position(point + len(head) + len(block))

    def insert_paragraph(self, block: str) -> None:
        """Put a block in as `insert_block` does; what is typed next begins a paragraph after it."""
        self.insert_block(block)
        following = self.cursor_place()[0] + 1
        if following == len(self.table.entries):
            end = len(self.text())
            self.replace_spans(((end, end, "\n\n"),), joins=True)
            self.set_position(end + 2)
        else:
            self.set_position(self.table.start_of(following))

    def open_citation(self) -> None:
        """Wish to see the source of the citation at the cursor, if it is at one."""
        chip = self.pointing.chip_at_cursor()
        if chip is not None:
            self.open_chip(chip)

    def open_chip(self, chip: Chip) -> None:
        """Wish to see the source of a citation."""
        label = next((self.labels.label(key) for key in chip.keys), None)
        self.citation_requested.emit(label.key if label else chip.keys[0])

    # ---- what happened ----

    def _on_lines_moved(self, position: int, removed: int, added: int) -> None:
        self.page.painter.marks.move(position, removed, added)

    def _on_text_replaced(self) -> None:
        self.page.painter.marks.set(())
        self._header.place()
        self._idle.lay_window()
        self._idle.start()

    def _on_cursor_position_changed(self) -> None:
        self.cursor_moved.emit(self.position())

    def _on_theme_changed(self) -> None:
        old, self.setter = self.setter, LineSetter(TextLooks(self.theme))
        self.setter.labels, self.setter.fold_words = old.labels, old.fold_words
        self.setter.picture_of = old.picture_of
        self.shown.wear(self.setter)
        self.labels.carry_over()
        self._header.place()
        self._idle.lay_window()
        self._idle.start()

    # ---- what Qt calls ----

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            is_own = any(event.matches(key) for key in _OWN_KEYS) and not self._is_spent(event)
            is_arrow = Qt.Key.Key_Home <= event.key() <= Qt.Key.Key_PageDown
            if event.modifiers() & _COMMAND and not is_own and not is_arrow:
                event.ignore()
                return False
        return super().event(event)

    def _is_spent(self, event: QKeyEvent) -> bool:
        """Return whether a text that nobody wrote in has nothing to undo, or nothing to redo."""
        text, keys = self.document(), QKeySequence.StandardKey
        if event.isAutoRepeat() or text.isRedoAvailable():
            return False
        return event.matches(keys.Redo) or (event.matches(keys.Undo) and not text.isUndoAvailable())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()
        self.key_pressed.emit(event)
        if event.isAccepted():
            return
        event.accept()
        if self._is_enter_in_citation(event):
            self.open_citation()
            return
        if not self.typing.take(event):
            if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                self.focusNextPrevChild(event.key() == Qt.Key.Key_Tab)
                return
            super().keyPressEvent(event)
        if event.text():
            self.typed.emit()

    def _is_enter_in_citation(self, event: QKeyEvent) -> bool:
        """Return whether Enter is pressed within a citation in brackets, which it would break."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or event.modifiers():
            return False
        chip = self.pointing.chip_at_cursor()
        if chip is None or chip.citation.bare:
            return False
        return chip.is_open_at(self.cursor_place()[1])

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self.typing.make_room(event.commitString() or event.preeditString())
        super().inputMethodEvent(event)
        self.page.refresh([self.cursor_place()[0]])
        self.typed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        height = event.position().y() + self.verticalScrollBar().value()
        if not self.pointing.press(event):
            super().mousePressEvent(event)
            self.sections.take_press(height)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.pointing.is_dragged(event):
            cursor = self.cursorForPosition(self.pointing.pressed_at)
            self.setTextCursor(cursor)
        if not self.pointing.holds_press:
            super().mouseMoveEvent(event)
        if not event.buttons():
            self.pointing.hover(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if not self.pointing.release(event):
            super().mouseReleaseEvent(event)
        self._reveal.follow()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self._tip_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def _tip_at(self, point: QPoint) -> str:
        found = self.pointing.box_at(point)
        if found:
            return found[1].look.detail
        mark = self.page.painter.marks.at(self.cursorForPosition(point).position())
        return mark.detail if mark else ""

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_context_menu(self, self.pointing, self.menu_opening.emit, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.page.set_width(self.viewport().width())
        super().resizeEvent(event)
        self._header.place()
        self._idle.lay_window()
        self._idle.start()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._idle.lay_window()

    def createMimeDataFromSelection(self) -> QMimeData:
        start, end = self.selected_span()
        return copied(self.text()[start:end])

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return self.pasting.can_take(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.pasting.take(source)
