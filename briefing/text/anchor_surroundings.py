"""Where pieces of a quote's surroundings stand in a text now, whole or broken by edits.

Each side of the quote is cut into overlapping pieces; where these stand tells whether the
surroundings went along with an occurrence of the quote's words, or stayed elsewhere.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

PIECE = 8  # code points; shorter runs stand anywhere by chance
ENOUGH = 16  # code points of surroundings that tell a place from a chance likeness
SLACK = 80  # code points that an edit may have put between the quote and its surroundings
FAR = 2_000  # and how far whole paragraphs put in may have driven both sides apart
_SIDE = 64  # code points used of each side; they are more where a passage is repeated
_GENERIC = 40  # a piece that stands so often tells nothing

Kept = frozenset[int]  # places in the surroundings; those before the quote are negative


@dataclass(frozen=True, slots=True)
class _Hit:
    """A piece of one side: where it stands in the text now, and where in the surroundings."""

    at: int
    first: int
    length: int

    @property
    def is_before(self) -> bool:
        return self.first < 0

    @property
    def end(self) -> int:
        return self.at + self.length

    @property
    def edge(self) -> int:
        """Where the quote would begin, or end, if all between were as it was."""
        return self.at - self.first


class Surroundings:
    """The surroundings of one quote, looked for in one folded text."""

    def __init__(self, text: str, before: str, behind: str, quote_length: int) -> None:
        before, behind = before[-_SIDE:], behind[:_SIDE]
        self._quote_length = quote_length
        self._before, self._behind = len(before), len(behind)
        found = [*_hits(text, before, -len(before)), *_hits(text, behind, 0)]
        self._hits = sorted(found, key=lambda hit: hit.at)
        either = {hit.at for hit in found if hit.is_before} & {
            hit.at for hit in found if not hit.is_before
        }
        self._on_both = {hit.first for hit in found if hit.at in either}

    @property
    def needed(self) -> int:
        """Return how much of the surroundings is enough."""
        return max(1, min(ENOUGH, (self._before + self._behind) // 2))

    def is_mostly_kept(self, start: int, end: int) -> bool:
        """Tell whether three quarters of the surroundings stand close around a span."""
        return 4 * len(self.kept(start, end)) >= 3 * (self._before + self._behind)

    def kept(self, start: int, end: int) -> Kept:
        """Return what of the surroundings stands close around a span of the text."""
        return _covered(self._beside(start, end, SLACK))

    def is_on_both_sides(self, start: int, end: int) -> bool:
        """Tell whether something of each side stands close around a span."""
        kept = self.kept(start, end)
        return any(place < 0 for place in kept) and any(place >= 0 for place in kept)

    def went_along(self, start: int, end: int) -> bool:
        """Tell whether enough of the surroundings stands around a span, and far less elsewhere."""
        is_kept = len(self.kept(start, end)) >= self.needed
        if is_kept and not self.is_rivalled(start, end):
            return True
        return self._is_enclosed(start, end)

    def is_rivalled(self, start: int, end: int, lead: int = PIECE) -> bool:
        """Tell whether another place keeps nearly as much of the surroundings as a span.

        There the quote may have stood, and what stands at the span may be a copy. A place that
        keeps what the span does not, and no more, is where a passage was moved away from. `lead`
        is how much more the span must keep.
        """
        own = self.kept(start, end)
        shared = 3 * len(own) // 4
        return any(
            len(own) - len(place) < lead and (len(place & own) >= shared or _has_both_sides(place))
            for place in self._elsewhere(start, end, SLACK)
        )

    def _beside(self, start: int, end: int, reach: int) -> list[_Hit]:
        """Return the pieces on their own side of a span, up to where the other side stands."""
        first = start - self._before - reach
        last = end + self._behind + reach
        for hit in self._hits:
            if hit.first in self._on_both:
                continue
            if not hit.is_before and hit.end <= start:
                first = max(first, hit.end)
            elif hit.is_before and hit.at >= end:
                last = min(last, hit.at)
        return [
            hit
            for hit in self._hits
            if (hit.is_before and first <= hit.at and hit.end <= start)
            or (not hit.is_before and end <= hit.at and hit.end <= last)
        ]

    def _is_enclosed(self, start: int, end: int) -> bool:
        """Tell whether both sides stand around a span, driven apart by what was put in."""
        own = _covered(self._beside(start, end, FAR))
        alone = own.difference(*self._elsewhere(start, end, FAR))
        before = sum(1 for place in alone if place < 0)
        return min(before, len(alone) - before) >= self.needed

    def _elsewhere(self, start: int, end: int, reach: int) -> list[Kept]:
        """Return what stands together, in its order, in each other place."""
        beside = frozenset(self._beside(start, end, reach))
        others = sorted(
            (
                hit
                for hit in self._hits
                if hit not in beside and not (start <= hit.at and hit.end <= end)
            ),
            key=lambda hit: hit.edge,
        )
        before = [hit for hit in others if hit.is_before]
        behind = [hit for hit in others if not hit.is_before]
        room = 2 * self._quote_length + SLACK
        found: list[Kept] = []
        for first, stop in _groups(before):
            edge = before[first].edge
            found.append(_covered([*before[first:stop], *_between(behind, edge, edge + room)]))
        return [*found, *(_covered(behind[first:stop]) for first, stop in _groups(behind))]


def _hits(text: str, side: str, first: int) -> Iterator[_Hit]:
    length = min(PIECE, len(side))
    if len(side.strip()) < PIECE // 2:
        return
    for offset in range(len(side) - length + 1):
        piece = side[offset : offset + length]
        places: list[int] = []
        at = text.find(piece)
        while at >= 0 and len(places) <= _GENERIC:
            places.append(at)
            at = text.find(piece, at + 1)
        if len(places) <= _GENERIC:
            yield from (_Hit(at, first + offset, length) for at in places)


def _groups(hits: list[_Hit]) -> Iterator[tuple[int, int]]:
    """Yield the runs of hits, sorted by their edges, that an edit among them explains."""
    edges = [hit.edge for hit in hits]
    last = 0
    for first, edge in enumerate(edges):
        stop = bisect_right(edges, edge + SLACK // 2)
        if stop > last:  # else all of it stands in the run before
            yield first, stop
            last = stop


def _between(hits: list[_Hit], first: int, last: int) -> list[_Hit]:
    edges = [hit.edge for hit in hits]
    return hits[bisect_left(edges, first - PIECE) : bisect_right(edges, last)]


def _covered(hits: Iterable[_Hit]) -> Kept:
    return frozenset(place for hit in hits for place in range(hit.first, hit.first + hit.length))


def _has_both_sides(place: Kept) -> bool:
    before = sum(1 for each in place if each < 0)
    return min(before, len(place) - before) >= (PIECE + ENOUGH) // 2
