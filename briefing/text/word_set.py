"""Words listed in a text, with spaces between them, as a set."""

from functools import cache


@cache
def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list; the same list gives the same set."""
    return frozenset(listed.split())
