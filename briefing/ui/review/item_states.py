"""What became of each item of a review: from what was decided, said in one word."""

from collections.abc import Mapping
from enum import StrEnum

from briefing.model.memo_review import Decision, Verdict
from briefing.model.review_record import ConflictChoice, ConflictDecision, MergeConflict
from briefing.ui.review.review_items import ReviewItem

Settled = Decision | ConflictDecision


class ItemState(StrEnum):
    """What became of an item."""

    OPEN = "open"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    EDITED = "edited"
    BOTH = "both"
    RESOLVED = "resolved"
    UNPLACED = "not placed"


_OF_VERDICT = {
    Verdict.OPEN: ItemState.OPEN,
    Verdict.ACCEPTED: ItemState.ACCEPTED,
    Verdict.REJECTED: ItemState.REJECTED,
}
_OF_CHOICE = {
    ConflictChoice.OPEN: ItemState.OPEN,
    ConflictChoice.MINE: ItemState.REJECTED,
    ConflictChoice.THEIRS: ItemState.ACCEPTED,
    ConflictChoice.BOTH: ItemState.BOTH,
    ConflictChoice.EDITED: ItemState.EDITED,
}
WRITTEN = frozenset({ItemState.ACCEPTED, ItemState.EDITED, ItemState.BOTH})


def item_state(
    item: ReviewItem,
    decisions: Mapping[int, Decision],
    settled: Mapping[int, ConflictDecision],
) -> ItemState:
    """Return what became of an item."""
    if item.thread is not None:
        return ItemState.RESOLVED if item.thread.is_resolved else ItemState.OPEN
    if item.conflict is not None:
        choice = settled.get(item.number)
        return _OF_CHOICE[choice.choice] if choice else ItemState.OPEN
    if not item.is_placed:
        return ItemState.UNPLACED
    decision = decisions.get(item.number)
    if decision is None:
        return ItemState.OPEN
    if decision.text is not None and decision.verdict is Verdict.ACCEPTED:
        return ItemState.EDITED
    return _OF_VERDICT[decision.verdict]


def words_state(
    number: int,
    conflict: MergeConflict | None,
    decisions: Mapping[int, Decision],
    settled: Mapping[int, ConflictDecision],
) -> ItemState:
    """Return what becomes of the words of one change, by itself or in a conflict."""
    if conflict is None:
        decision = decisions.get(number)
        return _OF_VERDICT[decision.verdict] if decision else ItemState.OPEN
    choice = settled.get(conflict.number)
    if choice is None or choice.choice is ConflictChoice.OPEN:
        return ItemState.OPEN
    if choice.choice is ConflictChoice.MINE:
        return ItemState.REJECTED
    if choice.choice is ConflictChoice.THEIRS and choice.side < len(conflict.sides):
        is_taken = number in conflict.sides[choice.side].changes
        return ItemState.ACCEPTED if is_taken else ItemState.REJECTED
    return ItemState.ACCEPTED


def is_turning(before: Settled, now: Settled) -> bool:
    """Tell whether sentences read otherwise by a decision: an open change counts as taken."""
    if isinstance(before, Decision) and isinstance(now, Decision):
        is_out = [one.verdict is Verdict.REJECTED for one in (before, now)]
        return is_out[0] != is_out[1] or before.text != now.text
    return before != now
