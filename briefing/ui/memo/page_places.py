"""The way between a memo's text and its pages: where a place of one stands in the other.

Print knows where each block begins. Within a long one the way is in proportion: half through its
text is about half down its print.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.page import Place

LETTER = 792.0  # points: a page's height until one says otherwise
_TOP, _BOTTOM = 72.0, 68.0  # points of a page's margins, above and below the text
_LINE = 14.0  # points
_APART = 5.0  # points that part a block from the one behind it


@dataclass(frozen=True, slots=True)
class PageStrip:
    """A part of a page, from one height down to another, in points from its top."""

    page: int
    top: float
    bottom: float


class PagePlaces:
    """The blocks of one print, in the order of the text."""

    def __init__(self, places: Sequence[Place], height: float) -> None:
        first: dict[int, Place] = {}
        for place in places:  # what is looked up stands for one block, however many it prints
            first.setdefault(place.span.start, place)
        printed = Counter(place.span.start for place in places)
        self._looked_up = {start for start, count in printed.items() if count > 1}
        self._places = [first[start] for start in sorted(first)]
        self._starts = [place.span.start for place in self._places]
        self._height = height or LETTER

    def spot_of(self, position: int) -> tuple[int, float] | None:
        """Return the page, and the points from its top, where a place of the text is printed."""
        number = self._number(position)
        if number is None:
            return None
        place = self._places[number]
        length = max(place.span.end - place.span.start, 1)
        share = min(max(position - place.span.start, 0) / length, 1.0)
        way = share * max(self._printed(number) - _LINE, 0.0)
        for strip in self._strips(number):
            if way <= strip.bottom - strip.top:
                return strip.page, strip.top + way
            way -= strip.bottom - strip.top
        return place.page, place.y_points

    def strips_of(self, position: int) -> tuple[PageStrip, ...]:
        """Return where the block is printed that a place of the text stands in."""
        number = self._number(position)
        return () if number is None else self._strips(number)

    def position_at(self, page: int, points: float) -> int | None:
        """Return the place of the text that is printed there, or the last one above."""
        above = [n for n, one in enumerate(self._places) if _spot(one) <= (page, points + 2)]
        if not above:
            return None
        number = max(above, key=lambda n: _spot(self._places[n]))
        span, way = self._places[number].span, 0.0
        for strip in self._strips(number):
            if strip.page == page:
                way += points - strip.top
                break
            way += strip.bottom - strip.top
        printed = self._printed(number)
        if way <= _LINE or printed <= 2 * _LINE or span.start in self._looked_up:
            return span.start
        return span.start + int((span.end - span.start) * min((way - _LINE) / printed, 0.99))

    def _number(self, position: int) -> int | None:
        if not self._places:
            return None
        return max(bisect_right(self._starts, position) - 1, 0)

    def _printed(self, number: int) -> float:
        return sum(strip.bottom - strip.top for strip in self._strips(number))

    def _strips(self, number: int) -> tuple[PageStrip, ...]:
        """Return from where to where a block is printed: up to the next one, over pages."""
        place = self._places[number]
        floor = self._height - _BOTTOM
        if number + 1 == len(self._places):
            return (PageStrip(place.page, place.y_points, min(place.y_points + 4 * _LINE, floor)),)
        following = self._places[number + 1]
        if following.page <= place.page:
            bottom = max(following.y_points - _APART, place.y_points + _LINE)
            return (PageStrip(place.page, place.y_points, bottom),)
        strips = [PageStrip(place.page, place.y_points, max(floor, place.y_points + _LINE))]
        strips += [PageStrip(n, _TOP, floor) for n in range(place.page + 1, following.page)]
        if following.y_points > _TOP + _LINE:
            strips.append(PageStrip(following.page, _TOP, following.y_points - _APART))
        return tuple(strips)


def _spot(place: Place) -> tuple[int, float]:
    return place.page, place.y_points
