"""Headings, lists and quotes on whole lines: put before each of them, or taken away."""

import re
from collections.abc import Sequence

from briefing.ui.editor.item_marks import read_mark
from briefing.ui.editor.line_edits import LineEdit, LineLike, replace
from briefing.ui.editor.line_kinds import LineKind

_HASHES = re.compile(r" {0,3}#{1,6}[ \t]*")


def toggle_heading(line: LineLike, number: int, level: int) -> LineEdit:
    """Make a line a heading of a level, or plain text where it is one already."""
    match = _HASHES.match(line.text)
    end = match.end() if match and line.line.kind is LineKind.HEADING else 0
    wanted = "" if end and line.line.level == level else "#" * level + " "
    return replace(number, 0, end, wanted)


def toggle_items(
    lines: Sequence[LineLike], first: int, last: int, *, numbered: bool
) -> list[LineEdit]:
    """Make lines items of a list, or plain text where all are such items already."""
    numbers = _written(lines, first, last)
    marks = {number: read_mark(lines[number].text) for number in numbers}
    are_items = [
        mark is not None and (mark.number is not None) == numbered for mark in marks.values()
    ]
    is_off = bool(are_items) and all(are_items)
    edits: list[LineEdit] = []
    for count, number in enumerate(numbers, 1):
        mark = marks[number]
        start = len(mark.indent) if mark else 0
        end = mark.width if mark else 0
        bullet = "" if is_off else (f"{count}. " if numbered else "- ")
        edits.append(replace(number, start, min(end, len(lines[number].text)), bullet))
    return edits


def toggle_quote(lines: Sequence[LineLike], first: int, last: int) -> list[LineEdit]:
    """Put `> ` before lines, the blank ones among them too, or take it away."""
    numbers = list(range(first, last + 1))
    if all(lines[number].line.kind is LineKind.QUOTE for number in numbers):
        return [replace(number, 0, lines[number].line.start, "") for number in numbers]
    return [replace(number, 0, 0, "> ") for number in numbers]


def _written(lines: Sequence[LineLike], first: int, last: int) -> list[int]:
    """Return the lines that hold something; the one line where it is blank itself."""
    if first == last:
        return [first]
    return [n for n in range(first, last + 1) if lines[n].line.kind is not LineKind.BLANK]
