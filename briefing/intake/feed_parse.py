"""RSS and Atom to entries, by feedparser: how that library names things is known here only."""

import io
from dataclasses import dataclass
from datetime import date
from time import struct_time
from typing import cast

import feedparser  # pyright: ignore[reportMissingTypeStubs]

from briefing.errors import IntakeError

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a feed; `base` is what its relative addresses start from."""

    text: str
    media_type: str = "text/html"
    base: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its entries as the library gives them.

    A damaged one is no well-formed XML, and was read as browsers read HTML.
    """

    title: Passage
    link: str
    language: str
    authors: tuple[str, ...]
    entries: tuple[Node, ...]
    is_damaged: bool = False


def parse_feed(text: str) -> Feed:
    """Return the feed in an XML text that has no document type; raises IntakeError.

    The text is handed over as a stream: a string could be taken for an address or a file's name.
    """
    stream = io.BytesIO(b'<?xml version="1.0" encoding="utf-8"?>\n' + text.encode())
    try:
        parsed = cast(
            "object",
            feedparser.parse(  # pyright: ignore[reportUnknownMemberType]
                stream, sanitize_html=False, resolve_relative_uris=False
            ),
        )
    except (ValueError, LookupError, AssertionError, AttributeError, TypeError, RecursionError):
        # The library has no error of its own for what its parsers trip over.
        raise IntakeError("The feed is damaged and cannot be read.") from None
    whole = cast("Node", _plain(parsed))
    head = node(whole, "feed")
    is_atom = said(whole, "version").startswith("atom")
    return Feed(
        title=passage(head, "title_detail"),
        link=said(head, "link"),
        language=said(head, "language") or said(node(head, "title_detail"), "language"),
        authors=names(head) if is_atom else (),
        entries=tuple(nodes(whole, "entries")),
        is_damaged=bool(whole.get("bozo")),
    )


def said(entry: Node, key: str) -> str:
    """Return a text of an entry, or nothing."""
    value = entry.get(key)
    return value.strip() if isinstance(value, str) else ""


def node(entry: Node, key: str) -> Node:
    """Return what stands under a key, or an empty node."""
    value = entry.get(key)
    return cast("Node", value) if isinstance(value, dict) else {}


def nodes(entry: Node, key: str) -> list[Node]:
    """Return the nodes of a list, or none."""
    value = entry.get(key)
    items = cast("list[object]", value) if isinstance(value, list) else []
    return [cast("Node", item) for item in items if isinstance(item, dict)]


def _plain(value: object) -> object:
    """Return plain dictionaries, which do not guess; moments in UTC become days."""
    if isinstance(value, dict):
        pairs = cast("dict[str, object]", value).items()
        return {key: _plain(item) for key, item in pairs}
    if isinstance(value, list):
        return [_plain(item) for item in cast("list[object]", value)]
    if isinstance(value, struct_time):
        try:
            return date(value.tm_year, value.tm_mon, value.tm_mday)
        except ValueError:
            return None
    return value


def names(entry: Node) -> tuple[str, ...]:
    """Return who wrote an entry or a feed."""
    people = nodes(entry, "authors") or [node(entry, "author_detail")]
    found = (said(person, "name") or said(person, "email") for person in people)
    return tuple(dict.fromkeys(" ".join(name.split()) for name in found if name))


def passage(entry: Node, key: str) -> Passage:
    """Return the text under a key, with its kind."""
    return passage_of(node(entry, key))


def passage_of(detail: Node) -> Passage:
    """Return the text that a node of the library describes."""
    return Passage(said(detail, "value"), said(detail, "type") or "text/html", said(detail, "base"))
