"""Two rows of tokens compared: what stands for what, chance matches left out."""

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_WORD = r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*"  # a letter's accent may be a sign of its own
_TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|{_WORD}(?:['’]{_WORD})*|\s+|.", re.DOTALL)
_MOST = 6_000  # tokens of one stretch; a longer one is replaced as a whole

_HEAVIEST = 12  # what one token weighs at most


class TokenChange(NamedTuple):
    """Tokens `i` up to `j` of the one row stand for `k` up to `m` of the other."""

    i: int
    j: int
    k: int
    m: int
    is_equal: bool


def tokens(text: str) -> list[str]:
    """Return the words, figures, white space and signs of a text, nothing left out."""
    return _TOKEN.findall(text)


def token_changes(old: Sequence[str], new: Sequence[str]) -> list[TokenChange]:
    """Return the stretches in order; equal ones alternate with others.

    What is equal by chance between two changes, being shorter than both, is no match; a stretch
    that holds the end of a line always is.
    """
    start = _same_start(old, new)
    end = _same_start(old[start:][::-1], new[start:][::-1])
    stop_old, stop_new = len(old) - end, len(new) - end
    found = [TokenChange(0, start, 0, start, is_equal=True)]
    for one in _middle(old[start:stop_old], new[start:stop_new]):
        places = (one.i + start, one.j + start, one.k + start, one.m + start)
        found.append(TokenChange(*places, is_equal=one.is_equal))
    found.append(TokenChange(stop_old, len(old), stop_new, len(new), is_equal=True))
    return _without_chance(_joined(found), old, new)


def _same_start(old: Sequence[str], new: Sequence[str]) -> int:
    place = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        place += 1
    return place


def _middle(old: Sequence[str], new: Sequence[str]) -> list[TokenChange]:
    if max(len(old), len(new)) > _MOST:
        return [TokenChange(0, len(old), 0, len(new), is_equal=False)]
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return [TokenChange(*ends, is_equal=tag == "equal") for tag, *ends in matcher.get_opcodes()]


def _without_chance(
    changes: list[TokenChange], old: Sequence[str], new: Sequence[str]
) -> list[TokenChange]:
    """Return the stretches, equal ones that are shorter than both neighbours taken as changed."""
    kept: list[TokenChange] = []
    for at, one in enumerate(changes):
        is_equal = one.is_equal
        if is_equal and kept and at < len(changes) - 1:
            words = old[one.i : one.j]
            least = min(_size(kept[-1], old, new), _size(changes[at + 1], old, new))
            is_short = _length(words) < least or not any(map(str.strip, words))
            is_equal = "\n" in words or not is_short
        kept = [*kept[:-1], *_joined([*kept[-1:], one._replace(is_equal=is_equal)])]
    return kept


def _size(change: TokenChange, old: Sequence[str], new: Sequence[str]) -> int:
    return max(_length(old[change.i : change.j]), _length(new[change.k : change.m]))


def _length(words: Sequence[str]) -> int:
    """Return how much tokens weigh; one that stands for a thing may be told by many words."""
    return sum(min(len(word), _HEAVIEST) for word in words)


def _joined(changes: list[TokenChange]) -> list[TokenChange]:
    """Return the stretches without empty ones, neighbours of one kind made one."""
    found: list[TokenChange] = []
    for one in changes:
        if one.i == one.j and one.k == one.m:
            continue
        if found and found[-1].is_equal == one.is_equal:
            last = found[-1]
            found[-1] = TokenChange(last.i, one.j, last.k, one.m, is_equal=one.is_equal)
        else:
            found.append(one)
    return found
