"""The review on the table: its items, what was decided so far, and which of them are shown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.model.marked_text import MarkedText
from briefing.model.memo_review import Decision, Verdict
from briefing.model.reading_block import ReadingBlock
from briefing.model.review_record import (
    ConflictChoice,
    ConflictDecision,
    Merged,
    Review,
    ReviewFlag,
)
from briefing.text.marked_pieces import BodyPlaces
from briefing.ui.review.review_items import ItemKind, ReviewItem, items_of

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
    APPLIED = "in the memo"


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


@dataclass(frozen=True, slots=True)
class ReviewBoard:
    """One review as the room shows it; deciding makes another board."""

    review: Review
    merged: Merged
    marked: MarkedText
    blocks: tuple[ReadingBlock, ...]
    items: tuple[ReviewItem, ...]
    decisions: Mapping[int, Decision]
    settled: Mapping[int, ConflictDecision]

    def point_of(self, point: int) -> int:
        """Return where a code point of the merged body stands in the marked text."""
        return BodyPlaces(self.merged.pieces).start(point)

    def memo_place(self, item: ReviewItem) -> int:
        """Return where an item stands in the merged body, -1 where it has no place."""
        spans = self.merged.threads if item.thread is not None else self.merged.spans
        numbers = {item.number, *(change.number for change in item.changes)}
        return min((one.start for one in spans if one.number in numbers), default=-1)

    def state(self, item: ReviewItem) -> ItemState:
        """Return what became of an item."""
        if item.thread is not None:
            return ItemState.RESOLVED if item.thread.is_resolved else ItemState.OPEN
        if item.conflict is not None:
            settled = self.settled.get(item.number)
            return _OF_CHOICE[settled.choice] if settled else ItemState.OPEN
        if not item.is_placed:
            return ItemState.UNPLACED
        if item.number in self.review.applied:
            return ItemState.APPLIED
        decision = self.decisions.get(item.number)
        if decision is None:
            return ItemState.OPEN
        if decision.text is not None and decision.verdict is Verdict.ACCEPTED:
            return ItemState.EDITED
        return _OF_VERDICT[decision.verdict]

    def state_of_change(self, number: int) -> ItemState:
        """Return what becomes of one change, be it by itself or in a conflict."""
        for conflict in self.merged.conflicts:
            if number not in conflict.changes:
                continue
            settled = self.settled.get(conflict.number)
            if settled is None or settled.choice is ConflictChoice.OPEN:
                return ItemState.OPEN
            if settled.choice is ConflictChoice.BOTH:
                return ItemState.ACCEPTED
            is_taken = (
                settled.choice is ConflictChoice.THEIRS
                and number in conflict.sides[settled.side].changes
            )
            return ItemState.ACCEPTED if is_taken else ItemState.REJECTED
        if number in self.review.applied:
            return ItemState.APPLIED
        decision = self.decisions.get(number)
        return _OF_VERDICT[decision.verdict] if decision else ItemState.OPEN

    def decided(self, decisions: Mapping[ReviewItem, Settled]) -> "ReviewBoard":
        """Return the board after items were decided."""
        changes, conflicts = dict(self.decisions), dict(self.settled)
        for item, decision in decisions.items():
            if isinstance(decision, ConflictDecision):
                conflicts[item.number] = decision
            else:
                changes[item.number] = decision
        return replace(self, decisions=changes, settled=conflicts)

    def decision(self, item: ReviewItem) -> Settled:
        """Return the decision on an item, an open one where there is none."""
        if item.conflict is not None:
            return self.settled.get(item.number, ConflictDecision(ConflictChoice.OPEN))
        return self.decisions.get(item.number, Decision(Verdict.OPEN))

    def is_open(self, item: ReviewItem) -> bool:
        """Tell whether an item still waits for the analyst."""
        return self.state(item) is ItemState.OPEN

    @property
    def to_apply(self) -> int:
        """Return how many changes Apply would write."""
        written = {ItemState.ACCEPTED, ItemState.EDITED, ItemState.BOTH}
        return sum(
            self.state(item) in written for item in self.items if item.kind is not ItemKind.THREAD
        )

    @property
    def waiting(self) -> int:
        """Return how many items are still open."""
        return sum(self.is_open(item) for item in self.items)

    @property
    def authors(self) -> tuple[tuple[str, int], ...]:
        """Return the reviewers with the number of their items, in the order of the text."""
        counts = Counter(author for item in self.items for author in _authors(item))
        return tuple(counts.items())


def board_of(
    review: Review,
    merged: Merged,
    marked: MarkedText,
    blocks: tuple[ReadingBlock, ...],
    flags: Iterable[ReviewFlag],
) -> ReviewBoard:
    """Return the board of a review as the library keeps it."""
    items = items_of(review, merged, marked, flags)
    return ReviewBoard(review, merged, marked, blocks, items, review.decisions, review.settled)


def _authors(item: ReviewItem) -> tuple[str, ...]:
    if item.conflict is not None:
        return tuple(dict.fromkeys(side.author for side in item.conflict.sides))
    return (item.author,)
