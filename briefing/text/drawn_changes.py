"""Changes of a Markdown text drawn into it: what goes stays, what comes stands behind it."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from briefing.model.block import Span
from briefing.model.marked_text import Mark, MarkedText, MarkKind
from briefing.model.memo_review import MemoEdit

_FENCING = frozenset("*_~`[]()# \t\n")  # what sets words, and is none itself


def drawn_changes(
    body: str,
    changes: Mapping[int, Sequence[MemoEdit]],
    comments: Mapping[int, Span],
) -> MarkedText:
    """Return the body with every change in it and every comment's words marked.

    Where changes overlap, words that several of them delete stand once, marked for each.
    """
    edits = sorted(
        ((number, edit) for number, some in changes.items() for edit in some),
        key=lambda one: (one[1].end, one[1].start, one[0]),
    )
    text, places, inserted = _woven(body, edits)
    marks = [*inserted, *_deleted(edits, places)]
    marks += _otherwise(changes, marks, text, places)
    marks += [
        Mark(MarkKind.COMMENTED, number, places(span.start), places(span.end, is_end=True))
        for number, span in comments.items()
    ]
    return MarkedText(text, tuple(sorted(marks, key=lambda one: (one.start, one.end, one.number))))


class _Places:
    """Where the code points of the body are in the woven text."""

    def __init__(self, insertions: Sequence[tuple[int, int]], length: int) -> None:
        self._length = length
        self._shifts: list[tuple[int, int]] = []  # from this code point on, so many further
        total = 0
        for at, added in insertions:
            total += added
            if self._shifts and self._shifts[-1][0] == at:
                self._shifts[-1] = (at, total)
            else:
                self._shifts.append((at, total))

    def __call__(self, point: int, *, is_end: bool = False) -> int:
        """Return the place of a code point; as an end, before what is inserted there."""
        shift = 0
        for at, total in self._shifts:
            if at > point or (is_end and at == point):
                break
            shift = total
        return min(max(point, 0), self._length) + shift


def _woven(body: str, edits: Sequence[tuple[int, MemoEdit]]) -> tuple[str, _Places, list[Mark]]:
    """Return the text with the insertions in it, each behind what it takes the place of."""
    pieces: list[str] = []
    marks: list[Mark] = []
    insertions: list[tuple[int, int]] = []
    at = length = 0
    for number, edit in edits:
        if not edit.text:
            continue
        end = min(max(edit.end, at), len(body))
        pieces += (body[at:end], edit.text)
        length += end - at
        marks.append(Mark(MarkKind.INSERTED, number, length, length + len(edit.text)))
        length += len(edit.text)
        insertions.append((end, len(edit.text)))
        at = end
    pieces.append(body[at:])
    return "".join(pieces), _Places(insertions, len(body)), marks


def _deleted(edits: Iterable[tuple[int, MemoEdit]], places: _Places) -> Iterable[Mark]:
    """Mark what goes; not what another change inserts in the middle of it."""
    ends = sorted({edit.end for _, edit in edits if edit.text})
    for number, edit in edits:
        if edit.start >= edit.end:
            continue
        inner = [end for end in ends if edit.start < end < edit.end]
        for start, end in pairwise((edit.start, *inner, edit.end)):
            yield Mark(MarkKind.DELETED, number, places(start), places(end, is_end=True))


def _otherwise(
    changes: Mapping[int, Sequence[MemoEdit]], marks: Iterable[Mark], text: str, places: _Places
) -> Iterable[Mark]:
    """Mark from end to end what only its signs change: bold put round words, a paragraph split."""
    worded = {mark.number for mark in marks if not _FENCING.issuperset(text[mark.start : mark.end])}
    for number, edits in changes.items():
        if edits and number not in worded:
            start = min(edit.start for edit in edits)
            end = max(edit.end for edit in edits)
            yield Mark(MarkKind.CHANGED, number, places(start), places(end))
