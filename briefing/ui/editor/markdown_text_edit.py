"""A QTextEdit whose document is Markdown laid out by ours: its text, its cursor, its edits.

Positions that go in and out are code points of the text.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing.ui.editor.line_edits import Place, Typed
from briefing.ui.editor.line_setter import LineSetter
from briefing.ui.editor.memo_text import MemoText
from briefing.ui.editor.text_looks import TextLooks
from briefing.ui.theme import Theme
from briefing.ui.utf16 import code_point_offset

_KEEP = QTextCursor.MoveMode.KeepAnchor


class MarkdownTextEdit(QTextEdit):
    """Text, cursor and edits; what is drawn besides is added by who derives from it."""

    edited = Signal()
    text_replaced = Signal()  # by another memo's, or by an older version
    lines_moved = Signal(int, int, int)  # Qt position, code units removed, code units added

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "bare")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setter = LineSetter(TextLooks(theme))
        self._shown = self.make_text()
        self._take_up(self._shown)

    # ---- which text is shown ----

    def make_text(self) -> MemoText:
        """Return an empty text that this editor can show."""
        return MemoText(self.setter, self.cursor_place, self)

    @property
    def shown(self) -> MemoText:
        """Return the text that is shown."""
        return self._shown

    def show_text(self, wanted: MemoText) -> None:
        """Show another text, with its own undo; the one before stays as it is."""
        old, self._shown = self._shown, wanted
        if old is wanted:
            return
        old.is_shown = False
        old.table.edited.disconnect(self.edited)
        old.table.moved.disconnect(self.lines_moved)
        wanted.wear(self.setter)
        wanted.page.painter.misspelt = old.page.painter.misspelt
        self._take_up(wanted)
        wanted.page.set_width(self.viewport().width())
        self.text_replaced.emit()

    def _take_up(self, text: MemoText) -> None:
        self._document, self.table, self.page = text.document, text.table, text.page
        text.table.edited.connect(self.edited)
        text.table.moved.connect(self.lines_moved)
        self.setDocument(text.document)
        text.is_shown = True

    # ---- the text ----

    def text(self) -> str:
        """Return the whole Markdown."""
        return self.table.text()

    def set_text(self, text: str, position: int = 0) -> None:
        """Show another text with the cursor at a code point; its undo begins here."""
        self.setPlainText(text)
        self.text_replaced.emit()
        self.set_position(position)

    def replace_text(self, text: str) -> None:
        """Put another text in the place of all, as one step that can be undone."""
        place = self.position()
        cursor = QTextCursor(self._document)
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(text)
        self.text_replaced.emit()
        self.set_position(min(place, len(text)))

    def replace_spans(
        self, changes: tuple[tuple[int, int, str], ...], *, joins: bool = False
    ) -> None:
        """Put texts in the place of spans (ascending, apart), as one step that can be undone.

        With `joins` it is one step with what was done last.
        """
        places = [(self.table.position_at(a), self.table.position_at(b), t) for a, b, t in changes]
        cursor = QTextCursor(self._document)
        if joins:
            cursor.joinPreviousEditBlock()
        else:
            cursor.beginEditBlock()
        for start, end, text in reversed(places):
            cursor.setPosition(start)
            cursor.setPosition(end, _KEEP)
            cursor.insertText(text)
        cursor.endEditBlock()

    def apply(self, typed: Typed, *, joins: bool = False) -> None:
        """Carry out edits as one step that can be undone, and set the cursor."""
        ordered = sorted(typed.edits, key=lambda edit: (edit.start.line, edit.start.column))
        self.replace_spans(
            tuple((self.point_of(e.start), self.point_of(e.end), e.text) for e in ordered),
            joins=joins,
        )
        anchor = typed.anchor or typed.cursor
        self.select_span(self.point_of(anchor), self.point_of(typed.cursor))

    # ---- the cursor ----

    def position(self) -> int:
        """Return the cursor's code point."""
        return self.table.point_at(self.textCursor().position())

    def set_position(self, point: int) -> None:
        """Put the cursor at a code point and bring it into view."""
        self.select_span(point, point)

    def select_span(self, start: int, end: int) -> None:
        """Select code points, the cursor at `end`, and bring them into view."""
        cursor = self.textCursor()
        cursor.setPosition(self.table.position_at(max(start, 0)))
        cursor.setPosition(self.table.position_at(max(end, 0)), _KEEP)
        self.page.lay_line(cursor.block().blockNumber())
        self.setTextCursor(cursor)
        self.ensureCursorVisible()

    def selected_span(self) -> tuple[int, int]:
        """Return the code points that are selected; the cursor twice where none are."""
        cursor = self.textCursor()
        start = self.table.point_at(cursor.selectionStart())
        return start, self.table.point_at(cursor.selectionEnd())

    def selected_lines(self) -> tuple[int, int]:
        """Return the first and last line that the selection touches."""
        cursor = self.textCursor()
        find = self._document.findBlock
        first = find(cursor.selectionStart()).blockNumber()
        return first, find(cursor.selectionEnd()).blockNumber()

    def cursor_place(self) -> tuple[int, int]:
        """Return the cursor's line and column, in code points."""
        cursor = self.textCursor()
        block = cursor.block()
        number = block.blockNumber()
        if not 0 <= number < len(self.table.entries):
            return 0, 0
        text = self.table.entries[number].text
        return number, code_point_offset(text, cursor.position() - block.position())

    def place_of(self, point: int) -> Place:
        """Return the line and column of a code point."""
        number = self.table.line_at(point)
        return Place(number, point - self.table.start_of(number))

    def point_of(self, place: Place) -> int:
        """Return the code point of a line and column."""
        number = min(place.line, len(self.table.entries) - 1)
        return self.table.start_of(number) + place.column

    def scroll_to(self, point: int) -> None:
        """Put the cursor at a code point, a quarter of the window from its top."""
        self.set_position(point)
        offset = self.cursorRect().top() - self.viewport().height() // 4
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() + offset)
