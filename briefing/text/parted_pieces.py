"""Pieces of a merge parted by a blank where words that go touch words that come.

Two reviewers' words at one place are parted the same way. The blank is only shown: it belongs to
no change, and the body stays the same.
"""

from collections.abc import Iterable, Iterator

from briefing.model.review_record import MergedPiece, PieceRole

_GAP = MergedPiece(" ", is_in_body=False)
_SIGNS = frozenset("*_~`#>|+-=\\<^${}")  # Markdown that another sign beside it would change
_CLOSING = frozenset(",.;:!?)]»”’")  # what begins with these is set right behind a word


def parted_pieces(pieces: Iterable[MergedPiece]) -> Iterator[MergedPiece]:
    """Yield the pieces, and a blank where two would read as one word."""
    last: MergedPiece | None = None
    for piece in pieces:
        if not piece.text:
            continue
        if last is not None and _are_alternatives(last, piece) and _touch(last.text, piece.text):
            yield _GAP
        yield piece
        last = piece


def _are_alternatives(left: MergedPiece, right: MergedPiece) -> bool:
    """Tell whether the second says what could stand in place of the first."""
    if right.role is PieceRole.DELETED:
        return left.role is PieceRole.INSERTED
    if right.role is PieceRole.KEPT:
        return False
    is_conflict = left.conflict == right.conflict != 0 and left.changes != right.changes
    return left.role is PieceRole.DELETED or is_conflict


def _touch(left: str, right: str) -> bool:
    ends, begins = left[-1], right[0]
    if ends.isspace() or begins.isspace() or begins in _CLOSING:
        return False
    return ends not in _SIGNS and begins not in _SIGNS
