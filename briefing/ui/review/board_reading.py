"""A review read for the room: merged, drawn, set in blocks; off the window's thread."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefing.model.ids import Uid
from briefing.model.review_record import (
    ConflictChoice,
    MergeConflict,
    MergedPiece,
    PieceRole,
    Review,
)
from briefing.services.desk import Desk
from briefing.text.citations import find_citations
from briefing.text.marked_pieces import marked_pieces
from briefing.text.parted_pieces import parted_pieces
from briefing.text.reading_blocks import reading_blocks
from briefing.text.whole_words import whole_words
from briefing.ui.review.head_drawing import as_printed, draw_head
from briefing.ui.review.review_board import ReviewBoard, board_of


def read_board(desk: Desk, uid: Uid) -> ReviewBoard:
    """Return the board of a review; its flags are read by themselves."""
    review = desk.reviewing.get(uid)
    drawn, decided = desk.reviewing.drawn(uid), desk.reviewing.preview(uid)
    of_head = desk.reviewing.head(uid)
    head = draw_head(of_head, review, drawn.conflicts)
    body = tuple(parted_pieces(whole_words(_with_own_words(drawn.pieces, review))))
    placed = _as_drawn(decided.conflicts, drawn.conflicts)
    conflicts = tuple(as_printed(one, of_head, review) for one in placed)
    merged = replace(drawn, pieces=(*head.pieces, *body), conflicts=conflicts)
    marked = marked_pieces(merged.pieces, merged.threads)
    of_comments = head.comments(review.content.threads)
    marked = replace(marked, marks=(*of_comments, *marked.marks))
    blocks = head.before(reading_blocks("".join(piece.text for piece in body)))
    cited = find_citations(marked.text)
    keys = {item.key for one in cited for item in one.citation.items}
    return replace(
        board_of(review, merged, marked, blocks),
        labels=desk.citing.labels(keys),
        own_fields=of_head.own,
        fields=head.points,
    )


def _as_drawn(
    decided: Iterable[MergeConflict], drawn: Iterable[MergeConflict]
) -> Iterator[MergeConflict]:
    """Yield conflicts as they were settled, at the places of the text that is drawn."""
    of_change = {number: one for one in drawn for number in one.changes}
    for one in decided:
        place = next((of_change[each] for each in one.changes if each in of_change), one)
        yield replace(one, start=place.start, end=place.end)


def _with_own_words(pieces: Iterable[MergedPiece], review: Review) -> Iterator[MergedPiece]:
    """Tell the words that the analyst wrote for a conflict in place of the first of theirs."""
    words = {
        number: one.text
        for number, one in review.settled.items()
        if one.choice is ConflictChoice.EDITED
    }
    for piece in pieces:
        if piece.role is PieceRole.INSERTED and piece.conflict in words:
            yield replace(piece, text=words[piece.conflict])
            words[piece.conflict] = ""
        else:
            yield piece
