"""A change of a returned file that was found, before it is numbered."""

from dataclasses import dataclass

from briefing.model.memo_review import ReviewChange


@dataclass(frozen=True, slots=True)
class Found:
    """A change before it is numbered; `place` orders it among all: a slot, and where in it."""

    place: tuple[int, int]
    change: ReviewChange
