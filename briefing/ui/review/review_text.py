"""The memo's text with what reviewers would change in it: read-only, each change marked."""

from collections.abc import Collection, Iterable, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from briefing.model.marked_text import Mark, MarkedText, MarkKind
from briefing.model.reading_block import ReadingBlock
from briefing.ui.review.cited_words import Labels
from briefing.ui.review.conflict_frames import paint_frames
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.mark_looks import mark_look
from briefing.ui.review.review_document import PlacedMark, ReviewDocument, StateOf
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole

_KEEP = QTextCursor.MoveMode.KeepAnchor
_AT_A_TIME = 24  # marks that are dressed before the window is served again
_BAR = 3  # px of the line beside the change at hand


class ReviewText(QTextEdit):
    """Shows a marked text; tells which mark was pressed."""

    mark_pressed = Signal(object)  # a Mark

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._blocks: tuple[ReadingBlock, ...] = ()
        self._marked = MarkedText("", ())
        self._state_of: StateOf = _open
        self._labels: Labels = {}
        self._at_hand: tuple[Mark, ...] = ()
        self._conflicts: tuple[tuple[int, int], ...] = ()
        self._framed: list[tuple[tuple[int, int], tuple[Mark, ...]]] = []
        self._later: list[PlacedMark] = []  # marks whose looks are another state's
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._dress_some)
        self._lines: tuple[int, int] | None = None  # places of the document, beside them a line
        self._set = ReviewDocument(theme, (), self._marked, _open)
        self.setProperty("role", "bare")
        self.setReadOnly(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAcceptDrops(False)  # a file that is dropped here is the room's matter
        self.setAccessibleName("The memo with its changes")
        self.setDocument(self._set.document)
        theme.changed.connect(self._on_theme_changed)

    def show_text(
        self,
        marked: MarkedText,
        blocks: Sequence[ReadingBlock],
        state_of: StateOf,
        labels: Labels | None = None,
        conflicts: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Show a text; the same place stays in view when it is another state of the same.

        `conflicts` are the stretches of the text that are framed while they are open.
        """
        self._labels, self._conflicts = labels or {}, tuple(conflicts)
        self._blocks, self._marked, self._state_of = tuple(blocks), marked, state_of
        self._build()

    def refresh(self, numbers: Collection[int]) -> None:
        """Dress the marks of changes and conflicts anew: what is in view at once, the rest soon."""
        fresh = self._set.stale(self._state_of, numbers)
        first, last = self._seen()
        seen = [one for one in fresh if one[1] <= last and first <= one[2]]
        if len(fresh) <= _AT_A_TIME:
            seen = fresh
        if seen:
            self._set.refresh(self._state_of, seen)
        self._later += [one for one in fresh if one not in seen]
        if self._later:
            self._soon.start()

    def _dress_some(self) -> None:
        """Dress a few of the marks that wait; the window is served between."""
        some, self._later = self._later[:_AT_A_TIME], self._later[_AT_A_TIME:]
        self._set.refresh(self._state_of, some)
        if self._later:
            self._soon.start()

    def go_to(self, marks: Iterable[Mark]) -> None:
        """Bring the marks of what is at hand into view; a line beside the text shows them."""
        self._at_hand = tuple(marks)
        self._find_lines()
        if self._lines is not None:
            self._scroll_to(self._lines[0])
        self.viewport().update()

    def frames(self) -> list[tuple[int, int]]:
        """Return where conflicts stand in the document that are still open."""
        return [place for place, marks in self._framed if any(map(self._is_open, marks))]

    def scroll_to_text(self, point: int) -> None:
        """Bring a code point of the text into view."""
        place = self._set.place(point)
        if place is not None:
            self._scroll_to(place)

    def _build(self) -> None:
        top = self.verticalScrollBar().value()
        self._later = []
        self._set = ReviewDocument(
            self._theme, self._blocks, self._marked, self._state_of, self._labels
        )
        self.setDocument(self._set.document)
        self._find_lines()
        self._find_frames()
        self._highlight()
        self.verticalScrollBar().setValue(top)

    def _find_lines(self) -> None:
        found = [self._set.places[mark] for mark in self._at_hand if mark in self._set.places]
        starts, ends = [place[0] for place in found], [place[1] for place in found]
        self._lines = (min(starts), max(ends)) if found else None

    def _highlight(self) -> None:
        """Lay the ground under the words of comments."""
        found: list[QTextEdit.ExtraSelection] = []
        look = QTextCharFormat()
        look.setBackground(self._theme.color("highlight"))
        quiet = QTextCursor(self._set.document)
        quiet.beginEditBlock()  # in it, a cursor that is set does not lay out all before it
        for mark, start, end in self._set.marks:
            if mark.kind is not MarkKind.COMMENTED or self._is_resolved(mark):
                continue
            one = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self._set.document)
            cursor.setPosition(start)
            cursor.setPosition(end, _KEEP)
            one.cursor, one.format = cursor, look  # pyright: ignore[reportAttributeAccessIssue]
            found.append(one)
        quiet.endEditBlock()
        self.setExtraSelections(found)

    def _find_frames(self) -> None:
        """Find the words of each conflict in the document."""
        self._framed = []
        for start, end in self._conflicts:
            inside = [
                one
                for one in self._set.marks
                if start <= one[0].start and one[0].end <= end
                if one[0].kind is not MarkKind.COMMENTED
            ]
            if inside:
                place = min(one[1] for one in inside), max(one[2] for one in inside)
                self._framed.append((place, tuple(one[0] for one in inside)))

    def _is_open(self, mark: Mark) -> bool:
        return self._set.states.get(mark) is ItemState.OPEN

    def _is_resolved(self, mark: Mark) -> bool:
        return self._set.states.get(mark) is ItemState.RESOLVED

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
        """Return the narrowest mark at a point."""
        at = self.cursorForPosition(point).position()
        found = [
            (end - start, mark)
            for mark, start, end in self._set.marks
            if start <= at < max(end, start + 1)
        ]
        return min(found, key=lambda one: one[0])[1] if found else None

    def _on_theme_changed(self) -> None:
        self._build()

    # Qt's own

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if not self.textCursor().hasSelection():
            mark = self._mark_at(event.position().toPoint())
            if mark is not None:
                self.mark_pressed.emit(mark)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        first, last = self._seen()
        self._paint_signs(painter, first, last)
        painter.setPen(self._theme.color("warn"))
        seen = [(start, end) for start, end in self.frames() if start <= last and first <= end]
        paint_frames(painter, self, seen)
        if self._lines is None:
            return
        cursor = QTextCursor(self._set.document)
        cursor.setPosition(self._lines[0])
        top = self.cursorRect(cursor).top()
        cursor.setPosition(self._lines[1])
        bottom = self.cursorRect(cursor).bottom()
        painter.fillRect(QRectF(0, top, _BAR, bottom - top), self._theme.color("accent"))

    def _seen(self) -> tuple[int, int]:
        """Return the first and last place of the document that is in view."""
        corner = self.viewport().rect().bottomRight()
        top = self.cursorForPosition(QPoint(0, 0)).position()
        return top, self.cursorForPosition(corner).position()

    def _paint_signs(self, painter: QPainter, first: int, last: int) -> None:
        """Draw a pilcrow where a paragraph is split or joined: there are no words to mark."""
        cursor = QTextCursor(self._set.document)
        for mark, position in self._set.signs:
            if first <= position <= last:
                cursor.setPosition(position)
                look = mark_look(self._theme, mark.kind, self._set.states[mark])
                font = self._theme.font(FontRole.READING)
                font.setStrikeOut(look.fontStrikeOut())
                painter.setFont(font)
                painter.setPen(look.foreground().color())
                place = self.cursorRect(cursor)
                painter.drawText(
                    place.translated(2, 0).adjusted(0, 0, self._theme.px(20), 0), 0, "¶"
                )


def _open(_mark: Mark) -> ItemState:
    return ItemState.OPEN
