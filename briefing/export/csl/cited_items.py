"""Articles as the items that a style is asked to word."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from briefing.export.csl.csl_style import CslStyle
from briefing.export.csl.engine_entries import Item
from briefing.export.csl.engine_titles import is_headed
from briefing.export.csl.sentence_case import IsWord, sentence_case
from briefing.export.csl_json import csl_item
from briefing.export.publisher_names import Publisher, PublisherNames
from briefing.export.short_titles import short_title
from briefing.model.article import Article

_INITIAL = re.compile(r"\b([^\W\d_])\.(?:\s(?=[^\W\d_]\.))?")
_PEOPLE = ("author", "editor", "translator", "director", "collection-editor")
_PERIODICALS = frozenset({"article-journal", "article-magazine", "article-newspaper"})
_ENGLISH = re.compile(r"\b(?:and|for|from|of|the|to|with)\b", re.IGNORECASE)
_LAWS = frozenset({"bill", "hearing", "legal_case", "legislation", "regulation", "treaty"})
_ARTICLE = "The "
_WITH_ARTICLE = "The Times"  # of London, which nobody would know without it
_BY_BODIES = frozenset({"report", "webpage", "document", "pamphlet"})


def cited_item(
    article: Article, publishers: PublisherNames, style: CslStyle, is_word: IsWord
) -> Item:
    """Return an article's CSL item; what a body issued without an author's name is its own.

    The body then is not repeated as the publisher (Chicago 18, 13.86; APA 7, 9.29).
    """
    publisher = publishers.of(article)
    item = csl_item(article, publisher)
    if item["type"] in _PERIODICALS and "container-title" in item:
        item["container-title"] = _periodical(str(item["container-title"]), publisher, style)
    if style.has_sentence_titles and _is_sentence(item):
        item["title"] = sentence_case(article.title, article.body, is_word)
    issuer = item.get("publisher")
    if item["type"] in _BY_BODIES and issuer and not (item.get("author") or item.get("editor")):
        item["author"] = [{"literal": issuer}]
        del item["publisher"]
    title = str(item.get("title", ""))
    short = short_title(title)
    if short != title:
        item.setdefault("title-short", short)
    return item


def told_apart(items: Sequence[Item], style: CslStyle) -> Sequence[Item]:
    """Return items without the short titles that two share, and names as the style has them."""
    counts = Counter(str(item.get("title-short", "")) for item in items)
    kept = [
        {name: value for name, value in item.items() if name != "title-short" or counts[value] == 1}
        for item in items
    ]
    return [_unstopped(item) for item in kept] if style.has_bare_initials else kept


def _is_sentence(item: Item) -> bool:
    """Tell whether a title is one of English words, not the name of a case or a law."""
    language = str(item.get("language", "")).lower()
    is_english = language.partition("-")[0] == "en"
    if not language:
        title = str(item.get("title", ""))
        is_english = is_headed(title) or _ENGLISH.search(title) is not None
    return is_english and item["type"] not in _LAWS


def _periodical(name: str, publisher: Publisher, style: CslStyle) -> str:
    """Return a newspaper's or magazine's name as the style's manual has it."""
    if style.is_legal and publisher.legal and name == publisher.name:
        return publisher.legal
    if style.has_bare_periodicals and name != _WITH_ARTICLE:
        return name.removeprefix(_ARTICLE)
    return name


def _unstopped(item: dict[str, Any]) -> Item:
    """Return an item whose people's initials have no stops, which the engine lets stand."""
    people = {role: [_bare(one) for one in item[role]] for role in _PEOPLE if role in item}
    return {**item, **people}


def _bare(name: dict[str, Any]) -> dict[str, Any]:
    return {**name, "given": _INITIAL.sub(r"\1", name["given"])} if name.get("given") else name
