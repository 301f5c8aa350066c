"""An article as the columns of its row: what can be made before the library is asked."""

import json
from typing import NamedTuple

from briefing.model.article import Article
from briefing.store.index_words import sound

_json = json.JSONEncoder(ensure_ascii=False).encode


class Columns(NamedTuple):
    """What the row of an article holds but for its names and times, each as its column has it."""

    title: str
    url: str
    publisher: str
    authors: str
    published: str | None
    date_origin: str
    accessed: str | None
    language: str
    summary: str
    usage: str
    rank: int | None
    reliability: str
    credibility: int | None
    note: str
    colour: str
    fields: str
    pages: str


def columns_of(article: Article) -> Columns:
    """Return the columns of an article; this needs no library."""
    return Columns(
        title=sound(article.title),
        url=sound(article.url),
        publisher=sound(article.publisher),
        authors=_json([sound(name) for name in article.authors]),
        published=str(article.published) if article.published else None,
        date_origin=str(article.date_origin),
        accessed=str(article.accessed) if article.accessed else None,
        language=sound(article.language),
        summary=sound(article.summary),
        usage=str(article.usage),
        rank=article.rank,
        reliability=article.reliability,
        credibility=article.credibility,
        note=sound(article.note),
        colour=str(article.colour),
        fields=_json([[sound(name), sound(value)] for name, value in article.fields]),
        pages=_json(article.pages),
    )
