"""The mark before a list item or a quote: read, continued, numbered, indented."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ui.editor.line_edits import LineEdit, LineLike, replace
from briefing.ui.editor.line_kinds import LineKind

_MARK = re.compile(r"([ \t]*)([-*+]|(\d{1,9})([.)]))([ \t]+|$)(\[[ xX]\][ \t]+)?")
_MOST_SPACES = 4  # after a mark; five begin code (CommonMark 0.31, 5.2)


@dataclass(frozen=True, slots=True)
class ItemMark:
    """`  3. [ ] `: the indent, the bullet or the number, the delimiter, the box of a task."""

    indent: str
    bullet: str
    number: int | None
    delimiter: str
    space: str
    is_task: bool

    @property
    def width(self) -> int:
        """Return how far the item's own words are indented, without the box."""
        return len(self.indent) + len(self.bullet) + len(self.space)

    def following(self) -> str:
        """Return the mark of the next item."""
        bullet = self.bullet if self.number is None else f"{self.number + 1}{self.delimiter}"
        return f"{self.indent}{bullet}{self.space}" + ("[ ] " if self.is_task else "")


def read_mark(text: str) -> ItemMark | None:
    """Return the mark of an item, or nothing."""
    match = _MARK.match(text)
    if match is None:
        return None
    indent, bullet, number, delimiter, space, box = match.groups()
    space = space if 0 < len(space) <= _MOST_SPACES else " "
    return ItemMark(
        indent, bullet, int(number) if number else None, delimiter or "", space, box is not None
    )


def renumbered(
    lines: Sequence[LineLike], number: int, indent: str, first: int
) -> tuple[LineEdit, ...]:
    """Return the edits that count the items from line `number` on, beginning with `first`.

    Stops where the list ends; nested items and their lines are passed over.
    """
    edits: list[LineEdit] = []
    count = first
    while number < len(lines):
        text, kind = lines[number].text, lines[number].line.kind
        depth = len(text) - len(text.lstrip(" \t"))
        mark = read_mark(text) if kind is LineKind.ITEM else None
        if mark and mark.indent == indent:
            if mark.number is None:
                break
            if mark.number != count:
                start = len(indent)
                edits.append(replace(number, start, start + len(str(mark.number)), str(count)))
            count += 1
        elif kind is LineKind.BLANK or depth <= len(indent):
            break
        number += 1
    return tuple(edits)


def counted_anew(
    lines: Sequence[LineLike], number: int, begun: frozenset[int] = frozenset()
) -> tuple[LineEdit, ...]:
    """Return the edits that count the list round line `number` from its first items on.

    The first item of each level keeps its number, but for the lines `begun`, which count from 1.
    """
    first = number
    while first > 0 and _is_of_list(lines[first - 1]):
        first -= 1
    counts: dict[int, int] = {}  # by depth
    edits: list[LineEdit] = []
    for at in range(first, len(lines)):
        if not _is_of_list(lines[at]):
            break
        mark = read_mark(lines[at].text) if lines[at].line.kind is LineKind.ITEM else None
        if mark is None:
            continue
        depth = len(mark.indent)
        counts = {level: count for level, count in counts.items() if level <= depth}
        if mark.number is None:
            counts.pop(depth, None)
            continue
        start = 1 if at in begun else mark.number
        counts[depth] = counts[depth] + 1 if depth in counts else start
        if mark.number != counts[depth]:
            edits.append(replace(at, depth, depth + len(str(mark.number)), str(counts[depth])))
    return tuple(edits)


def _is_of_list(line: LineLike) -> bool:
    return line.line.kind is LineKind.ITEM or line.text[:1] in (" ", "\t")


def shifted_indent(lines: Sequence[LineLike], number: int, *, inward: bool) -> str | None:
    """Return the indent of an item one level further in or out, or nothing where it cannot go.

    Further in is where the words of the item above begin (CommonMark 0.31, 5.2: that makes it a
    part of that item).
    """
    mark = read_mark(lines[number].text)
    if mark is None:
        return None
    for above in range(number - 1, -1, -1):
        if lines[above].line.kind is LineKind.BLANK:
            continue
        other = read_mark(lines[above].text) if lines[above].line.kind is LineKind.ITEM else None
        if other is None:
            if lines[above].text[:1] in (" ", "\t"):
                continue
            break
        if inward and len(other.indent) <= len(mark.indent):
            return " " * other.width if other.width > len(mark.indent) else None
        if not inward and len(other.indent) < len(mark.indent):
            return other.indent
    return None if inward or not mark.indent else ""
