"""Marks under words, such as those of findings: they move with the text that they stand under."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from briefing.ui.theme_tokens import Token


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line under the words from `start` up to `end` (Qt positions); `detail` is told of it."""

    start: int
    end: int
    token: Token
    is_wave: bool = True
    detail: str = ""


class TextMarks:
    """The marks of one document, in their order."""

    def __init__(self) -> None:
        self._marks: list[TextMark] = []
        self._longest = 0

    def set(self, marks: Iterable[TextMark]) -> None:
        """Put other marks in the place of all."""
        self._marks = sorted(
            (mark for mark in marks if mark.end > mark.start), key=lambda mark: mark.start
        )
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def move(self, position: int, removed: int, added: int) -> None:
        """Follow an edit; a mark goes away when the words under it change."""
        end, shift = position + removed, added - removed
        kept: list[TextMark] = []
        for mark in self._marks:
            if mark.end <= position:
                kept.append(mark)
            elif mark.start >= end:
                kept.append(replace(mark, start=mark.start + shift, end=mark.end + shift))
        self._marks = kept

    def between(self, start: int, end: int) -> Iterator[TextMark]:
        """Yield the marks that touch a range of positions."""
        first = bisect_left(self._marks, start - self._longest, key=lambda mark: mark.start)
        last = bisect_right(self._marks, end, key=lambda mark: mark.start)
        for mark in self._marks[first:last]:
            if mark.start < end and start < mark.end:
                yield mark

    def at(self, position: int) -> TextMark | None:
        """Return the mark under a position, if there is one."""
        return next(self.between(position, position + 1), None)
