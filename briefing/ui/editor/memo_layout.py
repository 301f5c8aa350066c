"""The layout of a memo's document: a centred measure, chips, folds, space as a page has it.

QTextEdit works with any document layout. Ours lays out the lines that are asked for and estimates
the others, so that a memo of 200 pages opens and takes a key at the price of one line.
An exception must not leave a method that Qt calls: PySide would abort on the second one.
"""

import math

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QTextBlock,
    QTextDocument,
    QTextFrame,
)

from briefing.ui.editor.line_heights import LineHeights
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.line_painter import LinePainter
from briefing.ui.editor.line_room import CursorPlace, LineRoom
from briefing.ui.editor.line_setter import LaidLine, LineSetter
from briefing.ui.editor.line_table import LineTable

_EAGER = 60  # changed lines that are laid out at once; more are estimated first
_SIDE = 30  # px at 100 %: the least space beside the text


class MemoLayout(QAbstractTextDocumentLayout):
    """Lays out and draws the document of one editor."""

    def __init__(
        self, document: QTextDocument, table: LineTable, setter: LineSetter, cursor: CursorPlace
    ) -> None:
        super().__init__(document)
        self._document = document
        self._table = table
        self._setter = setter
        self._painter = LinePainter(setter.looks)
        self._cursor = cursor
        self._room = LineRoom(table, cursor, setter.looks)
        self._width = 600.0
        self._header = 0.0
        self._footer = 0.0
        self._is_flushing = False
        self._seen_revision = document.revision()
        self._heights = LineHeights()
        self.measure = self.left = 0.0  # px: the width of the text, and where it begins
        self._fit()
        self._reset()

    # ---- what the editor asks ----

    @property
    def painter(self) -> LinePainter:
        """Return who draws the lines; it keeps the marks of findings."""
        return self._painter

    def _fit(self) -> None:
        """Find the measure and the left edge for a width and looks."""
        side = self._setter.looks.theme.px(_SIDE)
        self.measure = max(80.0, min(self._setter.looks.measure, self._width - 2 * side))
        self.left = math.floor((self._width - self.measure) / 2)

    def set_width(self, width: float) -> None:
        """Fit the text into a window of another width."""
        if width == self._width:
            return
        before = self.measure
        self._width = width
        self._fit()
        if self.measure != before:
            self._reset()
        self._announce(0)

    def set_margins(self, header: float, footer: float) -> None:
        """Leave room above the text (for the card of fields) and below it."""
        if (header, footer) != (self._header, self._footer):
            self._header, self._footer = header, footer
            self._announce(0)

    def set_looks(self, setter: LineSetter) -> None:
        """Lay everything out anew in other looks."""
        self._setter = setter
        old, self._painter = self._painter, LinePainter(setter.looks)
        self._painter.marks, self._painter.misspelt = old.marks, old.misspelt
        self._painter.margin = old.margin
        self._room.looks = setter.looks
        self._fit()
        self._reset()
        self._announce(0)

    def refresh(self, numbers: list[int]) -> None:
        """Lay lines out anew: their labels came, or the cursor entered or left them."""
        for number in numbers:
            self._table.entries[number].laid = None
        is_resized = False
        self._room.look()
        for number in numbers:
            is_resized |= self._ensure(number)
            is_resized |= self._fit_gaps(number - 1, number + 1)
        if numbers:
            self._announce(min(numbers), None if is_resized else max(numbers))

    def lay_between(self, top: float, bottom: float) -> bool:
        """Lay out what stands between two heights; return whether a height was another."""
        self._room.look()
        number, is_changed = self.line_at(top), False
        while number < len(self._heights) and self.top_of(number) < bottom:
            is_changed |= self._ensure(number)
            number += 1
        return is_changed

    def lay_line(self, number: int) -> bool:
        """Lay out one line if it is not; return whether its height was another."""
        self._room.look()
        return self._ensure(number)

    def announce(self) -> None:
        """Tell the editor that heights changed."""
        self._announce(0)

    def is_open_fold(self, number: int) -> bool:
        """Return whether a line belongs to a fold in which the cursor stands."""
        self._room.look()
        return self._room.is_open_fold(number)

    def line_at(self, y: float) -> int:
        """Return the number of the line at a height of the document."""
        return self._heights.line_at(y - self._header)

    def top_of(self, number: int) -> float:
        """Return the height of the document at which a line begins."""
        return self._header + self._heights.top(number)

    def laid(self, number: int) -> LaidLine | None:
        """Return how a line was set, if it was."""
        found = self._table.entries[number].laid
        return found if isinstance(found, LaidLine) else None

    # ---- heights ----

    def _reset(self) -> None:
        entries = self._table.entries
        self._room.measure = self.measure
        self._room.look()
        for entry in entries:
            entry.laid = None
        heights = [self._room.height_of(number) for number in range(len(entries))]
        self._heights.replace(0, len(self._heights), heights)

    def _ensure(self, number: int, block: QTextBlock | None = None) -> bool:
        """Lay a line out if it is not; return whether its height was another."""
        entry = self._table.entries[number]
        block = block or self._document.findBlockByNumber(number)
        if entry.laid is not None and block.layout().lineCount():
            return False
        self._lay(number, block)
        self._flush(block)
        return self._heights.set(number, self._room.height_of(number))

    def _lay(self, number: int, block: QTextBlock) -> None:
        entry = self._table.entries[number]
        line, column = self._cursor()
        is_folded = bool(entry.fold_size) and not self._room.is_open_fold(number)
        entry.laid = self._setter.set(
            block.layout(),
            entry,
            self.measure,
            column if line == number else -1,
            is_folded=is_folded,
        )

    def _flush(self, block: QTextBlock) -> None:
        """Let the document forget that formats were set, unless an edit is under way.

        Without this the next key would report a change from here to there; the line table would
        cope with that, only slowly.
        """
        if self._document.revision() == self._seen_revision:
            self._is_flushing = True
            self._document.markContentsDirty(block.position(), 0)
            self._is_flushing = False

    def _fit_gaps(self, first: int, last: int) -> bool:
        """Measure lines anew whose space hangs on their neighbours."""
        changed = False
        for number in range(max(first, 0), min(last, len(self._heights) - 1) + 1):
            changed |= self._heights.set(number, self._room.height_of(number))
        return changed

    def _announce(self, first: int, last: int | None = None) -> None:
        """Ask for a repaint of lines; without `last`, of all below, and for other scroll bars."""
        if last is None:
            self.documentSizeChanged.emit(self.documentSize())
        top = self.top_of(first) if first else 0.0
        end = top + 1e7 if last is None else self.top_of(last) + self._heights.height(last)
        self.update[QRectF].emit(  # type: ignore[index]
            QRectF(0.0, top, self._width, end - top)
        )

    def _on_change(self, first: int, last: int) -> None:
        """Take other lines in; lay them out unless they are many."""
        count = last - first + 1 - (len(self._table.entries) - len(self._heights))
        before = self._heights.total()
        self._room.look()
        self._heights.replace(first, count, [0.0] * (last - first + 1))
        if last - first < _EAGER:
            for number in range(first, last + 1):
                if self._table.entries[number].laid is None:
                    self._lay(number, self._document.findBlockByNumber(number))
        self._fit_gaps(first - 1, last + 1)
        is_resized = count != last - first + 1 or self._heights.total() != before
        self._announce(max(first - 1, 0), None if is_resized else last)

    # ---- what Qt asks ----

    def documentChanged(self, _position: int, _removed: int, _added: int) -> None:
        change = None if self._is_flushing else self._table.take_change()
        if change is not None:
            self._seen_revision = self._document.revision()
            self._on_change(*change)

    def documentSize(self) -> QSizeF:
        return QSizeF(self._width, math.ceil(self._header + self._heights.total() + self._footer))

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(0.0, 0.0), self.documentSize())

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        number = block.blockNumber()
        if not 0 <= number < len(self._heights):
            return QRectF()
        self._ensure(number, block)
        space = self._room.space_above(number)
        height = self._heights.height(number)
        return QRectF(
            self.left, self.top_of(number) + space, self.measure, max(0.0, height - space)
        )

    def hitTest(  # pyright: ignore[reportIncompatibleMethodOverride] - Qt hands a QPointF
        self, point: QPointF, accuracy: Qt.HitTestAccuracy
    ) -> int:
        self._room.look()
        number = self._readable_line(point.y())
        block = self._document.findBlockByNumber(number)
        rect = self.blockBoundingRect(block)
        layout, y = block.layout(), point.y() - rect.y()
        for index in range(layout.lineCount()):
            line = layout.lineAt(index)
            if y < line.y() + line.height() or index == layout.lineCount() - 1:
                x = point.x() - rect.x()
                is_beside = not line.x() <= x <= line.x() + line.naturalTextWidth()
                if accuracy == Qt.HitTestAccuracy.ExactHit and is_beside:
                    return -1
                return block.position() + line.xToCursor(x)
        return block.position()

    def _readable_line(self, y: float) -> int:
        """Return the line for a click: the nearer paragraph for one on the gap between two."""
        number = self.line_at(y)
        if self._room.is_gap(number):
            middle = self.top_of(number) + self._heights.height(number) / 2
            above, below = (self._table.entries[n].kind for n in (number - 1, number + 1))
            is_down = y > middle and below is not LineKind.HEADING
            number += 1 if is_down or above is LineKind.HEADING else -1
        if self._room.is_open_fold(number):
            return number
        return number - self._table.entries[number].fold_offset

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        clip: QRectF = context.clip  # type: ignore[attr-defined]
        number = max(self.line_at(clip.top()) - 1, 0)
        block = self._document.findBlockByNumber(number)
        while block.isValid() and self.top_of(number) < clip.bottom():
            rect = self.blockBoundingRect(block)
            entry = self._table.entries[number]
            if rect.height() and not self._room.is_gap(number):
                self._painter.draw(painter, context, block, entry, rect)
            number, block = number + 1, block.next()
