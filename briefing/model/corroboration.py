"""How many sources a fact rests on that do not repeat one another."""

from dataclasses import dataclass

from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Articles that count as one source; `reason` says why, and is empty for one alone."""

    articles: tuple[Uid, ...]
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Corroboration:
    """The articles a fact rests on, and how many independent sources they make."""

    sources: int
    independent: int
    groups: tuple[SourceGroup, ...]
    reason: str
