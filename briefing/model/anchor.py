"""An anchor: the words of a quote with what stands around them, and how surely they are found."""

from dataclasses import dataclass
from enum import StrEnum

CONTEXT = 32  # code points of prefix and suffix kept (W3C Web Annotation, TextQuoteSelector)


class AnchorState(StrEnum):
    """Whether a quote still stands in its text; never guessed."""

    EXACT = "exact"
    MOVED = "moved"
    AMBIGUOUS = "ambiguous"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A verbatim quote, what stood around it, and where it stood.

    Up to CONTEXT code points on either side, more where the same words stand elsewhere with the
    same around them. A negative `start` is not known.
    """

    quote: str
    prefix: str
    suffix: str
    start: int


@dataclass(frozen=True, slots=True)
class Located:
    """Where an anchor stands now; `start` and `end` are meaningless when the state is lost."""

    state: AnchorState
    start: int = 0
    end: int = 0
    reason: str = ""
    candidates: tuple[tuple[int, int], ...] = ()
