"""The article's text in the reader: read-only, its captured passages marked, words selectable."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.model.ids import Uid
from briefing.model.reading_block import ReadingBlock
from briefing.services.evidence import Passage
from briefing.ui.theme import Theme
from briefing.ui.widgets.reading_document import ReadingDocument

_MOST_HITS = 500  # of a search in one text; more are no help, and slow to paint
_FLASH = 1600  # ms that a passage gone to stands out


class ArticleText(QTextEdit):
    """Shows a body; tells what is selected and which fact's passage was pressed."""

    span_selected = Signal(int, int)  # code points of the body; 0, 0: nothing
    fact_pressed = Signal(str)
    suggestion_pressed = Signal(int)  # its start

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading = ReadingDocument(theme)
        self._blocks: tuple[ReadingBlock, ...] = ()
        self._passages: tuple[Passage, ...] = ()
        self._flashed: tuple[int, int] | None = None
        self._suggested: tuple[tuple[int, int], ...] = ()
        self._at_hand: int | None = None
        self._hits: tuple[tuple[int, int], ...] = ()
        self._hit = -1  # the one gone to last
        self.setProperty("role", "bare")
        self.setReadOnly(True)
        self.setAccessibleName("Text of the article")
        self.setDocument(self._reading.document)
        self._calm = QTimer(self, singleShot=True, interval=_FLASH)
        self._calm.timeout.connect(self._on_calm_timeout)
        self.selectionChanged.connect(self._on_selection_changed)
        theme.changed.connect(self._on_theme_changed)

    def show_text(self, blocks: Sequence[ReadingBlock], passages: Sequence[Passage]) -> None:
        """Show a body from its beginning, or the same one with other passages where it was."""
        is_same = tuple(blocks) == self._blocks
        self._blocks = tuple(blocks)
        self._passages = tuple(passages)
        if not is_same:
            self._flashed = None
            self._suggested = ()
            self._hits = ()
            self._hit = -1
            self._reading.set_blocks(self._blocks)
            self.moveCursor(QTextCursor.MoveOperation.Start)
            self.verticalScrollBar().setValue(0)
        self._mark()

    def mark_suggestions(self, spans: Sequence[tuple[int, int]], at_hand: int | None) -> None:
        """Underline the suggested sentences; the one at hand stands out."""
        self._suggested = tuple(spans)
        self._at_hand = at_hand
        self._mark()

    def mark_hits(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark where the words of a search stand."""
        hits = tuple(spans)[:_MOST_HITS]
        if hits != self._hits:
            self._hits = hits
            self._hit = -1
            self._mark()

    def step_hit(self, step: int) -> bool:
        """Go on to the next hit (1) or back (-1), round the end; False where there is none."""
        if not self._hits:
            return False
        first = 0 if step > 0 else len(self._hits) - 1
        self._hit = first if self._hit < 0 else (self._hit + step) % len(self._hits)
        self.go_to(*self._hits[self._hit])
        return True

    def go_to(self, start: int, end: int) -> None:
        """Bring a passage into view and let it stand out for a moment."""
        span = self._reading.shown_span(start, end)
        if span is None:
            return
        cursor = self.textCursor()
        cursor.setPosition(span[0])
        self.setTextCursor(cursor)
        place = self.cursorRect().center().y()
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + place - self.viewport().height() // 3)
        self._flashed = (start, end)
        self._mark()
        self._calm.start()

    def selected_span(self) -> tuple[int, int] | None:
        """Return the body's code points that are selected, without blanks at the ends."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            return None
        return self._reading.body_span(cursor.selectionStart(), cursor.selectionEnd())

    def selection_point(self) -> QPoint:
        """Return where a bar over the selection hangs, in this widget's coordinates."""
        cursor = QTextCursor(self.textCursor())
        cursor.setPosition(self.textCursor().selectionStart())
        return self.viewport().mapTo(self, self.cursorRect(cursor).topLeft())

    def clear_selection(self) -> None:
        """Select nothing."""
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def _mark(self) -> None:
        marks = [self._highlight(one.start, one.end, "highlight") for one in self._passages]
        dotted, solid = (
            QTextCharFormat.UnderlineStyle.DotLine,
            QTextCharFormat.UnderlineStyle.SingleUnderline,
        )
        for place, (start, end) in enumerate(self._suggested):
            token = "accent_soft" if place == self._at_hand else ""
            marks.append(self._highlight(start, end, token, dotted))
        marks += [self._highlight(start, end, "accent_soft", solid) for start, end in self._hits]
        if self._flashed:
            marks.append(self._highlight(*self._flashed, "selection"))
        self.setExtraSelections([mark for mark in marks if mark is not None])

    def _highlight(
        self,
        start: int,
        end: int,
        token: str,
        line: QTextCharFormat.UnderlineStyle = QTextCharFormat.UnderlineStyle.NoUnderline,
    ) -> QTextEdit.ExtraSelection | None:
        span = self._reading.shown_span(start, end)
        if span is None:
            return None
        mark = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self._reading.document)
        cursor.setPosition(span[0])
        cursor.setPosition(span[1], QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        if token:
            ground: QColor = self._theme.color(token)  # pyright: ignore[reportArgumentType]
            look.setBackground(ground)
        if line is not QTextCharFormat.UnderlineStyle.NoUnderline:
            look.setUnderlineStyle(line)
            look.setUnderlineColor(self._theme.color("accent"))
        mark.cursor = cursor  # pyright: ignore[reportAttributeAccessIssue]
        mark.format = look  # pyright: ignore[reportAttributeAccessIssue]
        return mark

    def _fact_at(self, place: QPoint) -> Uid | None:
        at = self.cursorForPosition(place).position()
        for passage in self._passages:
            span = self._reading.shown_span(passage.start, passage.end)
            if span and span[0] <= at < span[1]:
                return passage.fact_uid
        return None

    def _press_suggestion(self, place: QPoint) -> None:
        at = self.cursorForPosition(place).position()
        for start, end in self._suggested:
            span = self._reading.shown_span(start, end)
            if span and span[0] <= at < span[1]:
                self.suggestion_pressed.emit(start)
                return

    def _on_selection_changed(self) -> None:
        self.span_selected.emit(*(self.selected_span() or (0, 0)))

    def _on_calm_timeout(self) -> None:
        self._flashed = None
        self._mark()

    def _on_theme_changed(self) -> None:
        top = self.verticalScrollBar().value()
        self._reading.set_blocks(self._blocks)
        self.verticalScrollBar().setValue(top)
        self._mark()

    # Qt's own

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        fact = None if self.textCursor().hasSelection() else self._fact_at(event.pos())
        if fact:
            self.fact_pressed.emit(fact)
        elif not self.textCursor().hasSelection():
            self._press_suggestion(event.pos())
