"""Whether edits of some blocks leave the blocks beside them what they are."""

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from briefing.model.memo_review import MemoEdit
from briefing.review.placing.edited_body import with_edits
from briefing.text.chunk_parse import ParsedChunk, parse_chunks, parse_part

Shown = tuple[str, tuple[str, ...], str]  # kind, containers, words as typed
_ITEM = "item"
_FENCE = ":::"
_BESIDE = 2  # chunks on either side that are read again, too


class StandingBlocks:
    """Proves edits of one body that put, join, split or take blocks."""

    def __init__(self, body: str) -> None:
        self._body = body

    @cached_property
    def _starts(self) -> list[int]:
        return [placed.start for placed in parse_chunks(self._body)]

    def stand(self, edits: Sequence[MemoEdit]) -> bool:
        """Return whether what lies outside of the edits is read as before."""
        if not any("\n" in one.text + self._body[one.start : one.end] for one in edits):
            return True
        first, last = min(one.start for one in edits), max(one.end for one in edits)
        begin, end = self._around(first, last)
        before = parse_part(self._body, self._body[begin:end])
        after = parse_part(self._body, with_edits(self._body, edits, begin, end))
        shown = [_shown(before, place) for place in range(len(before.contents))]
        found = [_shown(after, place) for place in range(len(after.contents))]
        ends = [_span(before, place) for place in range(len(before.contents))]
        head = sum(1 for _, stop in ends if stop + begin < first)
        tail = sum(1 for start, _ in ends if start + begin > last)
        if len(found) < head + tail or _open_fences(found) > _open_fences(shown):
            return False
        return (
            found[:head] == shown[:head]
            and found[len(found) - tail :] == (shown[len(shown) - tail :])
        )

    def _around(self, first: int, last: int) -> tuple[int, int]:
        low = max(0, bisect_right(self._starts, first) - 1 - _BESIDE)
        high = bisect_right(self._starts, last) + _BESIDE
        begin = self._starts[low] if self._starts else 0
        return begin, self._starts[high] if high < len(self._starts) else len(self._body)


def _open_fences(shown: Sequence[Shown]) -> int:
    """Return in how many contents the mark of a fenced div stands as words."""
    return sum(text.startswith(_FENCE) or f"\n{_FENCE}" in text for _, _, text in shown)


def _shown(chunk: ParsedChunk, place: int) -> Shown:
    """Return what a content is; how deep in a list it stands may change with what is above it."""
    content = chunk.contents[place]
    containers = tuple(one for one in content.containers if one != _ITEM)
    return content.kind, containers, content.text


def _span(chunk: ParsedChunk, place: int) -> tuple[int, int]:
    content = chunk.contents[place]
    start = chunk.lines.to_source(content.map.to_source(0))
    return start, chunk.lines.to_source(content.map.end_to_source(len(content.text)))
