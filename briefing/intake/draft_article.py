"""What a file says of an article, before the library knows it."""

from dataclasses import dataclass

from briefing.model.article import Colour, DateOrigin, Usage
from briefing.model.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class DraftArticle:
    """The fields of an Article that a file can fill; it has no citekey and no identity yet.

    `raw_text` is what the file holds before it was cleaned, where cleaning changed its words.
    `citekey` is the one that a reference file gives, to be kept where it is free.
    """

    title: str
    body: str
    url: str = ""
    publisher: str = ""
    authors: tuple[str, ...] = ()
    published: PartialDate | None = None
    date_origin: DateOrigin = DateOrigin.NONE
    accessed: PartialDate | None = None
    language: str = ""
    summary: str = ""
    usage: Usage = Usage.CANDIDATE
    rank: int | None = None
    reliability: str = ""
    credibility: int | None = None
    tags: tuple[str, ...] = ()
    note: str = ""
    colour: Colour = Colour.NONE
    fields: tuple[tuple[str, str], ...] = ()
    pages: tuple[tuple[int, str], ...] = ()
    raw_text: str = ""
    citekey: str = ""
