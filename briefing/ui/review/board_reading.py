"""A review read for the room: merged, drawn, set in blocks; off the window's thread."""

from dataclasses import replace

from briefing.model.ids import Uid
from briefing.services.desk import Desk
from briefing.text.marked_pieces import marked_pieces
from briefing.text.reading_blocks import reading_blocks
from briefing.ui.review.review_board import ReviewBoard, board_of
from briefing.ui.review.review_items import items_of


def read_board(desk: Desk, uid: Uid) -> ReviewBoard:
    """Return the board of a review; its flags come later."""
    review = desk.reviewing.get(uid)
    merged = desk.reviewing.preview(uid)
    marked = marked_pieces(merged.pieces, merged.threads)
    return board_of(review, merged, marked, reading_blocks(marked.text), ())


def with_flags(desk: Desk, board: ReviewBoard) -> ReviewBoard:
    """Return a board with what its changes want a look for."""
    flags = desk.reviewing.flags(board.review.uid)
    items = items_of(board.review, board.merged, board.marked, flags)
    return replace(board, items=items)
