"""References as CSL-JSON (citeproc's input format, schema csl-data.json 1.0)."""

import json
from collections.abc import Iterable

from briefing.export.person_names import split_name
from briefing.export.publisher_names import Publisher, PublisherNames
from briefing.model.article import Article
from briefing.model.partial_date import PartialDate

_TYPES = {
    "newspaper": "article-newspaper",
    "news agency": "article-newspaper",
    "magazine": "article-magazine",
    "journal": "article-journal",
}
_BODIES = frozenset(
    {"government", "parliament", "court", "international", "think tank",
     "non-governmental organization"}
)  # fmt: skip


def csl_json(articles: Iterable[Article], publishers: PublisherNames) -> str:
    """Return the articles as a JSON array; the id of each is its citekey."""
    items = [csl_item(article, publishers.of(article)) for article in articles]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(article: Article, publisher: Publisher) -> dict[str, object]:
    """Return one article as a CSL item; what is not known is left out."""
    kind = _kind(article, publisher)
    holder = "publisher" if kind == "report" else "container-title"
    item: dict[str, object] = {
        "id": article.citekey,
        "type": kind,
        "title": article.title,
        "author": [_name(author) for author in article.authors],
        holder: publisher.name,
        "issued": _date(article.published),
        "accessed": _date(article.accessed),
        "URL": article.url,
        "language": article.language,
        "abstract": article.summary,
    }
    return {name: value for name, value in item.items() if value}


def _kind(article: Article, publisher: Publisher) -> str:
    if publisher.kind in _TYPES:
        return _TYPES[publisher.kind]
    is_document = not article.url or article.url.lower().partition("?")[0].endswith(".pdf")
    return "report" if is_document or publisher.kind in _BODIES else "webpage"


def _name(author: str) -> dict[str, str]:
    person = split_name(author)
    if person is None:
        return {"literal": author}
    return {"family": person.family, "given": person.given}


def _date(date: PartialDate | None) -> dict[str, object]:
    if date is None:
        return {}
    parts = [part for part in (date.year, date.month, date.day) if part]
    return {"date-parts": [parts], **({"circa": True} if date.approximate else {})}
