"""A feed's file to articles: each of its entries is one (RSS 0.9 to 2.0, Atom 0.3 and 1.0)."""

import hashlib
from collections.abc import Iterator

from briefing.errors import IntakeError
from briefing.intake.draft_article import DraftArticle
from briefing.intake.feed_draft import entry_draft
from briefing.intake.feed_excerpts import feed_excerpts
from briefing.intake.feed_parse import Node, parse_feed, said
from briefing.intake.found_article import FoundArticle
from briefing.intake.part_names import PartNames
from briefing.intake.safe_xml import xml_text
from briefing.intake.xml_kinds import kind_of_xml
from briefing.model.article import Original

_MEDIA_TYPES = {"rss": "application/rss+xml", "atom": "application/atom+xml"}
_EMPTY = "The entry has neither a title nor a text nor an address."


def read_feed(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield each entry, named by its id, with a feed that holds it alone as the original.

    Raises IntakeError where the file is no feed, or one without entries.
    """
    kind = kind_of_xml(data)
    if kind not in _MEDIA_TYPES:
        raise IntakeError("It is no feed: its first element is none of RSS or Atom.")
    text = xml_text(data)
    feed = parse_feed(text)
    if not feed.entries:
        raise IntakeError("The feed has no entries.")
    excerpts = feed_excerpts(text)
    is_cut = len(excerpts.spans) == len(feed.entries) > 1
    names = PartNames()
    for index, entry in enumerate(feed.entries):
        draft = entry_draft(feed, entry)
        part = names.named(_key(entry))
        if draft is None:
            yield FoundArticle(None, part, remark=_EMPTY)
            continue
        excerpt = excerpts.excerpt(index) if is_cut else b""
        if feed.is_damaged and not _reads_as(draft, excerpt):
            excerpt = b""
        yield FoundArticle(draft, part, _original(name, _MEDIA_TYPES[kind], excerpt))


def _reads_as(draft: DraftArticle, excerpt: bytes) -> bool:
    """Return whether an entry of a damaged feed, which alone may be sound, still reads the same."""
    alone = parse_feed(excerpt.decode()) if excerpt else None
    return bool(alone and len(alone.entries) == 1 and entry_draft(alone, alone.entries[0]) == draft)


def _original(name: str, media_type: str, data: bytes) -> Original | None:
    if not data:
        return None
    return Original(name, media_type, data, hashlib.sha256(data).hexdigest())


def _key(entry: Node) -> str:
    """Return what names an entry at every import: its id, its address, or a hash of its words."""
    key = said(entry, "id") or said(entry, "link")
    if not key:
        words = f"{said(entry, 'title')}\n{said(entry, 'summary')}"
        key = hashlib.sha256(words.encode()).hexdigest()[:16]
    return key
