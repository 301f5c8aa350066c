"""Pieces of a merge widened to whole words: `two` becomes `three`, not `wo` after a t `hree`."""

import re
from collections.abc import Iterable
from dataclasses import replace

from briefing.model.review_record import MergedPiece, PieceRole

_HEAD = re.compile(r"\w+")
_TAIL = re.compile(r"\w+\Z")
_LONGEST = 40  # letters of a word


def whole_words(pieces: Iterable[MergedPiece]) -> tuple[MergedPiece, ...]:
    """Return the pieces with what goes and what comes in its place as whole words.

    The letters that both have in common are told in both; the body stays the same.
    """
    found = list(pieces)
    for at in range(len(found) - 1):
        if _is_pair(found[at], found[at + 1]):
            _take_head(found, at)
            _take_tail(found, at)
    return tuple(piece for piece in found if piece.text)


def _is_pair(gone: MergedPiece, come: MergedPiece) -> bool:
    return (
        gone.role is PieceRole.DELETED
        and come.role is PieceRole.INSERTED
        and bool(gone.text and come.text)
        and gone.changes == come.changes
        and gone.is_in_body
        and not come.is_in_body
    )


def _take_head(pieces: list[MergedPiece], at: int) -> None:
    """Take the letters right before the pair into both of it."""
    if at == 0 or not _is_kept(pieces[at - 1]):
        return
    match = _TAIL.search(pieces[at - 1].text)
    both = pieces[at].text, pieces[at + 1].text
    if match and len(match[0]) <= _LONGEST and any(_HEAD.match(one) for one in both):
        pieces[at - 1] = replace(pieces[at - 1], text=pieces[at - 1].text[: match.start()])
        for place in (at, at + 1):
            pieces[place] = replace(pieces[place], text=match[0] + pieces[place].text)


def _take_tail(pieces: list[MergedPiece], at: int) -> None:
    """Take the letters right behind the pair into both of it."""
    if at + 2 >= len(pieces) or not _is_kept(pieces[at + 2]):
        return
    match = _HEAD.match(pieces[at + 2].text)
    both = pieces[at].text, pieces[at + 1].text
    if match and len(match[0]) <= _LONGEST and any(_TAIL.search(one) for one in both):
        pieces[at + 2] = replace(pieces[at + 2], text=pieces[at + 2].text[match.end() :])
        for place in (at, at + 1):
            pieces[place] = replace(pieces[place], text=pieces[place].text + match[0])


def _is_kept(piece: MergedPiece) -> bool:
    return piece.role is PieceRole.KEPT and not piece.conflict and piece.is_in_body
