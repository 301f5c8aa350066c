"""Near-copies: articles whose texts are mostly the same, as wire copies and reprints are."""

from dataclasses import dataclass

from briefing.model.article import ArticleRow


@dataclass(frozen=True, slots=True)
class CopyMember:
    """One article of a cluster; `similarity` to the earliest one, 0 to 1 (Jaccard of shingles)."""

    row: ArticleRow
    similarity: float
    is_earliest: bool = False


@dataclass(frozen=True, slots=True)
class Cluster:
    """Articles that are near-copies of one another, the earliest first."""

    number: int
    members: tuple[CopyMember, ...]


@dataclass(frozen=True, slots=True)
class MergePreview:
    """What merging would bring to the article that is kept, and what would not be the same.

    `lost_quotes` are pairs (fact key, quote) that do not stand in the kept text.
    """

    tags: tuple[str, ...]
    facts: int
    memos: int
    lost_quotes: tuple[tuple[str, str], ...] = ()
