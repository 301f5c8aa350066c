"""Marks beside the text, one a sentence: whether it has a source, none, or one that changed.

The sign tells it, not its colour alone: a dot, a ring, a diamond. They move with the text while it
is typed; a click on one, or with Alt on the sentence itself, wishes to see what it rests on.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QHelpEvent, QMouseEvent, QPainter, QPen, QPolygonF, QTextBlock
from PySide6.QtWidgets import QToolTip

from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit
from briefing.ui.editor.text_marks import TextMark, TextMarks
from briefing.ui.theme_tokens import Token

_SIDE = 6.5  # px at 100 %: a sign
_STEP = 10  # px at 100 % from one sign to the next
_GAP = 15  # px at 100 % between the signs and the text: the bar of a quotation stands there
_REACH = 4  # px at 100 % round a sign that count as a click on it


class SentenceState(StrEnum):
    """What is to be said of a sentence; the later one weighs more."""

    SOURCED = "sourced"
    UNSOURCED = "unsourced"
    CHANGED = "changed"


_INKS: dict[SentenceState, Token] = {
    SentenceState.SOURCED: "ok",
    SentenceState.UNSOURCED: "warn",
    SentenceState.CHANGED: "bad",
}
_WEIGHTS = {state: weight for weight, state in enumerate(SentenceState)}


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceMark(TextMark):
    """The mark of a sentence; it stands at its first character. `number` is the caller's."""

    state: SentenceState
    number: int


class SentenceMarks(QObject):
    """Draws the marks of one editor and hears the mouse on them."""

    sentence_requested = Signal(int, int)  # number of a sentence, code point where it begins

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._marks = TextMarks()
        self._is_pressed = False
        editor.page.painter.margin = self._draw
        editor.lines_moved.connect(self._marks.move)
        editor.text_replaced.connect(self._on_text_replaced)
        editor.viewport().installEventFilter(self)

    def set(self, sentences: Iterable[tuple[int, SentenceState, str]]) -> None:
        """Show marks: where each sentence begins (code point), its state, what is told of it."""
        at = self._editor.table.position_at
        self._marks.set(
            SentenceMark(
                at(start), at(start + 1), _INKS[state], False, detail, state=state, number=number
            )
            for number, (start, state, detail) in enumerate(sentences)
        )
        self._editor.viewport().update()

    def shown(self) -> tuple[SentenceMark, ...]:
        """Return all marks where they stand now, in the order of the text."""
        return tuple(self._between(0, self._editor.document().characterCount()))

    def mark_of(self, point: int) -> SentenceMark | None:
        """Return the mark of the sentence that a code point of the text stands in."""
        position = self._editor.table.position_at(point)
        block = self._editor.document().findBlock(position)
        before = list(self._between(block.position(), position + 1))
        return before[-1] if before else None

    def request(self, mark: SentenceMark) -> None:
        """Wish to see what a sentence rests on."""
        point = self._editor.table.point_at(mark.start)
        self.sentence_requested.emit(mark.number, point)

    def _between(self, start: int, end: int) -> Iterator[SentenceMark]:
        for mark in self._marks.between(start, end):
            if isinstance(mark, SentenceMark):
                yield mark

    def _on_text_replaced(self) -> None:
        self._marks.set(())
        self._editor.page.painter.margin = self._draw  # it may be another text's layout

    # ---- drawing ----

    def _draw(self, painter: QPainter, block: QTextBlock, rect: QRectF) -> None:
        for room, mark in self._signs(block, rect):
            color = self._editor.setter.looks.color(mark.token)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(color, self._editor.setter.looks.px(1) * 1.4))
            is_ring = mark.state is SentenceState.UNSOURCED
            painter.setBrush(Qt.BrushStyle.NoBrush if is_ring else QBrush(color))
            if mark.state is SentenceState.CHANGED:
                painter.drawPolygon(_diamond(room))
            else:
                less = 0.5 if is_ring else 1.2
                painter.drawEllipse(room.adjusted(less, less, -less, -less))
            painter.restore()

    def _signs(self, block: QTextBlock, rect: QRectF) -> Iterator[tuple[QRectF, SentenceMark]]:
        """Yield the place of each sign beside a block: by the line in which its sentence begins."""
        px, layout = self._editor.setter.looks.px, block.layout()
        first = block.position()
        marks = list(self._between(first, first + block.length()))
        if not marks:
            return
        most = max(1, int((rect.x() - px(_GAP)) // px(_STEP)))
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            start, end = first + line.textStart(), first + line.textStart() + line.textLength()
            here = _fitting([mark for mark in marks if start <= mark.start < end], most)
            middle = rect.y() + line.y() + line.height() / 2
            side = px(1) * _SIDE
            for place, mark in enumerate(reversed(here)):
                x = rect.x() - px(_GAP) - place * px(_STEP) - side
                yield QRectF(x, middle - side / 2, side, side), mark

    # ---- the mouse ----

    def _mark_at(self, point: QPoint) -> SentenceMark | None:
        """Return the mark whose sign is at a point of the viewport."""
        page = self._editor.page
        spot = QPointF(point.x(), point.y() + self._editor.verticalScrollBar().value())
        if spot.x() >= page.left:
            return None
        block = self._editor.document().findBlockByNumber(page.line_at(spot.y()))
        reach = self._editor.setter.looks.px(_REACH)
        for room, mark in self._signs(block, page.blockBoundingRect(block)):
            if room.adjusted(-reach, -reach, reach, reach).contains(spot):
                return mark
        return None

    def _pressed_mark(self, event: QMouseEvent) -> SentenceMark | None:
        """Return what is meant by a press: a sign, or with Alt the sentence."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return None
        point = event.position().toPoint()
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            position = self._editor.cursorForPosition(point).position()
            return self.mark_of(self._editor.table.point_at(position))
        return self._mark_at(point)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QHelpEvent) and kind is QEvent.Type.ToolTip:
            mark = self._mark_at(event.pos())
            if mark is not None:
                QToolTip.showText(event.globalPos(), mark.detail, self._editor.viewport())
                return True
        elif isinstance(event, QMouseEvent):
            return self._take_mouse(event)
        return super().eventFilter(watched, event)

    def _take_mouse(self, event: QMouseEvent) -> bool:
        """Take a press on a mark with its release; a move shows a hand over one."""
        kind = event.type()
        if kind is QEvent.Type.MouseButtonPress:
            mark = self._pressed_mark(event)
            self._is_pressed = mark is not None
            if mark is not None:
                self.request(mark)
                return True
        elif kind is QEvent.Type.MouseButtonRelease and self._is_pressed:
            self._is_pressed = False
            return True
        elif kind is QEvent.Type.MouseMove and not event.buttons():
            is_over = self._mark_at(event.position().toPoint()) is not None
            if is_over:
                self._editor.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            return is_over
        return False


def _fitting(marks: list[SentenceMark], most: int) -> list[SentenceMark]:
    """Return as many marks as there is room for; the last stands for the worst of the others."""
    if len(marks) <= most:
        return marks
    rest = marks[most - 1 :]
    worst = max(rest, key=lambda mark: _WEIGHTS[mark.state])
    return [*marks[: most - 1], replace(worst)]


def _diamond(room: QRectF) -> QPolygonF:
    middle = room.center()
    return QPolygonF(
        [
            QPointF(middle.x(), room.top() - 0.6),
            QPointF(room.right() + 0.6, middle.y()),
            QPointF(middle.x(), room.bottom() + 0.6),
            QPointF(room.left() - 0.6, middle.y()),
        ]
    )
