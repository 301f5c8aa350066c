"""What a search answers: a page of articles with their marked words, and facets with counts."""

from dataclasses import dataclass

from briefing.model.article import ArticleRow


@dataclass(frozen=True, slots=True)
class Marked:
    """A text and the spans in it that matched, in code points."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found."""

    article: ArticleRow
    title: Marked
    snippet: Marked


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of hits; `after` asks for the next one, and is empty on the last."""

    hits: tuple[Hit, ...]
    after: str = ""
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Count:
    """How many articles a facet's value has."""

    value: str
    count: int


@dataclass(frozen=True, slots=True)
class Total:
    """How many articles a search finds, or that it finds more than were counted."""

    count: int
    has_more: bool = False

    def __str__(self) -> str:
        return f"{self.count:,}+" if self.has_more else f"{self.count:,}"


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts over what a search finds: over all of it, or over its newest articles.

    `total` is the number of articles that were counted; `has_more` where there are others.
    """

    total: int
    usage: tuple[Count, ...] = ()
    tags: tuple[Count, ...] = ()  # every tag path and every path above it
    publishers: tuple[Count, ...] = ()
    months: tuple[Count, ...] = ()  # `2025-09`, ascending
    has_more: bool = False


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag of the tree: how many articles have that very tag, and how many with those below."""

    path: str
    own: int
    below: int


@dataclass(frozen=True, slots=True)
class Likeness:
    """An article like another one, and the words that both have, the rarest first."""

    row: ArticleRow
    shared_terms: tuple[str, ...]
