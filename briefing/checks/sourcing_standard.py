"""What the rules on sources look up: key sections, words for the present, grades that are weak."""

import re
from functools import lru_cache
from typing import cast

from briefing.checks.standards_data import standard_named
from briefing.checks.structure_words import plain_title

_NAME = "sourcing"


@lru_cache(maxsize=1)
def key_titles() -> frozenset[str]:
    """Return the titles of the sections that carry a memo, as titles are compared."""
    return frozenset(plain_title(title) for title in _list("key_sections"))


def stale_after_days() -> int:
    """Return how old a source may be for a sentence about the present, in days."""
    return int(standard_named(_NAME)["stale_after_days"])


def weak_reliability() -> frozenset[str]:
    """Return the grades of a source that is weak."""
    return frozenset(_list("weak_reliability"))


def weak_credibility() -> frozenset[int]:
    """Return the grades of information that is weak."""
    return frozenset(cast("list[int]", standard_named(_NAME)["weak_credibility"]))


@lru_cache(maxsize=8)
def present_words(language: str) -> re.Pattern[str] | None:
    """Return a pattern for the words that tell of the present; None without any."""
    words = standard_named(_NAME)["present_words"].get(language.partition("-")[0].lower())
    if not words:
        return None
    each = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{each})(?![\w-])", re.IGNORECASE)


def _list(key: str) -> list[str]:
    return cast("list[str]", standard_named(_NAME)[key])
