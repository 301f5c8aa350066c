"""Keys in the editor: paragraphs, lists, quotes that go on; blank lines that are stepped over."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor

from briefing.ui.editor.item_marks import counted_anew
from briefing.ui.editor.line_edits import LineEdit, Place, Typed, is_paragraph
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit
from briefing.ui.editor.paragraph_typing import (
    before_letter,
    on_backspace,
    on_delete,
    on_enter,
    on_tab,
)
from briefing.ui.editor.writing_place import is_empty_section, writing_place

_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_STEPS = {
    Qt.Key.Key_Up: QTextCursor.MoveOperation.Up,
    Qt.Key.Key_Down: QTextCursor.MoveOperation.Down,
    Qt.Key.Key_Left: QTextCursor.MoveOperation.Left,
    Qt.Key.Key_Right: QTextCursor.MoveOperation.Right,
}


class EditorTyping(QObject):
    """Answers the keys that mean more in Markdown than a character."""

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._under = -1  # where the cursor stands behind a heading that has no line under it yet
        editor.cursorPositionChanged.connect(self._on_cursor_position_changed)

    def write_under(self, heading: int) -> None:
        """Put the cursor where one writes under a heading; a letter makes the line it lacks."""
        editor = self._editor
        place = writing_place(editor.table.entries, heading)
        if place is not None:
            editor.set_position(editor.point_of(place))
            return
        end = editor.table.start_of(heading) + len(editor.table.entries[heading].text)
        editor.set_position(end)
        self._under = end

    def make_room(self, words: str) -> bool:
        """Make an empty line a paragraph of its own for words that come in; return if it was."""
        typed = None
        if words and not self._editor.textCursor().hasSelection():
            typed = self._room_for(words[0])
        return self._carry_out(typed)

    def take(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return False where the editor does as ever."""
        key = Qt.Key(event.key())
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter(modifiers)
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._tab(inward=key is Qt.Key.Key_Tab)
        if key in _STEPS and modifiers in (_NONE, _SHIFT):
            return self._step(key, keeps_anchor=modifiers == _SHIFT)
        if self._editor.textCursor().hasSelection():
            return False
        if key is Qt.Key.Key_Backspace and modifiers in (_NONE, _SHIFT):
            place = self._place()
            is_done = self._carry_out(on_backspace(self._editor.table.entries, place))
            if is_done:
                self._count_anew(min(place.line, len(self._editor.table.entries) - 1))
            return is_done
        if key is Qt.Key.Key_Delete and modifiers == _NONE:
            return self._carry_out(on_delete(self._editor.table.entries, self._place()))
        return self._letter(event)

    def _on_cursor_position_changed(self) -> None:
        self._under = -1

    def _place(self) -> Place:
        return Place(*self._editor.cursor_place())

    def _carry_out(self, typed: Typed | None) -> bool:
        if typed is None:
            return False
        self._editor.apply(typed)
        return True

    def _enter(self, modifiers: Qt.KeyboardModifier) -> bool:
        if modifiers not in (_NONE, _SHIFT):
            return False
        start, end = self._editor.selected_span()
        if start != end:
            self._editor.replace_spans(((start, end, ""),))
        place = self._place()
        if modifiers == _SHIFT:  # a line that ends within its paragraph (CommonMark 0.31, 6.7)
            kind = self._editor.table.entries[place.line].kind
            head = "\\\n" if is_paragraph(kind) and place.column else "\n"
            point = self._editor.point_of(place)
            self._editor.replace_spans(((point, point, head),), joins=start != end)
            self._editor.ensureCursorVisible()
            return True
        typed = on_enter(self._editor.table.entries, place)
        self._editor.apply(typed, joins=start != end)
        return True

    def _tab(self, *, inward: bool) -> bool:
        entries = self._editor.table.entries
        first, last = self._editor.selected_lines()
        if inward and first == last and entries[first].kind is LineKind.CODE:
            self._editor.textCursor().insertText("    ")
            return True
        typed = on_tab(entries, first, last, inward=inward)
        if typed is None:
            return False
        self._indent(typed)
        return True

    def _indent(self, typed: Typed) -> None:
        """Move items in or out; the cursor and the selection go with their words."""
        cursor = self._editor.textCursor()
        edits = tuple(
            (self._editor.point_of(e.start), self._editor.point_of(e.end), e.text)
            for e in typed.edits
        )
        self._editor.replace_spans(edits)
        moved = frozenset(edit.start.line for edit in typed.edits)
        for number in sorted(moved):
            self._count_anew(number, moved)
        self._editor.setTextCursor(cursor)

    def _count_anew(self, number: int, begun: frozenset[int] = frozenset()) -> None:
        """Let the numbers of a list follow one another again, within the step before."""
        edits = counted_anew(self._editor.table.entries, number, begun)
        if edits:
            cursor = self._editor.textCursor()
            point_of = self._editor.point_of
            self._editor.replace_spans(
                tuple((point_of(e.start), point_of(e.end), e.text) for e in edits), joins=True
            )
            self._editor.setTextCursor(cursor)

    def _step(self, key: Qt.Key, *, keeps_anchor: bool) -> bool:
        """Move, over the blank line between two paragraphs too: it is no place to write."""
        cursor = self._editor.textCursor()
        mode = QTextCursor.MoveMode.KeepAnchor if keeps_anchor else QTextCursor.MoveMode.MoveAnchor
        if not keeps_anchor and cursor.hasSelection():
            return False
        if not cursor.movePosition(_STEPS[key], mode) and not keeps_anchor:
            return False
        if self._is_gap(cursor):
            cursor.movePosition(_STEPS[key], mode)
        self._editor.setTextCursor(cursor)
        self._editor.ensureCursorVisible()
        return True

    def _is_gap(self, cursor: QTextCursor) -> bool:
        entries, number = self._editor.table.entries, cursor.blockNumber()
        if not 0 < number < len(entries) - 1 or entries[number].kind is not LineKind.BLANK:
            return False
        around = (entries[number - 1].kind, entries[number + 1].kind)
        is_between = LineKind.BLANK not in around and not entries[number].fold_size
        return is_between and not is_empty_section(entries, number)

    def _room_for(self, letter: str) -> Typed | None:
        """Return the blank lines that are lacking round the cursor, or nothing."""
        entries, place = self._editor.table.entries, self._place()
        is_behind_heading = self._editor.position() == self._under
        if is_behind_heading and entries[place.line].kind is LineKind.HEADING:
            is_last = place.line + 1 == len(entries)
            edit = LineEdit(place, place, "\n\n" if is_last else "\n\n\n")
            return Typed((edit,), Place(place.line + 2, 0))
        return before_letter(entries, place, letter)

    def _letter(self, event: QKeyEvent) -> bool:
        """Begin a paragraph on a blank line that touches others."""
        letter = event.text()
        if not letter.isprintable() or not letter or event.modifiers() not in (_NONE, _SHIFT):
            return False
        typed = self._room_for(letter)
        if typed is None:
            return False
        edit = typed.edits[0]
        at = typed.cursor.line - edit.start.line
        text = edit.text[:at] + letter + edit.text[at:]
        cursor = Place(typed.cursor.line, len(letter))
        self._editor.apply(Typed((type(edit)(edit.start, edit.end, text),), cursor))
        return True
