"""The review on the table: its items, what was decided so far, and which of them are shown."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefing.model.marked_text import MarkedText
from briefing.model.memo_review import Decision, Verdict
from briefing.model.reading_block import ReadingBlock
from briefing.model.review_record import (
    ConflictChoice,
    ConflictDecision,
    MergeConflict,
    Merged,
    Review,
    ReviewFlag,
)
from briefing.services.citing import CitationLabel
from briefing.ui.review.item_states import WRITTEN, ItemState, Settled, item_state, words_state
from briefing.ui.review.review_items import ItemKind, ReviewItem, items_of
from briefing.ui.review.section_places import under_headings

FlagsOf = Mapping[int, tuple[ReviewFlag, ...]]  # by the number of the change
_Key = tuple[ItemKind, int]


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
    states: Mapping[_Key, ItemState]
    conflict_of: Mapping[int, MergeConflict]  # by the number of each change in one
    labels: Mapping[str, CitationLabel] = field(default_factory=dict[str, CitationLabel])
    own_fields: tuple[str, ...] = ()  # of the head, that the analyst changed since
    fields: Mapping[str, int] = field(default_factory=dict[str, int])  # where each one's line is

    def memo_place(self, item: ReviewItem) -> int:
        """Return where an item stands in the merged body, -1 where it has no place."""
        spans = self.merged.threads if item.thread is not None else self.merged.spans
        numbers = {item.number, *(change.number for change in item.changes)}
        return min((one.start for one in spans if one.number in numbers), default=-1)

    def state(self, item: ReviewItem) -> ItemState:
        """Return what became of an item."""
        return self.states[item.key]

    def state_of_change(self, number: int) -> ItemState:
        """Return what becomes of the words of one change."""
        conflict = self.conflict_of.get(number)
        return words_state(number, conflict, self.decisions, self.settled)

    def decided(self, decisions: Mapping[ReviewItem, Settled]) -> "ReviewBoard":
        """Return the board after items were decided."""
        changes, conflicts = dict(self.decisions), dict(self.settled)
        for item, decision in decisions.items():
            if isinstance(decision, ConflictDecision):
                conflicts[item.number] = decision
            else:
                changes[item.number] = decision
        fresh = {item.key: item_state(item, changes, conflicts) for item in decisions}
        return replace(self, decisions=changes, settled=conflicts, states={**self.states, **fresh})

    def reviewed(self, review: Review) -> "ReviewBoard":
        """Return the board with what the library keeps of its review now."""
        return replace(
            self,
            review=review,
            decisions=review.decisions,
            settled=review.settled,
            states=_states(self.items, review),
        )

    def flagged(self, flags: FlagsOf) -> "ReviewBoard":
        """Return the board with what some changes want a look for, by their numbers."""
        return replace(self, items=tuple(_flagged(item, flags) for item in self.items))

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
        counts = self._counts()
        return sum(counts[state] for state in WRITTEN)

    @property
    def waiting(self) -> int:
        """Return how many items are still open."""
        return self._counts()[ItemState.OPEN]

    @property
    def asked(self) -> int:
        """Return how many items are to be decided; what has no place is not."""
        return len(self.states) - self._counts()[ItemState.UNPLACED]

    def _counts(self) -> Counter[ItemState]:
        return Counter(self.states.values())

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
) -> ReviewBoard:
    """Return the board of a review as the library keeps it."""
    items = under_headings(items_of(review, merged, marked), blocks, marked)
    return ReviewBoard(
        review,
        merged,
        marked,
        blocks,
        items,
        review.decisions,
        review.settled,
        _states(items, review),
        {number: one for one in merged.conflicts for number in one.changes},
    )


def _states(items: Iterable[ReviewItem], review: Review) -> dict[_Key, ItemState]:
    return {item.key: item_state(item, review.decisions, review.settled) for item in items}


def _flagged(item: ReviewItem, flags: FlagsOf) -> ReviewItem:
    """Return an item with its flags, the same one where they are as they were."""
    held: dict[int, list[ReviewFlag]] = {}
    for flag in item.flags:
        held.setdefault(flag.change, []).append(flag)
    numbers = [change.number for change in item.changes]
    new = tuple(flag for one in numbers for flag in flags.get(one, held.get(one, ())))
    return item if new == item.flags else replace(item, flags=new)


def _authors(item: ReviewItem) -> tuple[str, ...]:
    if item.conflict is not None:
        return tuple(dict.fromkeys(side.author for side in item.conflict.sides))
    return (item.author,)
