"""What a review asks, one after another: changes, conflicts and comment threads."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from briefing.model.marked_text import MarkedText, MarkKind
from briefing.model.memo_review import ReviewChange
from briefing.model.review_record import (
    FlagKind,
    MergeConflict,
    Merged,
    Review,
    ReviewFlag,
    ThreadState,
)

HEAD = "Head"  # the place of what is about a field
UNPLACED = 1 << 60  # what has no place comes last
_PARTING = (FlagKind.CITATION_DELETED, FlagKind.CITATION_LEFT)
_IN_HEAD = -1  # what is about the memo's head comes first, even where no line shows it


class ItemKind(StrEnum):
    """What is asked."""

    CHANGE = "change"
    CONFLICT = "conflict"
    THREAD = "thread"


@dataclass(frozen=True, slots=True, eq=False)
class ReviewItem:
    """One card; `number` is that of its change, conflict or thread, `place` where it stands.

    A conflict holds all changes that are in it.
    """

    kind: ItemKind
    number: int
    author: str
    date: str
    section: str
    place: int
    changes: tuple[ReviewChange, ...] = ()
    conflict: MergeConflict | None = None
    thread: ThreadState | None = None
    flags: tuple[ReviewFlag, ...] = ()

    @property
    def key(self) -> tuple[ItemKind, int]:
        """Return what names it in its review."""
        return self.kind, self.number

    @property
    def said(self) -> tuple[object, ...]:
        """Return all that its card tells of it."""
        who = self.author, self.date, self.is_placed
        return (*who, self.changes, self.conflict, self.thread, self.flags)

    @property
    def parted_citation(self) -> FlagKind | None:
        """Return which way it parts a citation from its sentence: one that it deletes first."""
        kinds = {flag.kind for flag in self.flags}
        return next((kind for kind in _PARTING if kind in kinds), None)

    @property
    def authors(self) -> frozenset[str]:
        """Return whose it is."""
        return frozenset({self.author, *(change.author for change in self.changes)})

    @property
    def is_placed(self) -> bool:
        """Tell whether the memo has a place for it."""
        return self.place < UNPLACED

    @property
    def is_in_head(self) -> bool:
        """Tell whether it is about a field of the memo's head."""
        return self.section == HEAD and (
            self.thread is not None or any(change.field is not None for change in self.changes)
        )


def items_of(review: Review, merged: Merged, marked: MarkedText) -> tuple[ReviewItem, ...]:
    """Return everything that a review still asks, in the order of the text."""
    changes = {change.number: change for change in review.content.changes}
    places = _places(marked)
    in_conflict = {number for one in merged.conflicts for number in one.changes}
    found = [
        *(_of_conflict(one, changes, places) for one in merged.conflicts),
        *(
            _of_change(one, places)
            for one in changes.values()
            if one.number not in in_conflict and one.number not in review.applied
        ),
        *(_of_thread(one, places) for one in review.threads),
    ]
    return tuple(sorted(found, key=lambda item: (item.place, item.kind, item.number)))


_Places = Mapping[tuple[bool, int], int]  # whether of a thread, its number


def _places(marked: MarkedText) -> _Places:
    """Return where each change and thread begins; a conflict shares its first change's number."""
    places: dict[tuple[bool, int], int] = {}
    for mark in marked.marks:
        places.setdefault((mark.kind is MarkKind.COMMENTED, mark.number), mark.start)
    return places


def _of_change(change: ReviewChange, places: _Places) -> ReviewItem:
    unknown = _IN_HEAD if change.field is not None else UNPLACED
    place = places.get((False, change.number), unknown) if change.is_placed else UNPLACED
    return ReviewItem(
        ItemKind.CHANGE,
        change.number,
        change.author,
        change.date,
        change.section,
        place,
        (change,),
    )


def _of_conflict(
    conflict: MergeConflict, changes: Mapping[int, ReviewChange], places: _Places
) -> ReviewItem:
    some = tuple(changes[number] for number in conflict.changes if number in changes)
    spots = [places[False, number] for number in conflict.changes if (False, number) in places]
    return ReviewItem(
        ItemKind.CONFLICT,
        conflict.number,
        " and ".join(dict.fromkeys(side.author for side in conflict.sides)),
        some[0].date if some else "",
        conflict.section,
        min(spots, default=_IN_HEAD if conflict.is_in_head else UNPLACED),
        some,
        conflict,
    )


def _of_thread(state: ThreadState, places: _Places) -> ReviewItem:
    thread = state.thread
    place = places.get((True, thread.number), UNPLACED)
    is_in_head = thread.span is None and place < UNPLACED
    return ReviewItem(
        ItemKind.THREAD,
        thread.number,
        thread.author,
        thread.date,
        HEAD if is_in_head else thread.section,
        place,
        thread=state,
    )
