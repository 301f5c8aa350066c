"""What the analyst changed since the version went out: where, and what becomes of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.memo_review import FieldEdit
from briefing.model.review_record import OwnChange
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_board import ReviewBoard
from briefing.ui.review.review_items import HEAD, ItemKind, ReviewItem
from briefing.ui.review.review_summary import own_name

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
    is_open: bool
    item: ReviewItem | None
    point: int


def own_rows(board: ReviewBoard) -> tuple[OwnRow, ...]:
    """Return the fields and paragraphs that the analyst changed, in the order of the memo."""
    return (*_of_head(board), *(_of_text(board, one) for one in board.merged.own))


def _of_head(board: ReviewBoard) -> Iterator[OwnRow]:
    conflicts = {
        change.field.name: item
        for item in board.items
        if item.kind is ItemKind.CONFLICT
        for change in item.changes
        if change.field is not None
    }
    for name in board.own_fields:
        label = FieldEdit(name, "", "").label
        point = board.fields.get(name, 0)
        yield _row(board, f"{HEAD}, {label}", conflicts.get(name), point, clashed=False)


def _of_text(board: ReviewBoard, change: OwnChange) -> OwnRow:
    inside = (
        item
        for item in board.items
        if item.conflict is not None and not item.is_in_head
        if item.conflict.start <= change.end and change.start <= item.conflict.end
    )
    name, point = own_name(board.merged.body, change), board.point_of(change.start)
    return _row(board, name, next(inside, None), point, clashed=change.is_conflict)


def _row(
    board: ReviewBoard, name: str, item: ReviewItem | None, point: int, *, clashed: bool
) -> OwnRow:
    """Return a row; where there was a conflict and no card of it, the other side is rejected."""
    if item is None:
        told = _SETTLED[ItemState.REJECTED] if clashed else "merged"
        return OwnRow(name, told, is_open=False, item=None, point=point)
    state = board.state(item)
    return OwnRow(name, _SETTLED[state], state is ItemState.OPEN, item, point)
