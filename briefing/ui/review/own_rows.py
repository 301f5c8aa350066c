"""What the analyst changed since the version went out: where, and what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefing.model.memo_review import FieldEdit
from briefing.text.marked_pieces import BodyPlaces
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_items import HEAD, ItemKind, ReviewItem
from briefing.ui.review.review_summary import own_names

_SETTLED = {
    ItemState.OPEN: "conflict",
    ItemState.REJECTED: "yours kept",
    ItemState.ACCEPTED: "theirs taken",
    ItemState.BOTH: "both kept",
    ItemState.EDITED: "reworded",
}


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One place: `item` is the conflict that it is in, `point` where it is in the marked text."""

    name: str
    told: str
    item: ReviewItem | None
    point: int
    is_open: bool = False


def own_rows(board: ReviewBoard) -> tuple[OwnRow, ...]:
    """Return the fields and paragraphs that the analyst changed, in the order of the memo."""
    return (*_of_head(board), *_of_text(board))


def refreshed(row: OwnRow, board: ReviewBoard) -> OwnRow:
    """Return a row as its conflict stands after a decision."""
    if row.item is None:
        return row
    state = board.state(row.item)
    return replace(row, told=_SETTLED[state], is_open=state is ItemState.OPEN)


def _of_head(board: ReviewBoard) -> Iterator[OwnRow]:
    conflicts = {
        change.field.name: item
        for item in board.items
        if item.kind is ItemKind.CONFLICT
        for change in item.changes
        if change.field is not None
    }
    for name in board.own_fields:
        label = f"{HEAD}, {FieldEdit(name, '', '').label}"
        point = board.fields.get(name, 0)
        yield refreshed(OwnRow(label, "merged", conflicts.get(name), point), board)


def _of_text(board: ReviewBoard) -> Iterator[OwnRow]:
    """Yield paragraphs; where there was a conflict and no card of it, theirs is rejected."""
    places = BodyPlaces(board.merged.pieces)
    own = board.merged.own
    for change, name in zip(own, own_names(board.merged.body, own), strict=True):
        inside = (
            item
            for item in board.items
            if item.conflict is not None and not item.is_in_head
            if item.conflict.start <= change.end and change.start <= item.conflict.end
        )
        told = _SETTLED[ItemState.REJECTED] if change.is_conflict else "merged"
        point = places.start(change.start)
        yield refreshed(OwnRow(name, told, next(inside, None), point), board)
