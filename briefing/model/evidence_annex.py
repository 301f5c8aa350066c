"""The evidence annex: each sourced sentence of a memo, its quotes, and the articles they are in."""

from dataclasses import dataclass

from briefing.model.anchor import AnchorState
from briefing.model.article import Article


@dataclass(frozen=True, slots=True)
class AnnexSource:
    """One thing that a sentence rests on.

    `key` is what the memo cites. A fact has its `statement` and `status`; `quote` is verbatim and
    empty where an article is cited as a whole; `state` tells whether the quote still stands.
    `page` is the quote's, `place` what the memo's citation of an article names. `article` is
    nothing where the library does not have it.
    """

    key: str
    article: Article | None
    statement: str = ""
    status: str = ""
    quote: str = ""
    state: AnchorState | None = None
    page: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """A sentence by its number in the annex; a fact that was looked up stands for itself."""

    number: int
    sentence: str
    section: str
    sources: tuple[AnnexSource, ...]
