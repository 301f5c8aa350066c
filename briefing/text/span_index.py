"""Things that stand somewhere in a text, found again by a place without asking each of them."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from itertools import accumulate
from typing import Generic, TypeVar

Thing = TypeVar("Thing")


class SpanIndex(Generic[Thing]):
    """Holds things with the start and end of each; they may overlap and stand in each other."""

    def __init__(
        self, things: Iterable[Thing], span_of: Callable[[Thing], tuple[int, int]]
    ) -> None:
        placed = sorted(((span_of(one), one) for one in things), key=lambda pair: pair[0][0])
        self._placed = placed
        self._starts = [start for (start, _), _ in placed]
        self._reach = list(accumulate((end for (_, end), _ in placed), max))

    def near(self, start: int, end: int) -> list[Thing]:
        """Return what stands in a span or touches it, by where it begins."""
        first, last = bisect_left(self._reach, start), bisect_right(self._starts, end)
        return [one for (_, stop), one in self._placed[first:last] if stop >= start]
