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
    """The marks of one document, in their order.

    A long memo has a thousand marks, and every key moves all that stand behind it. So those from
    `_cut` on keep old positions, and `_shift` says how far they have moved since; typing on at one
    place changes that number alone.
    """

    def __init__(self) -> None:
        self._marks: list[TextMark] = []
        self._cut = 0
        self._shift = 0
        self._longest = 0

    def set(self, marks: Iterable[TextMark]) -> None:
        """Put other marks in the place of all."""
        self._marks = sorted(
            (mark for mark in marks if mark.end > mark.start), key=lambda mark: mark.start
        )
        self._cut = self._shift = 0
        self._longest = max((mark.end - mark.start for mark in self._marks), default=0)

    def move(self, position: int, removed: int, added: int) -> None:
        """Follow an edit; a mark goes away when the words under it change."""
        if not self._marks:
            return
        end = position + removed
        self._move_cut(position - self._longest)
        # Near the edit each mark is looked at: it stands before, behind, or is hit.
        kept: list[TextMark] = []
        last = self._cut
        while last < len(self._marks) and self._marks[last].start + self._shift < end:
            mark = _moved(self._marks[last], self._shift)
            if mark.end <= position:
                kept.append(mark)
            last += 1
        self._marks[self._cut : last] = kept
        self._cut += len(kept)
        self._shift += added - removed

    def between(self, start: int, end: int) -> Iterator[TextMark]:
        """Yield the marks that touch a range of positions."""
        for first, last, shift in ((0, self._cut, 0), (self._cut, len(self._marks), self._shift)):
            begin = bisect_left(
                self._marks, start - self._longest - shift, first, last, key=_start_of
            )
            stop = bisect_right(self._marks, end - shift, first, last, key=_start_of)
            for mark in self._marks[begin:stop]:
                if mark.start + shift < end and start < mark.end + shift:
                    yield _moved(mark, shift)

    def at(self, position: int) -> TextMark | None:
        """Return the mark under a position, if there is one."""
        return next(self.between(position, position + 1), None)

    def _move_cut(self, position: int) -> None:
        """Let the marks before a position have their true places, and those behind the shift."""
        while self._cut and self._marks[self._cut - 1].start >= position:
            self._cut -= 1
            self._marks[self._cut] = _moved(self._marks[self._cut], -self._shift)
        while self._cut < len(self._marks):
            mark = _moved(self._marks[self._cut], self._shift)
            if mark.start >= position:
                break
            self._marks[self._cut] = mark
            self._cut += 1


def _start_of(mark: TextMark) -> int:
    return mark.start


def _moved(mark: TextMark, by: int) -> TextMark:
    return replace(mark, start=mark.start + by, end=mark.end + by) if by else mark
