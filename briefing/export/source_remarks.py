"""What is told of a source beside naming it: its archived copy, its kind and rating (ICD 206)."""

from collections.abc import Iterable

from briefing.export.language_tag import words_in
from briefing.export.publisher_names import Publisher
from briefing.export.web_address import web_address
from briefing.model.article import Article
from briefing.model.block import Inlines, Link, Text
from briefing.model.partial_date import PartialDate
from briefing.text.date_words import date_in_words

_COPY = ("archive-url", "archive_url", "archived-url", "archived_url", "archiveurl")
_DAY = ("archive-date", "archive_date", "archived", "archivedate")
_DESCRIPTOR = ("descriptor", "source-descriptor", "source_descriptor")
_ARCHIVED = {"es": "archivado", "fr": "archivé", "de": "archiviert"}


def archived_copy(article: Article, language: str) -> Inlines:
    """Return where and when a copy was archived: `archived 3 May 2024, https://…`, or nothing."""
    address = web_address(_field(article, _COPY))
    if not address:
        return ()
    word = words_in(language, _ARCHIVED, "archived")
    day = _day(_field(article, _DAY), language)
    return (Text(f"{word} {day}, " if day else f"{word}, "), Link((Text(address),), address))


def descriptor(article: Article, publisher: Publisher) -> str:
    """Return a source's kind and rating, `[newspaper; A2]`, or nothing where neither is known."""
    kind = _field(article, _DESCRIPTOR) or publisher.kind
    said = "; ".join(filter(None, (kind, article.rating)))
    return f"[{said}]" if said else ""


def _field(article: Article, names: Iterable[str]) -> str:
    fields = {name.lower(): value.strip() for name, value in reversed(article.fields)}
    return next((fields[name] for name in names if fields.get(name)), "")


def _day(text: str, language: str) -> str:
    try:
        return date_in_words(PartialDate.parse(text[:10]), language)
    except ValueError:
        return text
