"""Titles and words by which the parts of a memo are known, from `standards/memo-structure.json`."""

import re
from functools import lru_cache

from briefing.checks.standards_data import standard_named

_NUMBERED = re.compile(r"^(?:\(?[A-Z0-9]{1,5}(?:\.\d+)*\s?[).:–-]|\d+(?:\.\d+)*)\s+(?=\w)")
_NAME = "memo-structure"
_PARTS = (
    "first_sections",
    "before_first",
    "bottom_lines",
    "option_sections",
    "ask_sections",
    "other_parts",
)


@lru_cache(maxsize=16)
def titles(key: str) -> frozenset[str]:
    """Return the titles of a list, as titles are compared."""
    return frozenset(plain_title(title) for title in standard_named(_NAME)[key])


@lru_cache(maxsize=1)
def memo_parts() -> frozenset[str]:
    """Return the titles that say which part of a memo follows, not what it is about."""
    return frozenset[str]().union(*(titles(key) for key in _PARTS))


@lru_cache(maxsize=16)
def words(key: str) -> re.Pattern[str]:
    """Return a pattern for the words of a list; those that end in `-` are beginnings."""
    listed: list[str] = standard_named(_NAME)[key]
    each = [
        re.escape(word[:-1]) + r"\w*" if word.endswith("-") else re.escape(word) + r"(?!\w)"
        for word in sorted(listed, key=len, reverse=True)
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(each)})", re.IGNORECASE)


@lru_cache(maxsize=512)
def plain_title(title: str) -> str:
    """Return a title as it is compared: no number, no mark, no case, no stop at its end."""
    bare = re.sub(r"^\([A-Z:+/ ]+\)\s*", "", title.strip())
    return " ".join(_NUMBERED.sub("", bare).casefold().rstrip(".:").split())
