"""The marked text as a document: set for reading, citations small, each mark in its looks."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtGui import QFont, QTextCharFormat, QTextCursor, QTextDocument

from briefing.model.marked_text import Mark, MarkedText, MarkKind
from briefing.model.reading_block import ReadingBlock
from briefing.ui.review.cited_words import Labels, PlaceShift, say_citations
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.mark_looks import mark_look
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.reading_document import ReadingDocument

_KEEP = QTextCursor.MoveMode.KeepAnchor
_EDGE = 14  # px that are left for the line beside what is at hand
_PART = 4  # px between words that go and those that come
_BLANKS = 6  # before the end of a paragraph, at the most
_BELOW = 120  # px below the text, so that its end can be read in the middle
_PARTED = frozenset({MarkKind.DELETED, MarkKind.MINE, MarkKind.INSERTED})

StateOf = Callable[[Mark], ItemState]
PlacedMark = tuple[Mark, int, int]  # with its place in the document, in UTF-16 units


class ReviewDocument:
    """Built before any view shows it: nothing is laid out until it is whole."""

    def __init__(
        self,
        theme: Theme,
        blocks: Sequence[ReadingBlock],
        marked: MarkedText,
        state_of: StateOf,
        labels: Labels | None = None,
    ) -> None:
        self._theme = theme
        self._reading = ReadingDocument(theme)
        self._looks: dict[tuple[MarkKind, ItemState], QTextCharFormat] = {}
        self.states: dict[Mark, ItemState] = {}
        self._reading.set_blocks(blocks)
        self.marks: list[PlacedMark] = []
        self.signs: list[tuple[Mark, int]] = []  # ends of paragraphs that come or go
        for mark in marked.marks:
            self._place_mark(mark, marked.text[mark.start : mark.end])
        self._shift = self._say_citations(labels or {})
        self.places = {mark: (start, end) for mark, start, end in self.marks}
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        self._leave_edge()
        self._part_words(cursor)
        self.dress(self.marks, state_of)
        cursor.endEditBlock()

    @property
    def document(self) -> QTextDocument:
        """Return the document."""
        return self._reading.document

    def place(self, point: int) -> int | None:
        """Return where a code point of the marked text is in the document."""
        span = self._reading.shown_span(point, point + 1)
        return self._shift.place(span[0]) if span else None

    def stale(self, state_of: StateOf, numbers: Collection[int]) -> list[PlacedMark]:
        """Return the marks of some numbers whose looks are those of another state."""
        return [
            one
            for one in self.marks
            if one[0].number in numbers and state_of(one[0]) is not self.states[one[0]]
        ]

    def refresh(self, state_of: StateOf, marks: Sequence[PlacedMark]) -> None:
        """Dress marks anew; all between the first and the last of them is laid out again."""
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        self.dress(marks, state_of)
        cursor.endEditBlock()

    def dress(self, marks: Sequence[PlacedMark], state_of: StateOf) -> None:
        """Give marks the looks of their state; comments have a ground of the view's own."""
        cursor = QTextCursor(self.document)
        for mark, start, end in marks:
            state = state_of(mark)
            self.states[mark] = state
            if mark.kind is not MarkKind.COMMENTED:
                cursor.setPosition(start)
                cursor.setPosition(end, _KEEP)
                cursor.mergeCharFormat(self._look(mark.kind, state))

    def _place_mark(self, mark: Mark, words: str) -> None:
        span = self._reading.shown_span(mark.start, max(mark.end, mark.start + 1))
        if span is not None:
            self.marks.append((mark, *span))
            return
        place = self._shown_end(mark.start)
        if place is not None:
            self.marks.append((mark, place, place))
            if mark.kind in (MarkKind.INSERTED, MarkKind.DELETED) and "\n" in words:
                self.signs.append((mark, place))

    def _shown_end(self, point: int) -> int | None:
        """Return where the words right before a point end; blanks there are not shown."""
        for start in range(point - 1, max(point - _BLANKS, 0) - 1, -1):
            span = self._reading.shown_span(start, start + 1)
            if span is not None:
                return span[1]
        return None

    def _look(self, kind: MarkKind, state: ItemState) -> QTextCharFormat:
        if (kind, state) not in self._looks:
            self._looks[kind, state] = mark_look(self._theme, kind, state)
        return self._looks[kind, state]

    def _leave_edge(self) -> None:
        frame = self.document.rootFrame()
        room = frame.frameFormat()
        room.setLeftMargin(self._theme.px(_EDGE))
        room.setBottomMargin(self._theme.px(_BELOW))
        frame.setFrameFormat(room)

    def _part_words(self, cursor: QTextCursor) -> None:
        """Leave a gap between what goes and what comes in its place: they touch in the text."""
        gap = QTextCharFormat()
        gap.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
        gap.setFontLetterSpacing(self._theme.px(_PART))
        begins = {start for mark, start, _ in self.marks if mark.kind is MarkKind.INSERTED}
        for mark, start, end in self.marks:
            if mark.kind in _PARTED and end in begins and end > start:
                cursor.setPosition(end - 1)
                cursor.setPosition(end, _KEEP)
                cursor.mergeCharFormat(gap)

    def _say_citations(self, labels: Labels) -> PlaceShift:
        """Set citations as the editor's chips are: short, small, in the accent's colours."""
        look = QTextCharFormat()
        look.setFont(self._theme.font(FontRole.SMALL))
        look.setForeground(self._theme.color("accent"))
        look.setBackground(self._theme.color("accent_soft"))
        bounds = {place for _, start, end in self.marks for place in (start, end)}
        shift = say_citations(self.document, look, labels, bounds)
        self.marks = [
            (mark, shift.place(start), shift.place(end)) for mark, start, end in self.marks
        ]
        self.marks = [self._trimmed(*one) for one in self.marks]
        self.signs = [(mark, shift.place(position)) for mark, position in self.signs]
        return shift

    def _trimmed(self, mark: Mark, start: int, end: int) -> PlacedMark:
        """Leave blanks at the ends of a mark's words unmarked, as a pen would."""
        first, last = start, end
        while first < last and self.document.characterAt(first).isspace():
            first += 1
        while first < last and self.document.characterAt(last - 1).isspace():
            last -= 1
        return (mark, first, last) if first < last else (mark, start, end)
