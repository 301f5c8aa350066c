"""Portion marks put before paragraphs, titles and captions, changed, or taken away."""

import re

from briefing.text.contents import PlacedContent, contents_of

_MARK = re.compile(r"(?P<before>[*_]*)\((?P<mark>[A-Z][A-Z0-9]*(?:[:+/ .-]{1,2}[A-Z0-9]+)*)\)\s?")
_PICTURE = re.compile(r"!\[")
_TASK = re.compile(r"\[[ xX]\]\s+")
Edit = tuple[int, int, str]


def portion_edits(markdown: str, start: int, end: int, mark: str) -> tuple[Edit, ...]:
    """Return what marks every portion that `start` to `end` touches; no mark takes theirs away.

    The mark of a picture stands before its caption. Notes, cells and block quotations are no
    portions. Places are code points of `markdown`, ascending.
    """
    edits: list[Edit] = []
    for placed in contents_of(markdown):
        content = placed.content
        if content.kind not in {"paragraph", "heading"} or {"note", "quote"} & set(
            content.containers
        ):
            continue
        first, last = placed.span(0, len(content.text))
        line_start = markdown.rfind("\n", 0, first) + 1
        if content.text.strip() and line_start <= end and start <= last:
            edits += _edit(placed, mark)
    return tuple(edits)


def _edit(placed: PlacedContent, mark: str) -> list[Edit]:
    """Return the one edit of a portion, or none where it bears the mark already."""
    text = placed.content.text
    lead = _PICTURE.match(text) or _TASK.match(text)
    begin = lead.end() if lead else 0
    found = _MARK.match(text, begin)
    if found is None:
        place = placed.span(begin, begin + 1)[0]
        return [(place, place, f"({mark}) ")] if mark else []
    if found["mark"] == mark:
        return []
    inner = found.end("before")
    start, end = placed.span(inner, found.end())
    space = text[found.end() - 1 : found.end()] if text[found.end() - 1].isspace() else ""
    return [(start, end, f"({mark}){space}" if mark else "")]
