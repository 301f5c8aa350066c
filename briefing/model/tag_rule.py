"""A tag rule: articles that match a query get a tag."""

from dataclasses import dataclass

from briefing.model.article import ArticleRow
from briefing.model.ids import Uid


@dataclass(frozen=True, slots=True)
class TagRule:
    """One rule; it has no uid before it is kept. It gives its tag and never takes one away.

    An automatic rule is applied to every article that is imported.
    """

    uid: Uid | None
    query: str
    tag: str
    is_automatic: bool = False


@dataclass(frozen=True, slots=True)
class RulePreview:
    """What a rule would touch: how many would get the tag, how many have it, some of the first."""

    count: int
    have: int
    rows: tuple[ArticleRow, ...]
    problems: tuple[str, ...] = ()
