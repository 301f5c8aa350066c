"""What a page says of itself: title, authors, day, publisher, language, address, summary."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from briefing.intake.web_byline import page_authors
from briefing.intake.web_date import page_date
from briefing.intake.web_linked_data import linked_data
from briefing.intake.web_meta_tags import ALL_SUMMARIES, LANGUAGES, PUBLISHERS, TITLES, meta_tags
from briefing.intake.web_meta_tags import first_of as first
from briefing.intake.web_origin import canonical_url, host_of
from briefing.intake.web_title import folded, page_title
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}", re.ASCII)


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The fields of an article that a page fills; `body` is its text as JSON-LD gives it."""

    title: str
    authors: tuple[str, ...]
    published: PartialDate | None
    date_origin: DateOrigin
    publisher: str
    language: str
    url: str
    summary: str
    body: str


def page_metadata(root: HtmlElement, origin: str) -> PageMetadata:
    """Return what the page says; `origin` is the address that it was saved from, if known."""
    linked, tags = linked_data(root), meta_tags(root)
    url = canonical_url(root, origin)
    publisher = linked.publisher or first(tags, PUBLISHERS)
    named = (linked.headline, linked.name, first(tags, TITLES))
    title = page_title(root, named, publisher or host_of(url))
    if folded(publisher) == folded(title):
        publisher = ""
    published, date_origin = page_date(root, linked, tags, url)
    return PageMetadata(
        title=title,
        authors=page_authors(root, linked, tags, publisher),
        published=published,
        date_origin=date_origin,
        publisher=publisher or host_of(url),
        language=_language(root, linked.language or first(tags, LANGUAGES)),
        url=url,
        summary=first(tags, ALL_SUMMARIES) or linked.description,
        body=linked.body,
    )


def _language(root: HtmlElement, stated: str) -> str:
    """Return the language that the page's root or body is marked with, else the one stated."""
    marked = (element.get("lang") for element in (root, *root.iterchildren("body")))
    xml = root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang")
    for said in (*marked, xml, stated.split(",", maxsplit=1)[0]):
        if said and _LANGUAGE.fullmatch(said.strip()):
            return said.strip().replace("_", "-")
    return ""
