"""What the analyst changed since a version: paragraphs are matched first, then their words.

A citation, a link and code count as one word, so that no merge takes half of one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from functools import lru_cache

from briefing.review.merging.hunks import Hunk

_CHUNK = re.compile(r"\s*\S.*?(?:\n[ \t]*(?=\n)\s*|\Z)|\s+\Z", re.DOTALL)
_TOKEN = re.compile(
    r"""`+[^`\n]+`+                          # code
    | !?\[[^\[\]\n]*\]\([^()\n]*\)           # a link or picture
    | \[[^\[\]]*@[^\[\]]*\] | \[\^[^\]\n]+\] # a citation, a note's mark
    | -?@\w[\w:.\#$%&+?<>~/-]*\w
    | \{[^{}\n]*\} | https?://[^\s<>()]+
    | \n | [^\S\n]+ | \w+ | \*+ | _+ | ~+ | .""",
    re.VERBOSE | re.DOTALL,
)
_ALIKE = 0.4  # of the words in common: so much makes one paragraph a rewording of another
_MOST_PAIRS = 2_500  # comparisons in one stretch; beyond, paragraphs pair in their order
_MOST_TOKENS = 6_000  # of one paragraph that is compared word by word
_MOVED = 0.6  # of the words in common: so much makes what came what went
_LEAST_MOVED = 20  # code points of a paragraph that is known again at another place

Run = tuple[int, int, int, int]  # from, to of the old sequence, and of the new one


@lru_cache(maxsize=8)  # each decision of a review asks for the same ones several times
def own_edits(base: str, current: str) -> tuple[Hunk, ...]:
    """Return hunks that make the current text of the base, in order, none overlapping."""
    if base == current:
        return ()
    old, new = _CHUNK.findall(base), _CHUNK.findall(current)
    starts, new_starts = _starts(old), _starts(new)
    found: list[Hunk] = []
    runs = list(_differing(old, new))
    elsewhere = _elsewhere(old, new, runs)
    for i, j, k, m in runs:
        for a, b, c, d in _paired(old[i:j], new[k:m], elsewhere):
            start, end = starts[i + a], starts[i + b]
            text = current[new_starts[k + c] : new_starts[k + d]]
            if b - a == d - c == 1 and not _is_elsewhere(old[i + a], new[k + c], elsewhere):
                found += _words(start, base[start:end], text)
            else:
                found += _whole(start, old[i + a : i + b], new[k + c : k + d])
    return tuple(_with_moves(base, found))


def _differing(old: Sequence[str], new: Sequence[str]) -> Iterator[Run]:
    """Yield the runs in which two sequences differ; equal ends are put aside first."""
    shortest = min(len(old), len(new))
    head = next((at for at in range(shortest) if old[at] != new[at]), shortest)
    left = shortest - head
    tail = next((at for at in range(left) if old[-1 - at] != new[-1 - at]), left)
    mine, theirs = old[head : len(old) - tail], new[head : len(new) - tail]
    if not mine and not theirs:
        return
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag != "equal":
            yield head + i, head + j, head + k, head + m


def _elsewhere(old: Sequence[str], new: Sequence[str], runs: Iterable[Run]) -> frozenset[str]:
    """Return the paragraphs that stand once in each text, but not at the same place."""
    gone = [one.strip() for i, j, _, _ in runs for one in old[i:j]]
    came = [one.strip() for _, _, k, m in runs for one in new[k:m]]
    moved = {one for one in set(gone) & set(came) if _is_paragraph(one)}
    counts = [Counter(one.strip() for one in every) for every in (old, new)]
    return frozenset(one for one in moved if counts[0][one] == counts[1][one] == 1)


def _is_elsewhere(one: str, other: str, elsewhere: frozenset[str]) -> bool:
    """Tell whether one of two paragraphs stands at another place as it was."""
    words = {one.strip(), other.strip()}
    return len(words) > 1 and not words.isdisjoint(elsewhere)


def _paired(old: Sequence[str], new: Sequence[str], elsewhere: frozenset[str]) -> Iterator[Run]:
    """Yield runs that make up a stretch: pairs of which one is the other reworded, and the rest.

    What stands elsewhere as it was is no rewording of what stands here.
    """
    at, there = 0, 0
    for index, other in _pairs(old, new):
        if _is_elsewhere(old[index], new[other], elsewhere):
            continue
        if at < index or there < other:
            yield at, index, there, other
        yield index, index + 1, other, other + 1
        at, there = index + 1, other + 1
    if at < len(old) or there < len(new):
        yield at, len(old), there, len(new)


def _pairs(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    if len(old) == len(new) == 1:
        yield 0, 0
        return
    if len(old) * len(new) > _MOST_PAIRS:
        yield from zip(range(len(old)), range(len(new)), strict=False)
        return
    following = 0
    for index, one in enumerate(old):
        likely = ((_likeness(one, new[at]), -at) for at in range(following, len(new)))
        best, at = max(likely, default=(0.0, 0))
        if best >= _ALIKE:
            yield index, -at
            following = 1 - at


def _likeness(one: str, other: str) -> float:
    if one.strip() == other.strip():
        return 1.0
    if one.lstrip()[:1] == "#" and other.lstrip()[:1] != "#":
        return 0.0
    old, new = one.casefold().split(), other.casefold().split()
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _words(start: int, old: str, new: str) -> Iterator[Hunk]:
    """Yield what differs within a paragraph; words between two hunks part them, spaces do not."""
    mine, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(mine), len(theirs)) > _MOST_TOKENS:
        yield Hunk(start, start + len(old), new)
        return
    places = _starts(mine)
    runs = _joined(list(_differing(mine, theirs)), lambda i, j: "".join(mine[i:j]))
    for i, j, k, m in runs:
        yield Hunk(start + places[i], start + places[j], "".join(theirs[k:m]))


def _joined(runs: Sequence[Run], between: Callable[[int, int], str]) -> list[Run]:
    found: list[Run] = []
    for run in runs:
        if found and not re.search(r"[\w\n]", between(found[-1][1], run[0])):
            found[-1] = (found[-1][0], run[1], found[-1][2], run[3])
        else:
            found.append(run)
    return found


def _whole(start: int, old: Sequence[str], new: Sequence[str]) -> Iterator[Hunk]:
    """Yield whole paragraphs that went, each by itself, and those that came."""
    position = start
    for chunk in old:
        yield Hunk(position, position + len(chunk), "")
        position += len(chunk)
    for chunk in new:
        yield Hunk(position, position, chunk)


def _with_moves(base: str, hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    """Yield hunks, a paragraph that went here and came there numbered as one move.

    It may have been reworded on the way.
    """
    gone = {
        number: base[one.start : one.end].strip()
        for number, one in enumerate(hunks)
        if one.is_deletion and _is_paragraph(base[one.start : one.end])
    }
    came = {
        number: one.text.strip()
        for number, one in enumerate(hunks)
        if one.is_insertion and _is_paragraph(one.text)
    }
    moves = dict(_moves(gone, came))
    for number, one in enumerate(hunks):
        yield replace(one, move=moves[number]) if number in moves else one


def _moves(gone: Mapping[int, str], came: Mapping[int, str]) -> Iterator[tuple[int, int]]:
    """Yield the numbers of the hunks of each move with its own number."""
    left = dict(gone)
    is_few = len(gone) * len(came) <= _MOST_PAIRS
    for is_equal in (True, False) if is_few else (True,):
        for number, words in came.items():
            fits = (
                other
                for other, was in left.items()
                if (was == words if is_equal else _likeness(was, words) >= _MOVED)
            )
            origin = next(fits, None)
            if origin is not None:
                del left[origin]
                yield number, number + 1
                yield origin, number + 1
        came = {number: words for number, words in came.items() if words not in gone.values()}


def _is_paragraph(text: str) -> bool:
    words = text.strip()
    return len(words) >= _LEAST_MOVED and "\n\n" not in words


def _starts(parts: Sequence[str]) -> list[int]:
    """Return where each part starts, and where the last one ends."""
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    return places
