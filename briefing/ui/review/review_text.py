"""The memo's text with what reviewers would change in it: read-only, each change marked."""

import re
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import (
    QFont,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.model.marked_text import Mark, MarkedText, MarkKind
from briefing.model.reading_block import ReadingBlock
from briefing.ui.review.mark_looks import mark_look
from briefing.ui.review.review_board import ItemState
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.utf16 import utf16_offset
from briefing.ui.widgets.reading_document import ReadingDocument

_KEEP = QTextCursor.MoveMode.KeepAnchor
_BAR = 3  # px of the line beside the change at hand
_EDGE = 14  # px that are left for it
_PART = 4  # px between words that go and those that come
_BELOW = 120  # px below the text, so that its end can be read in the middle
_CITATION = re.compile(r"\[[^\[\]]*@[^\[\]]+\]")

StateOf = Callable[[Mark], ItemState]


class ReviewText(QTextEdit):
    """Shows a marked text; tells which mark was pressed."""

    mark_pressed = Signal(object)  # a Mark

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading = ReadingDocument(theme)
        self._blocks: tuple[ReadingBlock, ...] = ()
        self._all: tuple[Mark, ...] = ()
        self._marks: list[tuple[Mark, int, int]] = []  # with their places on the screen
        self._state_of: StateOf = _open
        self._shown: dict[Mark, ItemState] = {}
        self._at_hand: tuple[int, int] | None = None
        self.setProperty("role", "bare")
        self.setReadOnly(True)
        self.setAccessibleName("The memo with its changes")
        self.setDocument(self._reading.document)
        theme.changed.connect(self._on_theme_changed)

    def show_text(
        self, marked: MarkedText, blocks: Sequence[ReadingBlock], state_of: StateOf
    ) -> None:
        """Show a text; the same place stays in view when it is another state of the same."""
        top = self.verticalScrollBar().value()
        self._blocks, self._state_of = tuple(blocks), state_of
        self._all = marked.marks
        self._set()
        self.verticalScrollBar().setValue(top)

    def refresh(self, state_of: StateOf) -> None:
        """Dress the marks anew whose state is another."""
        self._state_of = state_of
        fresh = [one for one in self._marks if state_of(one[0]) is not self._shown.get(one[0])]
        self._dress(fresh)

    def go_to(self, marks: Iterable[Mark]) -> None:
        """Bring the marks of what is at hand into view; a line beside the text shows them."""
        wanted = set(marks)
        places = [(start, end) for mark, start, end in self._marks if mark in wanted]
        if not places:
            self._at_hand = None
            self.viewport().update()
            return
        self._at_hand = min(place[0] for place in places), max(place[1] for place in places)
        self._highlight()
        self._scroll_to(self._at_hand[0])
        self.viewport().update()

    def scroll_to_text(self, point: int) -> None:
        """Bring a code point of the text into view."""
        span = self._reading.shown_span(point, point + 1)
        if span is not None:
            self._scroll_to(span[0])

    def _set(self) -> None:
        self._reading.set_blocks(self._blocks)
        self._leave_edge()
        self._marks = []
        for mark in self._all:
            span = self._reading.shown_span(mark.start, max(mark.end, mark.start + 1))
            if span is not None:
                self._marks.append((mark, *span))
        self._shown = {}
        self._part_words()
        cursor = QTextCursor(self._reading.document)
        cursor.beginEditBlock()
        self._dress_citations(cursor)
        cursor.endEditBlock()
        self._dress(self._marks)
        self._highlight()

    def _leave_edge(self) -> None:
        """Leave room for the line beside what is at hand."""
        frame = self._reading.document.rootFrame()
        room = frame.frameFormat()
        room.setLeftMargin(self._theme.px(_EDGE))
        room.setBottomMargin(self._theme.px(_BELOW))
        frame.setFrameFormat(room)

    def _dress(self, marks: Sequence[tuple[Mark, int, int]]) -> None:
        if not marks:
            return
        cursor = QTextCursor(self._reading.document)
        cursor.beginEditBlock()
        for mark, start, end in marks:
            state = self._state_of(mark)
            self._shown[mark] = state
            if mark.kind is not MarkKind.COMMENTED:
                cursor.setPosition(start)
                cursor.setPosition(end, _KEEP)
                cursor.mergeCharFormat(mark_look(self._theme, mark.kind, state))
        cursor.endEditBlock()

    def _part_words(self) -> None:
        """Leave a gap between what goes and what comes in its place: they touch in the text."""
        gap = QTextCharFormat()
        gap.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        gap.setFontLetterSpacing(self._theme.px(_PART))
        begins = {start for mark, start, _ in self._marks if mark.kind is MarkKind.INSERTED}
        cursor = QTextCursor(self._reading.document)
        for mark, start, end in self._marks:
            if mark.kind in (MarkKind.DELETED, MarkKind.MINE) and end in begins and end > start:
                cursor.setPosition(end - 1)
                cursor.setPosition(end, _KEEP)
                cursor.mergeCharFormat(gap)

    def _dress_citations(self, cursor: QTextCursor) -> None:
        """Set citations as the editor's chips are: small, in the accent's colours."""
        look = QTextCharFormat()
        look.setFont(self._theme.font(FontRole.SMALL))
        look.setForeground(self._theme.color("accent"))
        look.setBackground(self._theme.color("accent_soft"))
        block = self._reading.document.begin()
        while block.isValid():
            text = block.text()
            for match in _CITATION.finditer(text) if "@" in text else ():
                start, end = (utf16_offset(text, at) for at in match.span())
                cursor.setPosition(block.position() + start)
                cursor.setPosition(block.position() + end, _KEEP)
                cursor.mergeCharFormat(look)
            block = block.next()

    def _highlight(self) -> None:
        """Lay the ground under the words of comments."""
        found: list[QTextEdit.ExtraSelection] = []
        for mark, start, end in self._marks:
            if mark.kind is not MarkKind.COMMENTED or self._shown.get(mark) is ItemState.RESOLVED:
                continue
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._reading.document)
            cursor.setPosition(start)
            cursor.setPosition(end, _KEEP)
            look = QTextCharFormat()
            look.setBackground(self._theme.color("highlight"))
            one.cursor, one.format = cursor, look  # pyright: ignore[reportAttributeAccessIssue]
            found.append(one)
        self.setExtraSelections(found)

    def _scroll_to(self, position: int) -> None:
        """Bring a place into view, a third from the top, unless it can be read where it is."""
        cursor = self.textCursor()
        cursor.setPosition(position)
        self.setTextCursor(cursor)
        place = self.cursorRect().center().y()
        height = self.viewport().height()
        if not height * 0.1 <= place <= height * 0.8:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + place - height // 3)

    def _mark_at(self, point: QPoint) -> Mark | None:
        at = self.cursorForPosition(point).position()
        found = [
            (end - start, mark)
            for mark, start, end in self._marks
            if start <= at < max(end, start + 1)
        ]
        return min(found, key=lambda one: one[0])[1] if found else None

    def _on_theme_changed(self) -> None:
        top = self.verticalScrollBar().value()
        if self._blocks:
            self._set()
        self.verticalScrollBar().setValue(top)

    # Qt's own

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            mark = self._mark_at(event.position().toPoint())
            if mark is not None:
                self.mark_pressed.emit(mark)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._at_hand is None:
            return
        cursor = QTextCursor(self._reading.document)
        cursor.setPosition(self._at_hand[0])
        top = self.cursorRect(cursor).top()
        cursor.setPosition(self._at_hand[1])
        bottom = self.cursorRect(cursor).bottom()
        painter = QPainter(self.viewport())
        painter.fillRect(QRectF(0, top, _BAR, bottom - top), self._theme.color("accent"))


def _open(_mark: Mark) -> ItemState:
    return ItemState.OPEN
