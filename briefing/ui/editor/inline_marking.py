"""Bold, italic, code and links on a selection: on, off, or ready to be typed into."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[\w'’\-]+")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line's text after the command, and what is selected in it."""

    text: str
    start: int
    end: int


def toggle_mark(text: str, start: int, end: int, mark: str) -> Marked:
    """Put `mark` (`**`, `*`, `` ` ``, `~~`) round a selection of a line, or take it away.

    Without a selection the word at the cursor is meant; between words an empty pair is made.
    Blanks at the ends of the selection stay outside, for marks beside a blank mark nothing.
    """
    had_selection = start != end
    if not had_selection:
        start, end = word_at(text, start)
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    size = len(mark)
    if _is_marked(text, start, end, mark):
        plain = text[: start - size] + text[start:end] + text[end + size :]
        return Marked(plain, start - size, end - size)
    inner = text[start:end]
    if len(inner) > 2 * size and _is_marked(text, start + size, end - size, mark):
        plain = text[:start] + inner[size:-size] + text[end:]
        return Marked(plain, start, end - 2 * size)
    marked = text[:start] + mark + inner + mark + text[end:]
    return Marked(marked, start + size, end + size)


def make_link(text: str, start: int, end: int, address: str) -> Marked:
    """Make the selection, or the word at the cursor, a link; what is to be typed is selected."""
    if start == end:
        start, end = word_at(text, start)
    words = text[start:end]
    made = f"[{words}]({address})"
    result = text[:start] + made + text[end:]
    if not words:
        return Marked(result, start + 1, start + 1)
    first = start + len(words) + 3
    return Marked(result, first, first + len(address))


def word_at(text: str, column: int) -> tuple[int, int]:
    """Return where the word at a column begins and ends; the column twice where there is none."""
    for match in _WORD.finditer(text):
        if match.start() <= column <= match.end():
            return match.span()
    return column, column


def _is_marked(text: str, start: int, end: int, mark: str) -> bool:
    """Return whether exactly this mark stands on both sides; `**` is not `*` twice over."""
    size = len(mark)
    if start < size or text[start - size : start] != mark or text[end : end + size] != mark:
        return False
    if mark == "*":
        before = len(text[:start]) - len(text[:start].rstrip("*"))
        after = len(text[end:]) - len(text[end:].lstrip("*"))
        return before in (1, 3) and after in (1, 3)
    return True
