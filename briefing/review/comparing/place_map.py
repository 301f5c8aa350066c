"""Where the words of a file stand after it was written anew: paragraphs and offsets."""

from bisect import bisect_right
from dataclasses import dataclass

from briefing.review.reading.range_marks import Place


@dataclass(frozen=True, slots=True)
class _Segment:
    start: int
    length: int
    paragraph: int
    offset: int


class PlaceMap:
    """Remembers each atom's old place with its new one; old places come in order."""

    def __init__(self) -> None:
        self._segments: dict[int, list[_Segment]] = {}

    def add(self, paragraph: int, start: int, length: int, place: tuple[int, int]) -> None:
        """Remember where the words that began at `start` of a paragraph have come to stand."""
        self._segments.setdefault(paragraph, []).append(_Segment(start, length, *place))

    def start(self, paragraph: int, offset: int) -> Place:
        """Return the new place of what begins there."""
        segments = self._segments.get(paragraph, [])
        if not segments:
            return Place(-1, 0)
        at = bisect_right(segments, offset, key=lambda one: one.start) - 1
        return _within(segments[max(0, at)], offset)

    def end(self, paragraph: int, offset: int) -> Place:
        """Return the new place of what ends there: behind the last word before it."""
        segments = self._segments.get(paragraph, [])
        if not segments:
            return Place(-1, 0)
        at = bisect_right(segments, offset - 1, key=lambda one: one.start) - 1
        return _within(segments[max(0, at)], offset)


def _within(segment: _Segment, offset: int) -> Place:
    inside = max(0, min(offset - segment.start, segment.length))
    return Place(segment.paragraph, segment.offset + inside)
