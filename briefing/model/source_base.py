"""The sources of a memo taken together: what a source summary statement is drafted from."""

from dataclasses import dataclass

from briefing.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class LeadingSource:
    """A source by the name of its publisher, and how many sourced sentences rest on it."""

    name: str
    sentences: int


@dataclass(frozen=True, slots=True)
class SourceBase:
    """Counts, never a score: the two halves of the Admiralty code are told apart.

    `independent` counts sources that do not repeat one another. `reliability` and `credibility`
    are (sign, articles) from the best down; an article without one is in neither. `corroborated`
    are the sourced sentences that rest on two or more independent sources. `missing` are keys of
    nothing in the library.
    """

    articles: int
    independent: int
    leading: tuple[LeadingSource, ...]
    first: PartialDate | None
    last: PartialDate | None
    undated: int
    reliability: tuple[tuple[str, int], ...]
    credibility: tuple[tuple[str, int], ...]
    sentences: int
    corroborated: int
    disputed: int
    outdated: int  # cited facts that were superseded or retracted
    shifted_quotes: int  # that stand no more as they were captured
    missing: int
