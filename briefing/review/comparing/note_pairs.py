"""Which note of a returned file stands for which of the one that was sent, and their marks so.

Numbers of notes change as others come and go. A note that is gone gets a name of its own, lest it
be taken for the one that has its number now.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.model.word_review import Piece, PieceKind, WordParagraph
from briefing.review.comparing.compare_atoms import Unit
from briefing.text.unit_pairs import UnitStretch

_GONE = "{}-sent"


def renamed(
    old: Sequence[Unit], new: Sequence[Unit], stretches: Iterable[UnitStretch]
) -> list[Unit]:
    """Return the units that were sent, notes and boxes under the names that they have now."""
    names: dict[str, str] = {}
    for was, now in stretches:
        sent = old[was.start].paragraphs[0].note if was else ""
        if sent and now:
            names.setdefault(sent, new[now.start].paragraphs[0].note)
    for sent in (unit.paragraphs[0].note for unit in old):
        if sent:
            names.setdefault(sent, _GONE.format(sent))
    if all(sent == now for sent, now in names.items()):
        return list(old)
    return [
        replace(unit, paragraphs=tuple(_paragraph(one, names) for one in unit.paragraphs))
        for unit in old
    ]


def _paragraph(paragraph: WordParagraph, names: Mapping[str, str]) -> WordParagraph:
    pieces = paragraph.pieces
    if any(one.kind is PieceKind.NOTE for one in pieces):
        pieces = tuple(_piece(one, names) for one in pieces)
    return replace(paragraph, note=names.get(paragraph.note, paragraph.note), pieces=pieces)


def _piece(piece: Piece, names: Mapping[str, str]) -> Piece:
    if piece.kind is not PieceKind.NOTE:
        return piece
    return replace(piece, reference=names.get(piece.reference, piece.reference))
