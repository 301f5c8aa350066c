"""What each line of a Markdown text is: heading, list item, quote, code, table, fenced div.

Lines are read one by one; what a line hands to the next is its `Context`. This serves drawing
and typing only; what a memo means is read by `briefing.text.blocks`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

# What stands open at the end of a line: the fence of a code block ("```", "~~~~") or the class
# of a fenced div (".facts"; "." for one without), the innermost last.
Context = tuple[str, ...]

LOOKED_UP = frozenset({".facts", ".timeline", ".sources"})

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ITEM = re.compile(r"([ \t]*)((?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$))(\[[ xX]\][ \t]+)?")
_QUOTE = re.compile(r"(?: {0,3}>[ \t]?)+")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})([^`]*)$")
_DIV = re.compile(r" {0,3}:{3,}[ \t]*(.*?)[ \t]*:*[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_CLASS = re.compile(r"\.[\w-]+")


class LineKind(StrEnum):
    """What a line is."""

    TEXT = "text"
    BLANK = "blank"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    FENCE = "fence"
    DIV_OPEN = "div_open"
    DIV_CLOSE = "div_close"
    TABLE = "table"
    RULE = "rule"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it reads: `start` is where its own words begin, after marks and indent.

    `level` is a heading's; `classes` is what a div is opened with; `after` is what it leaves open.
    """

    kind: LineKind
    start: int = 0
    level: int = 0
    classes: str = ""
    after: Context = ()


def read_line(text: str, before: Context) -> Line:
    """Read a line that follows `before`."""
    if before and before[-1][0] in "`~":
        return _in_code(text, before)
    if not text or text.isspace():
        return Line(LineKind.BLANK, after=before)
    first = text.lstrip(" ")[:1]
    if first in "`~" and (fence := _FENCE.match(text)):
        return Line(LineKind.FENCE, len(text), after=(*before, fence[1]))
    if first == ":" and (div := _DIV.match(text)):
        return _div(text, div[1].strip(), before)
    return _block(text, first, before)


def _in_code(text: str, before: Context) -> Line:
    fence = before[-1]
    closing = text.strip()
    if len(closing) >= len(fence) and set(closing) == {fence[0]}:
        return Line(LineKind.FENCE, len(text), after=before[:-1])
    return Line(LineKind.CODE, after=before)


def _div(text: str, words: str, before: Context) -> Line:
    if words:
        found = _CLASS.search(words)
        name = found[0] if found else "." + words.split(maxsplit=1)[0].strip("{}")
        return Line(LineKind.DIV_OPEN, len(text), classes=name, after=(*before, name))
    return Line(LineKind.DIV_CLOSE, len(text), after=before[:-1])


def _block(text: str, first: str, before: Context) -> Line:
    """Read a line that opens no fence."""
    if first == "#" and (heading := _HEADING.match(text)):
        return Line(LineKind.HEADING, heading.end(), len(heading[1]), after=before)
    if first == ">" and (quote := _QUOTE.match(text)):
        return Line(LineKind.QUOTE, quote.end(), after=before)
    if first == "|":
        return Line(LineKind.TABLE, after=before)
    if first in "-*_" and _RULE.match(text):
        return Line(LineKind.RULE, len(text), after=before)
    if item := _ITEM.match(text):
        return Line(LineKind.ITEM, item.end(), after=before)
    if first == "[" and (note := _NOTE.match(text)):
        return Line(LineKind.NOTE, note.end(), after=before)
    return Line(LineKind.TEXT, after=before)
