"""Leads the cursor to where a section is written: under its heading, never into it."""

from PySide6.QtCore import QObject

from briefing.ui.editor.editor_typing import EditorTyping
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit


class SectionWriting(QObject):
    """Goes to sections; points are code points of the text."""

    def __init__(self, editor: MarkdownTextEdit, typing: EditorTyping) -> None:
        super().__init__(editor)
        self._editor = editor
        self._typing = typing

    def start(self) -> None:
        """Go to where a memo begins: under its first heading, if one stands first."""
        entries = self._editor.table.entries
        written = (number for number, line in enumerate(entries) if line.kind is not LineKind.BLANK)
        self.leave_heading(next(written, 0))
        self._editor.verticalScrollBar().setValue(0)

    def go_under(self, point: int) -> None:
        """Go under the heading at a point, with both in view."""
        self._editor.scroll_to(point)
        self.leave_heading(self._editor.table.line_at(point))

    def leave_heading(self, number: int) -> None:
        """Go under a line if it is a heading."""
        if self._editor.table.entries[number].kind is LineKind.HEADING:
            self._typing.write_under(number)

    def holds_heading(self, start: int, end: int) -> bool:
        """Return whether a span begins with all of a heading."""
        place = self._editor.place_of(start)
        entry = self._editor.table.entries[place.line]
        is_all = place.column <= entry.line.start and end >= start - place.column + len(entry.text)
        return entry.kind is LineKind.HEADING and is_all

    def take_press(self, y: float) -> None:
        """Take a press at a height that is empty room under a heading for one in its section."""
        page = self._editor.page
        number = page.line_at(y)
        rect = page.blockBoundingRect(self._editor.document().findBlockByNumber(number))
        heading = number if y > rect.bottom() else number - 1 if y < rect.top() else -1
        if heading >= 0 and not self._editor.textCursor().hasSelection():
            self.leave_heading(heading)
