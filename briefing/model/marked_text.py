"""A memo's Markdown with what reviewers would change left in beside what they would put there."""

from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a mark says of its words."""

    INSERTED = "inserted"
    DELETED = "deleted"
    CHANGED = "changed"  # other than by words: how they are set, where a paragraph ends
    MINE = "mine"  # the analyst's own words, which a reviewer's are in conflict with
    COMMENTED = "commented"


@dataclass(frozen=True, slots=True)
class Mark:
    """Code points `start` to `end` of the text.

    `number` is that of a change, of a conflict (`MINE`) or of a thread (`COMMENTED`).
    """

    kind: MarkKind
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class MarkedText:
    """The text with deleted and inserted words both in it; the marks in order of their start."""

    text: str
    marks: tuple[Mark, ...]
