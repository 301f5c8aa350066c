"""Pages of a text: which one a place is on, and how a citation names it."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.text.locators import split_locator

_SEVERAL = re.compile(r"[–,;&]|\d-\d")


def page_of(pages: Sequence[tuple[int, str]], start: int, end: int) -> str:
    """Return the label of the page on which `text[start:end]` stands, or of its first and last.

    `pages` are (start in the text, label) in ascending order; nothing where there are none.
    """
    first, last = _at(pages, start), _at(pages, max(start, end - 1))
    return first if first == last or not first else f"{first}–{last}"


def page_locator(labels: Sequence[str]) -> str:
    """Return pages as a citation writes them: `p. 3`, `pp. 3, 7`; braced where it must be."""
    named = list(dict.fromkeys(label for label in labels if label))
    if not named:
        return ""
    pages = ", ".join(named)
    term = "pp." if len(named) > 1 or _SEVERAL.search(pages) else "p."
    return f"{term} {pages}"


def cited_pages(labels: Sequence[str]) -> str:
    """Return a locator as it is written behind a key, so that it is read whole again."""
    locator = page_locator(labels)
    return locator if not locator or split_locator(locator) == (locator, "") else f"{{{locator}}}"


def _at(pages: Sequence[tuple[int, str]], place: int) -> str:
    index = bisect_right(pages, place, key=lambda page: page[0]) - 1
    return pages[max(index, 0)][1] if pages else ""
