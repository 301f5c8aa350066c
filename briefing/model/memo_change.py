"""What changed between two states of a memo, paragraph by paragraph."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from briefing.model.block import Span

WordKind = Literal["equal", "delete", "insert"]


class ChangeKind(StrEnum):
    """How a paragraph changed."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class MemoChange:
    """One paragraph that differs: its Markdown as it was and as it is, and the words between.

    The spans are code points of the body before and after; empty where it stood nowhere, at the
    place where it would stand. `section` is the heading above it, as it is now where it stands now.
    """

    kind: ChangeKind
    was: str
    now: str
    before: Span
    after: Span
    section: str = ""
    words: tuple[tuple[WordKind, str], ...] = ()
