"""Frames round the words of a conflict: what stood there and what each reviewer makes of it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextBlock, QTextCursor
from PySide6.QtWidgets import QTextEdit

from briefing.ui.editor.cursor_x import x_of

_ROUND = 4.0  # px
_OUT = 2.0  # px beyond the words


def paint_frames(painter: QPainter, text: QTextEdit, frames: Sequence[tuple[int, int]]) -> None:
    """Draw a frame line by line round each stretch of a text, with the painter's pen.

    Places are those of the document; a stretch that is not in view draws nothing.
    """
    room = QRectF(text.viewport().rect())
    for start, end in frames:
        for box in _boxes(text, start, end):
            if box.intersects(room):
                painter.drawRoundedRect(box, _ROUND, _ROUND)


def _boxes(text: QTextEdit, start: int, end: int) -> Iterator[QRectF]:
    """Yield where each line of a stretch is in the viewport."""
    block = text.document().findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _of_block(text, block, start - block.position(), end - block.position())
        block = block.next()


def _of_block(text: QTextEdit, block: QTextBlock, start: int, end: int) -> Iterator[QRectF]:
    layout = block.layout()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            cursor = QTextCursor(block)
            cursor.setPosition(block.position() + first)
            at = QRectF(text.cursorRect(cursor))
            width = abs(x_of(line, last) - x_of(line, first)) + 2 * _OUT
            yield QRectF(at.left() - _OUT, at.top() - 1, width, at.height() + 2)
