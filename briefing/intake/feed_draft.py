"""An entry of a feed to a draft article: its text, who wrote it, when, and where it stands."""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from urllib.parse import urljoin

from briefing.intake.category_tags import category_tags
from briefing.intake.draft_article import DraftArticle
from briefing.intake.feed_parse import (
    Feed,
    Node,
    Passage,
    names,
    node,
    nodes,
    passage,
    passage_of,
    said,
)
from briefing.intake.field_readers import language
from briefing.intake.first_words import first_words
from briefing.intake.html_markdown import html_to_markdown
from briefing.model.article import DateOrigin
from briefing.model.partial_date import PartialDate
from briefing.text.dates import date_in_url, read_date

_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_DATES = ("published", "created", "updated")
_TEXTS = ("text/", "application/xhtml+xml", "application/octet-stream")


def entry_draft(feed: Feed, entry: Node) -> DraftArticle | None:
    """Return what an entry says; None where it has no title, no text and no address."""
    url = _url(feed, entry)
    body, summary = _body_and_summary(entry, url or feed.link)
    title = plain_words(passage(entry, "title_detail")) or first_words(body)
    if not title and not url:
        return None
    published, origin = _published(entry, url)
    return DraftArticle(
        title=title or url,
        body=body,
        url=url,
        publisher=_publisher(feed, entry),
        authors=names(entry) or feed.authors,
        published=published,
        date_origin=origin,
        language=language(said(entry, "language") or feed.language) or "",
        summary=summary,
        tags=category_tags(said(tag, "label") or said(tag, "term") for tag in nodes(entry, "tags")),
        fields=tuple(_fields(feed, entry, url)),
    )


def plain_words(text: Passage) -> str:
    """Return a title's words on one line, its markup gone."""
    words = text.text
    if text.media_type != "text/plain":
        words = unescape(_TAG.sub("", words))
    return " ".join(words.split())


def day_of(text: str) -> PartialDate | None:
    """Return the day that a date of a feed names, as its writer's own calendar had it."""
    return read_date(text) or read_date(text[:10])


def _body_and_summary(entry: Node, url: str) -> tuple[str, str]:
    """Return the longest of the contents, and the summary where it says something else."""
    contents = [passage_of(item) for item in nodes(entry, "content")]
    texts = [_markdown(text, url) for text in contents if text.media_type.startswith(_TEXTS)]
    body = max(texts, key=len, default="")
    summary = _markdown(passage(entry, "summary_detail"), url)
    if not body:
        return summary, ""
    return body, "" if summary == body else summary


def _markdown(text: Passage, url: str) -> str:
    if text.media_type in {"text/plain", "application/octet-stream"}:
        return text.text
    return html_to_markdown(text.text, text.base if _WEB.match(text.base) else url)


def _url(feed: Feed, entry: Node) -> str:
    """Return the entry's own page; a link that is only an enclosure's comes last."""
    links = nodes(entry, "links")
    alternates = [said(link, "href") for link in links if said(link, "rel") == "alternate"]
    link = said(entry, "link")
    order = [link, *alternates] if link in alternates else [*alternates, link]
    found = (*(_joined(feed.link, link) for link in order if link), said(entry, "id"))
    return next((link for link in found if _WEB.fullmatch(link)), "")


def _joined(base: str, link: str) -> str:
    try:
        return urljoin(base, link) if _WEB.match(base) else link
    except ValueError:
        return link


def _published(entry: Node, url: str) -> tuple[PartialDate | None, DateOrigin]:
    for key in _DATES:
        day = day_of(said(entry, key)) or _parsed(entry, f"{key}_parsed")
        if day:
            return day, DateOrigin.GIVEN
    day = date_in_url(url)
    return day, DateOrigin.URL if day else DateOrigin.NONE


def _parsed(entry: Node, key: str) -> PartialDate | None:
    """Return the day in UTC that the library made of an unusual date."""
    parsed = entry.get(key)
    return PartialDate.from_date(parsed) if isinstance(parsed, date) else None


def _publisher(feed: Feed, entry: Node) -> str:
    source = passage(node(entry, "source"), "title_detail")
    return plain_words(source) or plain_words(feed.title) or said(entry, "publisher")


def _fields(feed: Feed, entry: Node, url: str) -> Iterator[tuple[str, str]]:
    """Yield what has no place of its own."""
    key = said(entry, "id")
    updated = said(entry, "updated")
    if key and key != url:
        yield "id", key
    if updated and said(entry, "published"):
        yield "updated", updated
    if feed.link:
        yield "feed", feed.link
    for link in nodes(entry, "links"):
        if said(link, "rel") in {"enclosure", "via", "related"} and said(link, "href"):
            yield said(link, "rel"), said(link, "href")
