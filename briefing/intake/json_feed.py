"""A JSON Feed to articles: each of its items is one (jsonfeed.org, versions 1 and 1.1)."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import cast

from briefing.errors import IntakeError
from briefing.intake.category_tags import category_tags
from briefing.intake.draft_article import DraftArticle
from briefing.intake.field_readers import language
from briefing.intake.first_words import first_words
from briefing.intake.found_article import FoundArticle
from briefing.intake.html_markdown import html_to_markdown
from briefing.intake.part_names import PartNames
from briefing.intake.text_file import REPLACEMENT
from briefing.model.article import DateOrigin, Original
from briefing.text.dates import date_in_url, read_date

_Node = dict[str, object]
_MEDIA_TYPE = "application/feed+json"
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_LONE = re.compile("[\0\ud800-\udfff]")


def read_json_feed(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each item, named by its id, with a feed that holds it alone as the original.

    Raises IntakeError where the file is no JSON Feed, or one without items.
    """
    feed = _feed(data)
    items = [cast("_Node", item) for item in _list(feed, "items") if isinstance(item, dict)]
    if not items:
        raise IntakeError("The feed has no items.")
    names = PartNames()
    for item in items:
        draft = _draft(feed, item)
        part = names.named(_key(item))
        if not draft.title:
            reason = "The item has neither a title nor a text nor an address."
            yield FoundArticle(None, part, remark=reason)
            continue
        yield FoundArticle(draft, part, _original(name, feed, item) if len(items) > 1 else None)


def _feed(data: bytes) -> _Node:
    try:
        value: object = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise IntakeError("It is no JSON Feed: its JSON is damaged.") from None
    if not isinstance(value, dict):
        raise IntakeError("It is no JSON Feed: it is no object.")
    feed = cast("_Node", value)
    if "jsonfeed.org/version" not in _text(feed, "version"):
        raise IntakeError("It is no JSON Feed: it does not state a version of one.")
    return feed


def _draft(feed: _Node, item: _Node) -> DraftArticle:
    url = next((url for key in ("url", "external_url", "id") if (url := _address(item, key))), "")
    body = _body(item, url or _address(feed, "home_page_url"))
    published = read_date(_text(item, "date_published")) or read_date(_text(item, "date_modified"))
    origin = DateOrigin.GIVEN if published else DateOrigin.NONE
    if published is None and (published := date_in_url(url)):
        origin = DateOrigin.URL
    summary = _text(item, "summary")
    return DraftArticle(
        title=" ".join(_text(item, "title").split()) or first_words(body or summary) or url,
        body=body or summary,
        url=url,
        publisher=" ".join(_text(feed, "title").split()),
        authors=_authors(item) or _authors(feed),
        published=published,
        date_origin=origin,
        language=language(_text(item, "language") or _text(feed, "language")) or "",
        summary=summary if body and summary != body else "",
        tags=category_tags(_strings(item, "tags")),
        fields=tuple(_fields(feed, item, url)),
    )


def _body(item: _Node, base: str) -> str:
    html, plain = _text(item, "content_html"), _text(item, "content_text")
    return (html_to_markdown(html, base) if html else "") or plain


def _authors(node: _Node) -> tuple[str, ...]:
    """Return the authors; version 1 had one only."""
    people = [*_list(node, "authors"), node.get("author")]
    names = [_text(cast("_Node", person), "name") for person in people if isinstance(person, dict)]
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name))


def _fields(feed: _Node, item: _Node, url: str) -> Iterator[tuple[str, str]]:
    """Yield what has no place of its own."""
    said = (
        ("id", _identity(item)),
        ("updated", _text(item, "date_modified") if _text(item, "date_published") else ""),
        ("feed", _text(feed, "home_page_url") or _text(feed, "feed_url")),
        ("related", _text(item, "external_url")),
    )
    return ((key, value) for key, value in said if value and value != url)


def _original(name: str, feed: _Node, item: _Node) -> Original:
    data = json.dumps({**feed, "items": [item]}, ensure_ascii=True, indent=1).encode()
    return Original(name, _MEDIA_TYPE, data, hashlib.sha256(data).hexdigest())


def _key(item: _Node) -> str:
    key = _identity(item) or _text(item, "url")
    whole = json.dumps(item, sort_keys=True).encode()
    return key or hashlib.sha256(whole).hexdigest()[:16]


def _identity(item: _Node) -> str:
    """Return the id, which some feeds write as a number."""
    value = item.get("id")
    return str(value) if isinstance(value, int | float) else _text(item, "id")


def _text(node: _Node, key: str) -> str:
    value = node.get(key)
    return _LONE.sub(REPLACEMENT, value).strip() if isinstance(value, str) else ""


def _strings(node: _Node, key: str) -> Iterator[str]:
    return (_LONE.sub(REPLACEMENT, item) for item in _list(node, key) if isinstance(item, str))


def _address(node: _Node, key: str) -> str:
    text = _text(node, key)
    return text if _WEB.fullmatch(text) else ""


def _list(node: _Node, key: str) -> list[object]:
    value = node.get(key)
    return cast("list[object]", value) if isinstance(value, list) else []
