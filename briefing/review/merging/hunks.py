"""Stretches of a text with what takes their place, of the analyst's or of a reviewer's hand."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby

_FARTHEST = 4_000  # code points that an insertion is moved to find its last equal place


@dataclass(frozen=True, slots=True)
class Hunk:
    """Text that takes the place of code points `start` up to `end` of a base.

    `changes` are numbers of a review; without them it is the analyst's own. `files` hold it.
    `move` is a number that a paragraph's two hunks share where the analyst moved it.
    """

    start: int
    end: int
    text: str
    changes: tuple[int, ...] = ()
    files: frozenset[str] = frozenset()
    move: int = 0

    @property
    def is_mine(self) -> bool:
        """Tell whether it is the analyst's own."""
        return not self.changes

    @property
    def is_insertion(self) -> bool:
        """Tell whether it only adds."""
        return self.start == self.end

    @property
    def is_deletion(self) -> bool:
        """Tell whether it only takes away."""
        return self.start < self.end and not self.text


def in_order(hunks: Iterable[Hunk]) -> list[Hunk]:
    """Return hunks in the order of the text.

    What comes at one place keeps its order within a file; of two files, words in a line stand
    between paragraphs that end before them and paragraphs that follow.
    """
    ordered = sorted(hunks, key=lambda one: (one.start, one.end, one.changes))
    found: list[Hunk] = []
    for (start, end), run in groupby(ordered, key=lambda one: (one.start, one.end)):
        here = list(run)
        found += _side_by_side(here) if start == end and len(here) > 1 else here
    return found


def with_hunks(base: str, hunks: Iterable[Hunk], start: int = 0, end: int | None = None) -> str:
    """Return a stretch of a base with hunks in place; of two that overlap the first counts."""
    stop = len(base) if end is None else end
    parts: list[str] = []
    position = start
    for one in in_order(hunks):
        if one.start < position:
            continue
        parts += [base[position : one.start], one.text]
        position = one.end
    return "".join((*parts, base[position:stop]))


def overlaps(one: Hunk, other: Hunk) -> bool:
    """Tell whether two hunks are at the same words; that they touch is no overlap."""
    if one.is_insertion or other.is_insertion:
        return max(one.start, other.start) < min(one.end, other.end) or (
            one.is_insertion != other.is_insertion and _is_inside(one, other)
        )
    return max(one.start, other.start) < min(one.end, other.end)


def settled_place(base: str, hunk: Hunk) -> tuple[int, int, str]:
    """Return a hunk as every equal one reads: cut to what differs, as far back as it may stand.

    Inserting “a ” before “a b” and “ a” behind its “a” is the same.
    """
    start, end, text = _trimmed(base, hunk)
    if start == end:
        last = min(len(base), start + _FARTHEST)
        while text and start < last and base[start] == text[0]:
            text = text[1:] + text[0]
            start += 1
        return start, start, text
    if not text:
        last = min(len(base), end + _FARTHEST)
        while end < last and base[start] == base[end]:
            start, end = start + 1, end + 1
    return start, end, text


class PlaceMap:
    """Where places of a base stand once hunks, none of which overlap, are in it."""

    def __init__(self, hunks: Sequence[Hunk]) -> None:
        self._hunks = in_order(hunks)
        self._ends = [one.end for one in self._hunks]
        gains = (len(one.text) - (one.end - one.start) for one in self._hunks)
        self._shifts = [0, *accumulate(gains)]

    def start(self, place: int) -> int:
        """Return where a stretch that begins at a place begins: behind what is added there."""
        return self._moved(place, bisect_right(self._ends, place))

    def end(self, place: int) -> int:
        """Return where a stretch that ends at a place ends: before what is added there."""
        number = bisect_right(self._ends, place)
        while number and self._hunks[number - 1].is_insertion and self._ends[number - 1] == place:
            number -= 1
        return self._moved(place, number)

    def _moved(self, place: int, number: int) -> int:
        following = self._hunks[number] if number < len(self._hunks) else None
        if following and following.start < place:  # inside what is replaced
            return following.start + self._shifts[number] + len(following.text)
        return place + self._shifts[number]


def _side_by_side(hunks: Sequence[Hunk]) -> Iterator[Hunk]:
    groups: dict[tuple[str, ...], list[Hunk]] = {}
    for one in hunks:
        groups.setdefault(tuple(sorted(one.files)), []).append(one)
    for group in sorted(groups.values(), key=_rank):
        yield from group


def _rank(group: Sequence[Hunk]) -> tuple[int, tuple[int, ...]]:
    """Return 0 for paragraphs that end before a place, 1 for words in a line, 2 for what follows.

    The analyst's own come first among words in a line.
    """
    text = "".join(one.text for one in group)
    side = 1 if group[0].is_mine else 0 if text.endswith("\n") else 2 if text[:1] == "\n" else 1
    return side, group[0].changes


def _is_inside(one: Hunk, other: Hunk) -> bool:
    point, wide = (one, other) if one.is_insertion else (other, one)
    return wide.start < point.start < wide.end


def _trimmed(base: str, hunk: Hunk) -> tuple[int, int, str]:
    start, end, text = hunk.start, hunk.end, hunk.text
    while start < end and text and base[start] == text[0]:
        start, text = start + 1, text[1:]
    while start < end and text and base[end - 1] == text[-1]:
        end, text = end - 1, text[:-1]
    return start, end, text
