"""Where a memo's footnotes stand: under the others, or at its end."""

from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit


def place_of_notes(editor: MarkdownTextEdit) -> int:
    """Return the code point behind which the next note goes: the last note, or the last words."""
    entries = editor.table.entries
    last = max((n for n, entry in enumerate(entries) if entry.kind is LineKind.NOTE), default=-1)
    if last < 0:
        last = len(entries) - 1
        while last > 0 and entries[last].kind is LineKind.BLANK:
            last -= 1
    else:
        while last + 1 < len(entries) and entries[last + 1].kind is not LineKind.BLANK:
            last += 1
    return editor.table.start_of(last) + len(entries[last].text)
