"""Marks that remember which facts a citation stood for, once it cites their articles.

`[]{cites="@fact:7k2"}[@nyt2025vow, p. 3]`: an empty span with an attribute, which pandoc reads and
shows nothing of (User's Guide, "Extension: bracketed_spans"). Such Markdown can be read back.
"""

import re
from collections.abc import Callable

from briefing.text.citations import find_citations

_MARK = re.compile(r'\[\]\{cites="([^"]*)"\}$')
_LONGEST = 2_000  # code points that are looked back for a mark
_ENTITIES = (("&", "&amp;"), ('"', "&quot;"), ("\n", "&#10;"), ("{", "&#123;"), ("}", "&#125;"))

Restore = Callable[[str, str], str]  # (citation as it was, as it stands) → what is to stand there


def marked(was: str, now: str) -> str:
    """Return a citation with the mark of the one that it takes the place of."""
    for sign, entity in _ENTITIES:
        was = was.replace(sign, entity)
    return f'[]{{cites="{was}"}}{now}'


def restored(markdown: str, restore: Restore) -> str:
    """Return the text with each marked citation, and its mark, replaced."""
    if "[]{cites=" not in markdown:
        return markdown
    parts: list[str] = []
    place = 0
    for found in find_citations(markdown):
        start = max(place, found.span.start - _LONGEST)
        mark = _MARK.search(markdown[start : found.span.start])
        if mark:
            now = markdown[found.span.start : found.span.end]
            parts += [markdown[place : start + mark.start()], restore(_was(mark[1]), now)]
            place = found.span.end
    return "".join([*parts, markdown[place:]])


def without_marks(markdown: str) -> str:
    """Return the text with its citations as they stand."""
    return restored(markdown, lambda _was, now: now)


def _was(value: str) -> str:
    for sign, entity in reversed(_ENTITIES):
        value = value.replace(entity, sign)
    return value
