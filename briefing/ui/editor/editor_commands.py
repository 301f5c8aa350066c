"""Commands on the text: bold, headings, lists, links, blocks that are looked up."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from briefing.ui.editor.inline_marking import Marked, make_link, toggle_mark
from briefing.ui.editor.line_edits import LineEdit, Place, Typed
from briefing.ui.editor.line_prefixes import (
    tick_tasks,
    toggle_heading,
    toggle_items,
    toggle_quote,
    toggle_tasks,
)
from briefing.ui.editor.memo_editor import MemoEditor

BOLD, ITALIC, CODE = "**", "*", "`"


class EditorCommands(QObject):
    """What menus and keys do to the selection; each is one step that can be undone."""

    def __init__(self, editor: MemoEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def bold(self) -> None:
        """Make the selection bold, or plain again."""
        self._mark(BOLD)

    def italic(self) -> None:
        """Make the selection italic, or plain again."""
        self._mark(ITALIC)

    def link(self) -> None:
        """Make the selection a link; an address on the clipboard is taken."""
        copied = QApplication.clipboard().text().strip()
        is_address = copied.startswith(("https://", "http://")) and " " not in copied
        address = copied if is_address and "\n" not in copied else "https://"
        place, end = self._ends()
        if place.line == end.line:
            text = self._editor.table.entries[place.line].text
            self._put(place.line, make_link(text, place.column, end.column, address))

    def heading(self, level: int = 2) -> None:
        """Make the line a heading, or plain again."""
        number, _ = self._editor.cursor_place()
        self._change_lines([toggle_heading(self._editor.table.entries[number], number, level)])

    def bullets(self) -> None:
        """Make the lines a bulleted list, or plain again."""
        first, last = self._editor.selected_lines()
        entries = self._editor.table.entries
        self._change_lines(toggle_items(entries, first, last, numbered=False))

    def numbers(self) -> None:
        """Make the lines a numbered list, or plain again."""
        first, last = self._editor.selected_lines()
        entries = self._editor.table.entries
        self._change_lines(toggle_items(entries, first, last, numbered=True))

    def tasks(self) -> None:
        """Make the lines a list of tasks, or plain again."""
        first, last = self._editor.selected_lines()
        self._change_lines(toggle_tasks(self._editor.table.entries, first, last))

    def tick(self) -> None:
        """Tick the tasks of the lines, or clear their boxes."""
        first, last = self._editor.selected_lines()
        self._change_lines(tick_tasks(self._editor.table.entries, first, last))

    def quote(self) -> None:
        """Make the lines a quotation, or plain again."""
        first, last = self._editor.selected_lines()
        self._change_lines(toggle_quote(self._editor.table.entries, first, last))

    def looked_up(self, name: str, attributes: str, selected: str) -> None:
        """Put in a block that is looked up, with `selected` in its opening line selected."""
        opening = "::: {." + name + (f" {attributes}" if attributes else "") + "}"
        self._editor.insert_block(f"{opening}\n:::")
        end = self._editor.position() - len("\n:::")
        start = end - len(opening) + opening.rfind(selected) if selected else end
        self._editor.select_span(start, start + len(selected))

    def _ends(self) -> tuple[Place, Place]:
        start, end = self._editor.selected_span()
        return self._editor.place_of(start), self._editor.place_of(end)

    def _mark(self, mark: str) -> None:
        """Mark each line of the selection by itself: no mark reaches over a line's end."""
        first, last = self._ends()
        entries = self._editor.table.entries
        if first.line == last.line:
            text = entries[first.line].text
            self._put(first.line, toggle_mark(text, first.column, last.column, mark))
            return
        edits: list[LineEdit] = []
        for number in range(first.line, last.line + 1):
            text = entries[number].text
            start = first.column if number == first.line else entries[number].line.start
            end = last.column if number == last.line else len(text)
            if text[start:end].strip():
                marked = toggle_mark(text, start, end, mark).text
                edits.append(LineEdit(Place(number, 0), Place(number, len(text)), marked))
        end_column = len(entries[last.line].text)
        self._editor.apply(Typed(tuple(edits), Place(last.line, end_column)))

    def _put(self, number: int, marked: Marked) -> None:
        """Put a line's new text in, but only where it differs: undo shows what was done."""
        old = self._editor.table.entries[number].text
        start, end, text = changed_part(old, marked.text)
        edit = LineEdit(Place(number, start), Place(number, end), text)
        anchor, cursor = Place(number, marked.start), Place(number, marked.end)
        self._editor.apply(Typed((edit,), cursor, anchor))

    def _change_lines(self, edits: list[LineEdit]) -> None:
        """Change the beginnings of lines; the cursor stays with its words."""
        cursor = self._editor.textCursor()
        self._editor.replace_spans(
            tuple(
                (self._editor.point_of(edit.start), self._editor.point_of(edit.end), edit.text)
                for edit in edits
            )
        )
        self._editor.setTextCursor(cursor)


def changed_part(old: str, new: str) -> tuple[int, int, str]:
    """Return the span of `old` that differs, and what stands there in `new`."""
    start = 0
    while start < min(len(old), len(new)) and old[start] == new[start]:
        start += 1
    tail = 0
    while tail < min(len(old), len(new)) - start and old[-1 - tail] == new[-1 - tail]:
        tail += 1
    return start, len(old) - tail, new[start : len(new) - tail]
