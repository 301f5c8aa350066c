"""Footnotes: one is put in at the cursor, or the cursor goes from a mark to its note and back."""

import re

from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.note_places import place_of_notes

_MARK = re.compile(r"\[\^([^\]\s]+)\](?!:)")
_NOTE = re.compile(r"\[\^([^\]\s]+)\]:[ \t]*")


def footnote(editor: MemoEditor) -> None:
    """Go to the note of the mark at the cursor, back from a note to its mark, or begin a note."""
    number, column = editor.cursor_place()
    entry = editor.table.entries[number]
    if entry.kind is LineKind.NOTE:
        found = _NOTE.match(entry.text)
        if found and _go_to_mark(editor, found[1]):
            return
    for mark in _MARK.finditer(entry.text):
        if mark.start() <= column <= mark.end() and _go_to_note(editor, mark[1]):
            return
    if entry.kind not in (LineKind.CODE, LineKind.FENCE, LineKind.DIV_OPEN, LineKind.NOTE):
        _begin(editor)


def _go_to_note(editor: MemoEditor, name: str) -> bool:
    for number, entry in enumerate(editor.table.entries):
        found = _NOTE.match(entry.text) if entry.kind is LineKind.NOTE else None
        if found and found[1] == name:
            editor.scroll_to(editor.table.start_of(number) + len(entry.text))
            return True
    return False


def _go_to_mark(editor: MemoEditor, name: str) -> bool:
    for number, entry in enumerate(editor.table.entries):
        for mark in _MARK.finditer(entry.text):
            if mark[1] == name:
                editor.scroll_to(editor.table.start_of(number) + mark.end())
                return True
    return False


def _begin(editor: MemoEditor) -> None:
    """Put a mark at the cursor and an empty note under the others, as one step."""
    entries = editor.table.entries
    used = {found[1] for entry in entries for found in _MARK.finditer(entry.text)}
    used |= {found[1] for entry in entries if (found := _NOTE.match(entry.text))}
    name = next(str(n) for n in range(1, len(used) + 2) if str(n) not in used)
    point = editor.selected_span()[1]
    at = place_of_notes(editor)
    note = f"\n\n[^{name}]: "
    mark = f"[^{name}]"
    if at < point:  # the notes stand above the cursor
        editor.replace_spans(((at, at, note), (point, point, mark)))
        editor.scroll_to(at + len(note))
    elif at == point:
        editor.replace_spans(((point, point, mark + note),))
        editor.scroll_to(point + len(mark) + len(note))
    else:
        editor.replace_spans(((point, point, mark), (at, at, note)))
        editor.scroll_to(at + len(mark) + len(note))
