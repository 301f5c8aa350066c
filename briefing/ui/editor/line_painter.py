"""Draws one laid line: its ground, its words with what is selected, its chips, marks and cursor."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPen,
    QTextBlock,
    QTextLayout,
)

from briefing.ui.editor.chip_painter import paint_chip, paint_fold, paint_underline
from briefing.ui.editor.cursor_x import x_of
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.line_setter import ChipBox, DrawnPicture, LaidLine
from briefing.ui.editor.line_table import LineEntry
from briefing.ui.editor.text_looks import TextLooks
from briefing.ui.editor.text_marks import TextMarks

Context = QAbstractTextDocumentLayout.PaintContext

# Draws what stands beside a block that is laid out in a room of the document.
MarginPainter = Callable[[QPainter, QTextBlock, QRectF], None]

# The misspelt words of a line, in its code units.
MisspeltSpans = Callable[[LineEntry], Iterable[tuple[int, int]]]

_GROUNDED = frozenset({LineKind.CODE, LineKind.FENCE})
_CARET = 1  # px
_MUTED = 0.38  # of the ink, for the lines that are not clear


class LinePainter:
    """Draws lines in one set of looks; keeps the marks that stand under words."""

    def __init__(self, looks: TextLooks) -> None:
        self._looks = looks
        self.marks = TextMarks()
        self.misspelt: MisspeltSpans = _none
        self.margin: MarginPainter | None = None
        self.clear_lines: tuple[int, int] | None = None  # the first and last; the others are muted

    def draw(
        self, painter: QPainter, context: Context, block: QTextBlock, entry: LineEntry, rect: QRectF
    ) -> None:
        """Draw a line whose place in the document is `rect`."""
        layout, laid = block.layout(), entry.laid
        painter.setOpacity(1.0 if self._is_clear(block) else _MUTED)
        self._draw_ground(painter, entry, rect)
        selected = _selected(context, block)
        painter.setPen(self._looks.color("ink"))
        layout.draw(painter, rect.topLeft(), selected)
        if isinstance(laid, LaidLine):
            for box in laid.boxes:
                self._draw_chip(painter, layout, box, rect, selected)
            if laid.picture:
                self._draw_picture(painter, laid.picture, rect)
        misspelt = self._draw_misspelt(painter, block, entry, rect)
        self._draw_marks(painter, block, rect, misspelt)
        if self.margin is not None:
            self.margin(painter, block, rect)
        painter.setOpacity(1.0)
        self._draw_caret(painter, context, block, rect)

    def _is_clear(self, block: QTextBlock) -> bool:
        lines = self.clear_lines
        return lines is None or lines[0] <= block.blockNumber() <= lines[1]

    def chip_room(self, layout: QTextLayout, box: ChipBox, origin: QPointF) -> QRectF:
        """Return the place of a chip in the document."""
        line = layout.lineForTextPosition(box.unit)
        if not line.isValid():
            return QRectF()
        x = x_of(line, box.unit)
        return QRectF(origin.x() + x, origin.y() + line.y(), box.width, line.height())

    def _draw_ground(self, painter: QPainter, entry: LineEntry, rect: QRectF) -> None:
        looks = self._looks
        if entry.kind in _GROUNDED:
            wide = rect.adjusted(-looks.px(10), 0, looks.px(10), 0)
            painter.fillRect(wide, looks.color("background"))
        elif entry.kind is LineKind.QUOTE:
            bar = QRectF(rect.x() - looks.px(12), rect.y(), looks.px(3), rect.height())
            painter.fillRect(bar, looks.color("line"))
        elif entry.kind is LineKind.RULE:
            painter.setPen(QPen(looks.color("line")))
            middle = rect.center().y()
            painter.drawLine(
                QPointF(rect.x() + looks.px(40), middle), QPointF(rect.right(), middle)
            )

    def _draw_chip(
        self,
        painter: QPainter,
        layout: QTextLayout,
        box: ChipBox,
        rect: QRectF,
        selected: list[QTextLayout.FormatRange],
    ) -> None:
        room = self.chip_room(layout, box, rect.topLeft())
        is_selected = any(one.start <= box.unit < one.start + one.length for one in selected)
        paint = paint_chip if box.chip else paint_fold
        paint(painter, self._looks, box.look, room, is_selected=is_selected, is_cut=box.is_cut)

    def _draw_misspelt(
        self, painter: QPainter, block: QTextBlock, entry: LineEntry, rect: QRectF
    ) -> tuple[tuple[int, int], ...]:
        """Put red waves under misspelt words, and return their code units."""
        if isinstance(entry.laid, LaidLine) and entry.laid.is_folded:
            return ()
        color = self._looks.color("bad")
        misspelt = tuple(self.misspelt(entry))
        for units in misspelt:
            self._underline(painter, block.layout(), rect, units, color, is_wave=True)
        return misspelt

    def _draw_picture(self, painter: QPainter, picture: DrawnPicture, rect: QRectF) -> None:
        room = QRectF(rect.x(), 0.0, picture.width, picture.height)
        room.moveBottom(rect.bottom())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(room, picture.pixmap, QRectF(picture.pixmap.rect()))
        painter.setPen(QPen(self._looks.color("line")))
        painter.drawRect(room)
        painter.restore()

    def _draw_marks(
        self,
        painter: QPainter,
        block: QTextBlock,
        rect: QRectF,
        misspelt: tuple[tuple[int, int], ...],
    ) -> None:
        """Underline what was found; a misspelt word in it keeps its own wave."""
        start = block.position()
        for mark in self.marks.between(start, start + block.length()):
            color = self._looks.color(mark.token)
            first, last = mark.start - start, mark.end - start
            for units in _without((first, last), misspelt):
                self._underline(painter, block.layout(), rect, units, color, is_wave=mark.is_wave)

    def _underline(
        self,
        painter: QPainter,
        layout: QTextLayout,
        rect: QRectF,
        units: tuple[int, int],
        color: QColor,
        *,
        is_wave: bool,
    ) -> None:
        """Draw a line under code units of a layout, in each of its lines."""
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            first = max(units[0], line.textStart())
            last = min(units[1], line.textStart() + line.textLength())
            if first >= last:
                continue
            y = rect.y() + line.y() + line.ascent() + self._looks.px(4)
            left, right = rect.x() + x_of(line, first), rect.x() + x_of(line, last)
            right = min(right, rect.x() + line.x() + line.naturalTextWidth())
            paint_underline(painter, QPointF(left, y), QPointF(right, y), color, is_wave=is_wave)

    def _draw_caret(
        self, painter: QPainter, context: Context, block: QTextBlock, rect: QRectF
    ) -> None:
        layout = block.layout()
        position: int = context.cursorPosition  # type: ignore[attr-defined]
        is_composing = position < -1 and bool(layout.preeditAreaText())
        if is_composing:  # Qt then counts within what is composed
            column = layout.preeditAreaPosition() - (position + 2)
        elif block.position() <= position < block.position() + block.length():
            column = position - block.position()
        else:
            return
        layout.drawCursor(painter, rect.topLeft(), column, self._looks.px(_CARET))


def _without(
    units: tuple[int, int], holes: tuple[tuple[int, int], ...]
) -> Iterator[tuple[int, int]]:
    """Yield what is left of a range outside the holes, which ascend."""
    first, last = units
    for start, end in holes:
        if first < start < last:
            yield first, start
        if start < last:
            first = max(first, end)
    if first < last:
        yield first, last


def _none(_entry: LineEntry) -> Iterable[tuple[int, int]]:
    return ()


def _selected(context: Context, block: QTextBlock) -> list[QTextLayout.FormatRange]:
    """Return what is selected in a block, in its code units."""
    start, length = block.position(), block.length()
    found: list[QTextLayout.FormatRange] = []
    for selection in context.selections:  # type: ignore[attr-defined]
        first = selection.cursor.selectionStart() - start
        last = selection.cursor.selectionEnd() - start
        if first < length and last > 0 and first < last:
            one = QTextLayout.FormatRange()
            one.start = max(first, 0)
            one.length = min(last, length) - one.start
            one.format = selection.format
            found.append(one)
    return found
