"""Full names that a text spells in two ways: `Claudia Sheinbaum`, `Claudia Scheinbaum`."""

import re
from collections import Counter
from functools import lru_cache

_NAME = re.compile(r"\b([A-ZÀ-Þ][a-zà-ÿ’'-]+)((?:\s+[A-ZÀ-Þ]\.)?)\s+([A-ZÀ-Þ][a-zà-ÿ’'-]{3,})\b")
_SHORTEST = 5  # letters of a surname: shorter ones differ by a letter too often
_ENDINGS = re.compile(r"(?:['’]s?|s)$")


@lru_cache(maxsize=20_000)
def names_in(words: str) -> tuple[tuple[int, int, str, str], ...]:
    """Return (start, end, first, last) of each pair of words that has the form of a name."""
    return tuple(
        (match.start(), match.end(), match[1], re.sub(r"['’]s?$", "", match[3]))
        for match in _NAME.finditer(words)
    )


def is_misspelt(one: str, other: str) -> bool:
    """Tell whether two surnames are one letter apart, as a slip makes them, not by an ending."""
    if one == other or min(len(one), len(other)) < _SHORTEST or abs(len(one) - len(other)) > 1:
        return False
    if _ENDINGS.sub("", one) == _ENDINGS.sub("", other) or one[0] != other[0]:
        return False
    if one[:-1] == other[:-1] or one == other[:-1] or other == one[:-1]:
        return False  # Mexican, Mexicana: another ending is another word
    return _distance_is_one(one.lower(), other.lower())


def _distance_is_one(one: str, other: str) -> bool:
    """Tell whether one insertion, loss, change or swap of neighbours makes one of the other."""
    start = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return len(one) != len(other)
    rest, rest_other = one[start:], other[start:]
    if len(one) == len(other):
        swapped = rest[1:2] + rest[:1] + rest[2:]
        return rest[1:] == rest_other[1:] or swapped == rest_other
    return rest[1:] == rest_other or rest == rest_other[1:]


def rarer(one: str, other: str, counts: Counter[str]) -> str:
    """Return the spelling that is used less, the second of two that are used alike."""
    return one if counts[one] < counts[other] else other
