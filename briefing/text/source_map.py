"""From a place in an inline content back to the place in the text that it was read from.

The parser hands inline rules a content of its own: lines without their indents and quotation
marks, table cells without the backslash before a `|`. Each of its lines is a piece of a line of
the text, so a few pairs of positions say it all.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.text.source_lines import SourceLines


@dataclass(frozen=True, slots=True)
class SourceMap:
    """Where pieces begin: `here` in the content or prose, `there` in the text."""

    here: tuple[int, ...]
    there: tuple[int, ...]

    def to_source(self, position: int) -> int:
        """Return where a position stands in the text."""
        piece = max(bisect_right(self.here, position) - 1, 0)
        return self.there[piece] + position - self.here[piece]

    def runs(self, length: int) -> Iterator[range]:
        """Yield where the first `length` positions stand in the text, a piece at a time."""
        starts = [0, *(min(max(one, 0), length) for one in self.here[1:])]
        ends = [*starts[1:], length]
        for start, end, here, there in zip(starts, ends, self.here, self.there, strict=True):
            yield range(there + start - here, there + end - here)

    def end_to_source(self, end: int) -> int:
        """Return where a span that ends here ends in the text: after its last character."""
        return self.to_source(end - 1) + 1 if end else self.to_source(0)


def paragraph_map(content: str, lines: SourceLines, first_line: int, begin: int) -> SourceMap:
    """Map the content of a paragraph or heading whose first character stands at `begin`."""
    here: list[int] = []
    there: list[int] = []
    position = 0
    for number, piece in enumerate(content.split("\n")):
        line = first_line + number
        words = piece.lstrip(" \t")
        start, end = lines.starts[line], lines.end_of(line)
        if number == 0:
            at = lines.text.find(words, begin, end)
        else:
            at = lines.text.rfind(words, start, end)
        here.append(position + len(piece) - len(words))
        there.append(at if at >= 0 else start)
        position += len(piece) + 1
    return SourceMap(tuple(here), tuple(there))


def cell_map(content: str, text: str, begin: int, end: int) -> tuple[SourceMap, int]:
    """Map a table cell that stands between `begin` and `end`; return where its words end."""
    at = begin
    while at < end and text[at] in " \t|":
        at += 1
    here, there = [0], [at]
    for position, character in enumerate(content):
        if character == "|" and text.startswith("\\|", at):
            at += 1
            here.append(position)
            there.append(at)
        at += 1
    return SourceMap(tuple(here), tuple(there)), min(at, end)
