"""The mouse on chips: a click opens the source, a click on a fold opens its Markdown."""

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from briefing.ui.editor.citation_chips import Chip
from briefing.ui.editor.line_setter import ChipBox
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit


class ChipPointing(QObject):
    """Finds the chip under the pointer and says what a click on it wishes."""

    citation_requested = Signal(object)  # a Chip

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._pressed: tuple[int, ChipBox] | None = None
        self._pressed_at = QPoint()

    def box_at(self, point: QPoint) -> tuple[int, ChipBox] | None:
        """Return the line and the chip at a point of the viewport."""
        page = self._editor.page
        spot = QPointF(point.x(), point.y() + self._editor.verticalScrollBar().value())
        number = page.line_at(spot.y())
        laid = page.laid(number)
        if laid is None or not laid.boxes:
            return None
        block = self._editor.document().findBlockByNumber(number)
        origin = page.blockBoundingRect(block).topLeft()
        for box in laid.boxes:
            if page.painter.chip_room(block.layout(), box, origin).contains(spot):
                return number, box
        return None

    def press(self, event: QMouseEvent) -> bool:
        """Take a press on a chip; return whether it is one."""
        plain = event.modifiers() in (
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.ControlModifier,
        )
        self._pressed = None
        if event.button() is Qt.MouseButton.LeftButton and plain:
            self._pressed = self.box_at(event.position().toPoint())
            self._pressed_at = event.position().toPoint()
        return self._pressed is not None

    def is_dragged(self, event: QMouseEvent) -> bool:
        """Return whether a press on a chip became a drag, which selects text as ever."""
        if self._pressed is None:
            return False
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if way < QApplication.startDragDistance():
            return False
        self._pressed = None
        return True

    @property
    def holds_press(self) -> bool:
        """Return whether a chip is pressed."""
        return self._pressed is not None

    @property
    def pressed_at(self) -> QPoint:
        """Return where the press was, in the viewport."""
        return self._pressed_at

    def release(self, event: QMouseEvent) -> bool:
        """Do what a click on the pressed chip wishes; return whether there was one."""
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return False
        number, box = pressed
        if self.box_at(event.position().toPoint()) == pressed:
            if box.chip is None:
                self._enter_fold(number)
            else:
                self.citation_requested.emit(box.chip)
        return True

    def hover(self, event: QMouseEvent) -> None:
        """Show a hand over a chip."""
        over = self.box_at(event.position().toPoint())
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.IBeamCursor
        self._editor.viewport().setCursor(shape)

    def chip_at_cursor(self) -> Chip | None:
        """Return the citation that the cursor is in or stands beside."""
        number, column = self._editor.cursor_place()
        laid = self._editor.page.laid(number)
        chips = laid.chips if laid else ()
        inside = next((chip for chip in chips if chip.is_open_at(column)), None)
        return inside or next((c for c in chips if c.start <= column <= c.end), None)

    def _enter_fold(self, number: int) -> None:
        """Put the cursor where the query of a looked-up div is written."""
        entry = self._editor.table.entries[number]
        quote = entry.text.rfind('"')
        column = quote if quote >= 0 else len(entry.text)
        self._editor.set_position(self._editor.table.start_of(number) + column)
