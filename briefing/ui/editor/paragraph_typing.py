"""What Enter, Backspace, Delete and the first letter do, so that paragraphs stay paragraphs.

Markdown parts paragraphs by a blank line. The writer does not see to that: Enter makes the blank
line, Backspace at a paragraph's start takes it away, lists and quotes go on by themselves.
"""

from collections.abc import Sequence

from briefing.ui.editor.item_marks import read_mark, renumbered, shifted_indent
from briefing.ui.editor.line_edits import (
    LineEdit,
    LineLike,
    Place,
    Typed,
    is_paragraph,
    replace,
)
from briefing.ui.editor.line_kinds import LineKind

_AS_TYPED = frozenset(
    {LineKind.CODE, LineKind.FENCE, LineKind.DIV_OPEN, LineKind.TABLE, LineKind.BLANK}
)


def on_enter(lines: Sequence[LineLike], at: Place) -> Typed:
    """Return what Enter does at a place."""
    line = lines[at.line]
    kind, text = line.line.kind, line.text
    if kind in (LineKind.ITEM, LineKind.QUOTE) and at.column >= line.line.start:
        if not text[line.line.start :].strip():
            return _end_list(lines, at.line)
        return _next_item(lines, at) if kind is LineKind.ITEM else _next_quote(lines, at)
    if kind in _AS_TYPED or (kind is LineKind.ITEM and at.column == 0):
        return _insert(at, "\n", Place(at.line + 1, 0))
    return _insert(at, "\n\n", Place(at.line + 2, 0))


def on_backspace(lines: Sequence[LineLike], at: Place) -> Typed | None:
    """Return what Backspace does, or nothing where it takes one character as ever."""
    line = lines[at.line]
    kind, start = line.line.kind, line.line.start
    if kind in (LineKind.ITEM, LineKind.QUOTE) and at.column == start:
        return _end_list(lines, at.line)
    if at.column or at.line < 2 or kind is LineKind.CODE:
        return None
    above, far = lines[at.line - 1], lines[at.line - 2]
    if above.line.kind is not LineKind.BLANK or not _can_join(far.line.kind):
        return None
    end = Place(at.line - 2, len(far.text))
    return Typed((LineEdit(end, Place(at.line, 0), ""),), end)


def on_delete(lines: Sequence[LineLike], at: Place) -> Typed | None:
    """Return what Delete does, or nothing where it takes one character as ever."""
    line = lines[at.line]
    if at.column < len(line.text) or at.line + 2 >= len(lines) or not _can_join(line.line.kind):
        return None
    if lines[at.line + 1].line.kind is not LineKind.BLANK:
        return None
    if not is_paragraph(lines[at.line + 2].line.kind):
        return None
    return Typed((LineEdit(at, Place(at.line + 2, 0), ""),), at)


def before_letter(lines: Sequence[LineLike], at: Place, letter: str) -> Typed | None:
    """Return the blank lines that a letter needs round it to begin a paragraph, or nothing."""
    if lines[at.line].line.kind is not LineKind.BLANK or lines[at.line].text:
        return None
    above = lines[at.line - 1].line.kind if at.line else LineKind.BLANK
    below = lines[at.line + 1].line.kind if at.line + 1 < len(lines) else LineKind.BLANK
    goes_on = above is LineKind.ITEM and (letter in "-*+" or letter.isdigit())
    head = "" if above in (LineKind.BLANK, LineKind.DIV_OPEN) or goes_on else "\n"
    tail = "" if below in (LineKind.BLANK, LineKind.DIV_CLOSE) else "\n"
    if not head and not tail:
        return None
    return Typed((replace(at.line, 0, 0, head + tail),), Place(at.line + len(head), 0))


def on_tab(lines: Sequence[LineLike], first: int, last: int, *, inward: bool) -> Typed | None:
    """Return what Tab (or Shift+Tab) does to the items among some lines, or nothing."""
    items = [n for n in range(first, last + 1) if lines[n].line.kind is LineKind.ITEM]
    if not items:
        return None
    edits: list[LineEdit] = []
    for number in items:
        mark = read_mark(lines[number].text)
        indent = shifted_indent(lines, number, inward=inward)
        if mark is not None and indent is not None:
            edits.append(replace(number, 0, len(mark.indent), indent))
    return Typed(tuple(edits), Place(last, 0)) if edits else Typed((), Place(last, 0))


def _insert(at: Place, text: str, cursor: Place) -> Typed:
    return Typed((LineEdit(at, at, text),), cursor)


def _next_item(lines: Sequence[LineLike], at: Place) -> Typed:
    mark = read_mark(lines[at.line].text)
    if mark is None:
        return _insert(at, "\n", Place(at.line + 1, 0))
    head = mark.following()
    edits = [LineEdit(at, at, "\n" + head)]
    if mark.number is not None:
        edits += renumbered(lines, at.line + 1, mark.indent, mark.number + 2)
    return Typed(tuple(edits), Place(at.line + 1, len(head)))


def _next_quote(lines: Sequence[LineLike], at: Place) -> Typed:
    head = lines[at.line].text[: lines[at.line].line.start]
    head = head if head.endswith(" ") else head + " "
    return _insert(at, "\n" + head, Place(at.line + 1, len(head)))


def _end_list(lines: Sequence[LineLike], number: int) -> Typed:
    """Take the mark away: the item goes one level out, or becomes a paragraph of its own."""
    line = lines[number]
    outer = shifted_indent(lines, number, inward=False)
    mark = read_mark(line.text)
    if line.line.kind is LineKind.ITEM and mark and mark.indent and outer is not None:
        column = line.line.start - len(mark.indent) + len(outer)
        return Typed((replace(number, 0, len(mark.indent), outer),), Place(number, column))
    follows = number > 0 and is_paragraph(lines[number - 1].line.kind)
    head = "\n" if follows else ""
    edit = replace(number, 0, line.line.start, head)
    return Typed((edit,), Place(number + len(head), 0))


def _can_join(kind: LineKind) -> bool:
    return is_paragraph(kind) or kind is LineKind.HEADING
