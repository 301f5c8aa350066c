"""A merge's pieces as one text: what would go and what would come both in it, and marked."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from briefing.model.marked_text import Mark, MarkedText, MarkKind
from briefing.model.review_record import MergedPiece, PieceRole, PlacedSpan

_SIGNS = frozenset("*_~`[]()#>|-+ \t\n")  # what sets words, and is none itself
_KINDS = {PieceRole.INSERTED: MarkKind.INSERTED, PieceRole.DELETED: MarkKind.DELETED}


def marked_pieces(pieces: Sequence[MergedPiece], threads: Iterable[PlacedSpan]) -> MarkedText:
    """Return the pieces in a row; a thread is marked where its words stand among them."""
    text = "".join(piece.text for piece in pieces)
    marks = list(_joined(_marks(pieces)))
    marks += _otherwise(text, marks)
    places = BodyPlaces(pieces)
    marks += [
        Mark(MarkKind.COMMENTED, one.number, places.start(one.start), places.end(one.end))
        for one in threads
    ]
    return MarkedText(text, tuple(sorted(marks, key=lambda one: (one.start, one.end, one.number))))


def conflict_places(pieces: Iterable[MergedPiece]) -> tuple[tuple[int, int], ...]:
    """Return where each conflict stands among all pieces in a row, from its first to its last."""
    places: dict[int, tuple[int, int]] = {}
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        if piece.conflict and piece.text:
            places[piece.conflict] = (places.get(piece.conflict, (at, at))[0], end)
        at = end
    return tuple(places.values())


def _marks(pieces: Iterable[MergedPiece]) -> Iterator[Mark]:
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        kind = _KINDS.get(piece.role)
        if kind is not None:
            for number in piece.changes:
                yield Mark(kind, number, at, end)
        elif piece.conflict:
            yield Mark(MarkKind.MINE, piece.conflict, at, end)
        at = end


def _joined(marks: Iterable[Mark]) -> Iterator[Mark]:
    """Make one of marks that follow one another and say the same."""
    waiting: dict[tuple[MarkKind, int], Mark] = {}
    for mark in marks:
        key = mark.kind, mark.number
        last = waiting.get(key)
        touches = last is not None and last.end == mark.start
        if last is not None and not touches:
            yield last
        start = last.start if last is not None and touches else mark.start
        waiting[key] = Mark(mark.kind, mark.number, start, mark.end)
    yield from waiting.values()


def _otherwise(text: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Mark from end to end what only its signs change: bold put round words, a paragraph split."""
    changes: dict[int, list[Mark]] = {}
    for mark in marks:
        if mark.kind is not MarkKind.MINE:
            changes.setdefault(mark.number, []).append(mark)
    for number, some in changes.items():
        if all(_SIGNS.issuperset(text[mark.start : mark.end]) for mark in some):
            start, end = min(one.start for one in some), max(one.end for one in some)
            yield Mark(MarkKind.CHANGED, number, start, end)


class BodyPlaces:
    """From the code points of the merged body to those of all pieces in a row."""

    def __init__(self, pieces: Iterable[MergedPiece]) -> None:
        self._body: list[int] = []  # where each piece of the body begins in it
        self._woven: list[int] = []  # and where among all pieces
        body = woven = 0
        for piece in pieces:
            if piece.is_in_body and piece.text:
                self._body.append(body)
                self._woven.append(woven)
                body += len(piece.text)
            woven += len(piece.text)

    def start(self, point: int) -> int:
        """Return the place of what begins at a code point."""
        at = max(bisect_right(self._body, point) - 1, 0)
        return point - self._body[at] + self._woven[at] if self._body else 0

    def end(self, point: int) -> int:
        """Return the place of what ends at a code point."""
        return self.start(point - 1) + 1 if point > 0 else self.start(point)
