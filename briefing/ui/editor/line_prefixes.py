"""Headings, lists and quotes on whole lines: put before each of them, or taken away."""

import re
from collections.abc import Sequence

from briefing.ui.editor.item_marks import read_mark
from briefing.ui.editor.line_edits import LineEdit, LineLike, replace
from briefing.ui.editor.line_kinds import LineKind

_BOX = re.compile(r"([ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])\]")
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


def toggle_tasks(lines: Sequence[LineLike], first: int, last: int) -> list[LineEdit]:
    """Make lines tasks with a box before them, or plain text where all are tasks already."""
    numbers = _written(lines, first, last)
    marks = {number: read_mark(lines[number].text) for number in numbers}
    is_off = all(mark is not None and mark.is_task for mark in marks.values())
    edits: list[LineEdit] = []
    for number, mark in marks.items():
        text = lines[number].text
        start = len(mark.indent) if mark else 0
        end = lines[number].line.start if mark else 0
        edits.append(replace(number, start, min(end, len(text)), "" if is_off else "- [ ] "))
    return edits


def tick_tasks(lines: Sequence[LineLike], first: int, last: int) -> list[LineEdit]:
    """Tick the boxes of the tasks among some lines, or clear them where all are ticked."""
    boxes = {n: found for n in range(first, last + 1) if (found := _BOX.match(lines[n].text))}
    is_off = all(found[2] != " " for found in boxes.values())
    wanted = " " if is_off else "x"
    return [
        replace(number, found.start(2), found.end(2), wanted) for number, found in boxes.items()
    ]


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
