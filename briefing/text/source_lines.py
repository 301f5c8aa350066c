"""A text as the Markdown parser wants it, and the way back to the places of the given one."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

_ENDS = re.compile(r"\r\n?")


@dataclass(frozen=True, slots=True)
class SourceLines:
    """The normalised text, its lines' starts, and the places of dropped carriage returns."""

    text: str
    starts: tuple[int, ...]
    dropped: tuple[int, ...]

    def end_of(self, line: int) -> int:
        """Return where a line ends, its line feed left out."""
        if line + 1 < len(self.starts):
            return self.starts[line + 1] - 1
        return len(self.text)

    def line_at(self, position: int) -> int:
        """Return the line on which a position stands."""
        return bisect_right(self.starts, position) - 1

    def to_source(self, position: int) -> int:
        """Return where a position of the normalised text stands in the given one."""
        return position + bisect_left(self.dropped, position) if self.dropped else position


def source_lines(text: str) -> SourceLines:
    """Normalise line ends to a line feed and NUL to U+FFFD (CommonMark 0.31.2, 2.1 and 2.3)."""
    dropped: list[int] = []
    if "\r" in text:
        for count, match in enumerate(m for m in _ENDS.finditer(text) if len(m[0]) == 2):
            dropped.append(match.start() - count)
        text = _ENDS.sub("\n", text)
    text = text.replace("\0", "\ufffd")
    starts = [0]
    position = text.find("\n")
    while position >= 0:
        starts.append(position + 1)
        position = text.find("\n", position + 1)
    return SourceLines(text, tuple(starts), tuple(dropped))
