"""Pandoc's citation syntax at one place of a line: `[see @a, pp. 3-5; -@b]` and `@a [p. 3]`.

Source: the Pandoc User's Guide, "Citation syntax". Ours differs in one thing: a second key in
one part, `[@a and @b]`, is a second source, not words of the first one's suffix.
"""

import re
from collections.abc import Iterator

from briefing.model.block import Citation, CitationItem
from briefing.text.locators import split_locator

MAX_DEPTH = 8  # brackets inside a citation's suffix; deeper ones are no citation

# A key begins with a letter, a digit or `_` and holds single internal marks. Key forms such as
# `@{odd key}` may hold anything but braces. An email address has a letter before its `@`.
KEY = re.compile(
    r"(?<![\w@])(?P<minus>-)?@(?:\{(?P<braced>[^{}\n]+)\}|(?P<plain>\w+(?:[:.#$%&\-+?<>~/]\w+)*))"
)
_OPENER = re.compile(r"\[(?:\\.|[^\[\]\\])*?@[\w{]", re.DOTALL)
_PIECES = re.compile(r"\\.|@\{[^{}\n]*\}|(?P<ticks>`+)|[\[\];]", re.DOTALL)
_SPACE = re.compile(r"\s+")
_JOINS = frozenset({"", "&", "and", "or", "y", "o", "et", "ou", "und", "oder"})


def citation_at(text: str, start: int, end: int | None = None) -> tuple[Citation, int] | None:
    """Return the citation that begins at `start` and where it ends, or None.

    `start` stands on `[`, `@` or `-`. The caller has seen to it that the place is neither
    escaped nor in code.
    """
    stop = len(text) if end is None else end
    if start >= stop:
        return None
    if text[start] == "[":
        return _bracketed_at(text, start, stop)
    return _bare_at(text, start, stop)


def find_plain(text: str) -> Iterator[tuple[int, int, Citation]]:
    """Yield the citations of running text in which nothing else is marked up."""
    position = 0
    while (at := _next_place(text, position)) >= 0:
        found = citation_at(text, at)
        if found is None:
            position = at + 1
        else:
            yield at, found[1], found[0]
            position = found[1]


def _next_place(text: str, position: int) -> int:
    """Return where the next `[`, `@` or `-@` stands that may begin a citation, or -1."""
    sign = text.find("@", position)
    if sign < 0:
        return -1
    bracket = text.find("[", position)
    if 0 <= bracket < sign:
        return bracket
    return sign - 1 if sign > position and text[sign - 1] == "-" else sign


def _bare_at(text: str, start: int, stop: int) -> tuple[Citation, int] | None:
    key = KEY.match(text, start, stop)
    if key is None:
        return None
    first = CitationItem(_key_of(key), suppress_author=bool(key["minus"]))
    after = _bracket_after(text, key.end(), stop)
    if after is None:
        return Citation((first,), bare=True), key.end()
    inside, end = after
    parts = _split_parts(inside)
    locator, suffix = split_locator(_flat(parts[0]))
    if KEY.search(parts[0]):
        return Citation((first,), bare=True), key.end()
    rest = [_items_of(part) for part in parts[1:]]
    if not all(rest):
        return Citation((first,), bare=True), key.end()
    head = CitationItem(first.key, "", locator, suffix, first.suppress_author)
    return Citation((head, *(item for items in rest for item in items)), bare=True), end


def _bracket_after(text: str, position: int, stop: int) -> tuple[str, int] | None:
    """Return what stands in a bracket that follows a bare key, ` [p. 3]`, and its end."""
    at = position + 1 if position < stop and text[position] in " \n" else position
    if at >= stop or text[at] != "[" or text.startswith("[^", at):
        return None
    close = _closing_bracket(text, at, stop)
    if close < 0 or _is_link_tail(text, close + 1, stop):
        return None
    inside = text[at + 1 : close]
    return (inside, close + 1) if inside.strip() else None


def _bracketed_at(text: str, start: int, stop: int) -> tuple[Citation, int] | None:
    if not _OPENER.match(text, start, stop) or text.startswith("[^", start):
        return None
    close = _closing_bracket(text, start, stop)
    if close < 0 or _is_link_tail(text, close + 1, stop):
        return None
    groups = [_items_of(part) for part in _split_parts(text[start + 1 : close])]
    if not all(groups):
        return None
    return Citation(tuple(item for group in groups for item in group)), close + 1


def _is_link_tail(text: str, position: int, stop: int) -> bool:
    """Tell whether what follows a bracket makes it a link's text or a span with attributes."""
    if position >= stop:
        return False
    if text[position] in "({":
        return True
    return text[position] == "[" and not _OPENER.match(text, position, stop)


def _closing_bracket(text: str, start: int, stop: int) -> int:
    """Return where the bracket that opens at `start` closes, or -1."""
    depth = 0
    for match in _pieces(text, start, stop):
        if match[0] == "[":
            depth += 1
            if depth > MAX_DEPTH:
                return -1
        elif match[0] == "]":
            depth -= 1
            if depth == 0:
                return match.start()
    return -1


def _pieces(text: str, start: int, stop: int) -> Iterator[re.Match[str]]:
    """Yield brackets and semicolons; what is escaped, a braced key or code is passed over."""
    position = start
    while match := _PIECES.search(text, position, stop):
        position = _after_code(text, match, stop) if match["ticks"] else match.end()
        yield match


def _after_code(text: str, ticks: re.Match[str], stop: int) -> int:
    """Return where the code that these backticks open ends, or where they end themselves."""
    run = ticks[0]
    close = re.compile(rf"(?<!`){run}(?!`)").search(text, ticks.end(), stop)
    return close.end() if close else ticks.end()


def _split_parts(inside: str) -> list[str]:
    """Cut at the semicolons that stand in no bracket and no code."""
    parts: list[str] = []
    begin = depth = 0
    for match in _pieces(inside, 0, len(inside)):
        if match[0] == "[":
            depth += 1
        elif match[0] == "]":
            depth -= 1
        elif match[0] == ";" and depth == 0:
            parts.append(inside[begin : match.start()])
            begin = match.end()
    return [*parts, inside[begin:]]


def _items_of(part: str) -> list[CitationItem]:
    """Return the sources that one part names; none where it holds no key."""
    keys = [key for key in KEY.finditer(part) if not _is_escaped(part, key.start())]
    items: list[CitationItem] = []
    prefix = part[: keys[0].start()] if keys else ""
    for key, following in zip(keys, [*keys[1:], None], strict=False):
        tail = part[key.end() : following.start() if following else len(part)]
        locator, suffix = split_locator(_flat(tail))
        if following and suffix.strip(" ,") in _JOINS:
            suffix = ""
        items.append(CitationItem(_key_of(key), _flat(prefix), locator, suffix, bool(key["minus"])))
        prefix = ""
    return items


def _key_of(match: re.Match[str]) -> str:
    return match["braced"] or match["plain"]


def _is_escaped(text: str, position: int) -> bool:
    before = text[:position]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _flat(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
