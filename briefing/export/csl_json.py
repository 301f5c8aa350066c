"""References as CSL-JSON (citeproc's input format, schema csl-data.json 1.0)."""

import json
from collections.abc import Iterable, Iterator

from briefing.export.csl_variables import DATES, NAMES, TEXTS, TYPES
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
# In these the work that it stands in speaks for an article, in others the house that published it.
_IN_CONTAINERS = frozenset(
    {"article", "article-journal", "article-magazine", "article-newspaper", "broadcast",
     "entry-dictionary", "entry-encyclopedia", "post", "post-weblog", "review", "webpage"}
)  # fmt: skip


def csl_json(articles: Iterable[Article], publishers: PublisherNames) -> str:
    """Return the articles as a JSON array; the id of each is its citekey."""
    items = [csl_item(article, publishers.of(article)) for article in articles]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def csl_item(article: Article, publisher: Publisher) -> dict[str, object]:
    """Return one article as a CSL item; what is not known is left out.

    The fields that an imported reference kept are its variables where CSL knows their names.
    """
    kind = csl_type(article, publisher)
    holder = "container-title" if kind in _IN_CONTAINERS else "publisher"
    item: dict[str, object] = {
        "id": article.citekey,
        "type": kind,
        "title": article.title,
        "author": [csl_name(author) for author in article.authors],
        holder: publisher.name,
        "issued": _date(article.published),
        "accessed": _date(article.accessed),
        "URL": article.url,
        "language": article.language,
        "abstract": article.summary,
    }
    known = {name: value for name, value in item.items() if value}
    kept = dict(_kept(article))
    if kept.get("editor") == known.get("author"):  # an editor stood in for the author
        kept.pop("editor", None)
    return {**kept, **known}


def csl_name(author: str) -> dict[str, str]:
    """Return a person's name in its halves, an institution's whole."""
    person = split_name(author)
    if person is None:
        return {"literal": author}
    return {"family": person.family, "given": person.given}


def _kept(article: Article) -> Iterator[tuple[str, object]]:
    """Yield the fields of an article that are variables of CSL; of several the first counts."""
    names: dict[str, list[dict[str, str]]] = {}
    said: set[str] = set()
    for field, value in article.fields:
        name = field.lower()
        if name in NAMES:
            people = names.setdefault(NAMES[name], [])
            people += [csl_name(one.strip()) for one in value.split(";") if one.strip()]
        elif name in said or not value.strip():
            continue
        elif name in DATES:
            date = _partial(value)
            if date:
                yield DATES[name], _date(date)
        elif name in TEXTS:
            yield TEXTS[name], value
        said.add(name)
    yield from names.items()


def csl_type(article: Article, publisher: Publisher) -> str:
    """Return the type that an article has for a citation, one of CSL's."""
    told = next((value for name, value in article.fields if name.lower() == "type"), "").lower()
    if told in TYPES:
        return told
    if publisher.kind in _TYPES:
        return _TYPES[publisher.kind]
    is_document = not article.url or article.url.lower().partition("?")[0].endswith(".pdf")
    return "report" if is_document or publisher.kind in _BODIES else "webpage"


def _partial(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _date(date: PartialDate | None) -> dict[str, object]:
    if date is None:
        return {}
    parts = [part for part in (date.year, date.month, date.day) if part]
    return {"date-parts": [parts], **({"circa": True} if date.approximate else {})}
