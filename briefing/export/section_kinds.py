"""Divs that ask for pages of another kind: `.landscape`, `.columns` with `.column`s, `.toc`."""

from briefing.model.block import Div

LANDSCAPE, COLUMNS, COLUMN = "landscape", "columns", "column"
_MOST_COLUMNS = 6
CONTENTS_LEVELS = 3  # of headings, where the memo asks for no other depth
_MOST_LEVELS = 6


def kind_of_section(div: Div) -> str:
    """Return which kind of section a div asks for: `landscape`, `columns 2`, or nothing."""
    if LANDSCAPE in div.classes:
        return LANDSCAPE
    if COLUMNS not in div.classes:
        return ""
    inside = sum(isinstance(one, Div) and COLUMN in one.classes for one in div.blocks)
    count = _number(div.attribute("count")) or inside or 2
    return f"{COLUMNS} {min(count, _MOST_COLUMNS)}"


def column_count(kind: str) -> int:
    """Return how many columns a kind of section has."""
    return int(kind.partition(" ")[2] or 1)


def contents_depth(div: Div) -> int:
    """Return how many levels of headings a table of contents shows."""
    return min(_number(div.attribute("depth")) or CONTENTS_LEVELS, _MOST_LEVELS)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 3 else 0
