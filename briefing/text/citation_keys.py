"""The keys of a text's citations: whether one is there, and putting another in its place."""

import re

from briefing.model.block import CitationItem
from briefing.text.citations import FoundCitation, find_citations


def has_key(text: str, key: str) -> bool:
    """Tell whether a text cites a key."""
    return any(_is(item, key) for found in find_citations(text) for item in found.citation.items)


def with_key(text: str, key: str, newer: str) -> str:
    """Return the text with every citation of `key` citing `newer` instead.

    A page or paragraph that was said of the older source is left out: it is not the newer's.
    """
    parts: list[str] = []
    position = 0
    for found in find_citations(text):
        words = text[found.span.start : found.span.end]
        parts += [text[position : found.span.start], _renamed(words, found, key, newer)]
        position = found.span.end
    return "".join([*parts, text[position:]])


def _renamed(words: str, found: FoundCitation, key: str, newer: str) -> str:
    for item in found.citation.items:
        if _is(item, key):
            locator = rf",?\s*{re.escape(item.locator)}" if item.locator else ""
            old = rf"@(?:\{{{re.escape(item.key)}\}}|{re.escape(item.key)}(?![\w]))(?:{locator})?"
            words = re.sub(old, f"@{newer}", words, count=1)
    return words


def _is(item: CitationItem, key: str) -> bool:
    return item.key.casefold() == key.casefold()
