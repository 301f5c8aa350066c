"""A suggestion: a sentence of an article that may state a key fact, and why."""

from dataclasses import dataclass

from briefing.model.fact import FactKind


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A sentence that may state a key fact: `body[start:end]`, its words on one line, and why."""

    start: int
    end: int
    text: str
    kind: FactKind
    reasons: tuple[str, ...]
    score: float
