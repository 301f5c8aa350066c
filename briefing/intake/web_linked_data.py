"""JSON-LD of a page (schema.org): what it says of the article on it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import Any, cast

from lxml.html import HtmlElement

_MAX_CHARS = 1_000_000
_MAX_NODES = 5_000
_ARTICLES = (
    *("article", "newsarticle", "blogposting", "report", "techarticle", "scholarlyarticle"),
    *("reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "backgroundnewsarticle"),
    *("liveblogposting", "socialmediaposting", "discussionforumposting", "legislation"),
    *("governmentservice", "governmentorganization", "webpage", "itempage", "aboutpage"),
)
_MARKUP = re.compile(r"<[^<>]{1,200}>")
_BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu])')


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What a page's JSON-LD states; empty where it says nothing."""

    headline: str = ""
    name: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    language: str = ""
    description: str = ""
    body: str = ""


Node = dict[str, Any]


def linked_data(root: HtmlElement) -> LinkedData:
    """Return what the first node of the most telling kind says, and who publishes it."""
    nodes: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            nodes += _nodes(_loaded(script.text or ""))
    by_id = {str(node["@id"]): node for node in nodes if "@id" in node and len(node) > 1}
    told = sorted((node for node in nodes if _rank(node) < len(_ARTICLES)), key=_rank)
    if not told:
        return LinkedData()
    best = told[0]
    site = next((_name(node, by_id) for node in nodes if "website" in _types(node)), "")
    is_page = _rank(best) >= _ARTICLES.index("webpage")
    return LinkedData(
        headline=_words(best.get("headline")),
        name=_words(best.get("name")),
        authors=tuple(dict.fromkeys(filter(None, _names(best.get("author"), by_id)))),
        published=_first(told, ("datePublished",)) or _first(told, ("dateCreated", "uploadDate")),
        publisher="" if is_page else next(iter(_names(best.get("publisher"), by_id)), "") or site,
        language=_language(best.get("inLanguage")),
        description=_words(best.get("description")),
        body=_prose(best.get("articleBody") or best.get("text")),
    )


def _loaded(text: str) -> object:
    text = text.strip().removeprefix("<!--").removesuffix("-->").strip().rstrip(";")
    if len(text) > _MAX_CHARS:
        return None
    for attempt in (text, _BAD_ESCAPE.sub(r"\\\\", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(loaded: object) -> list[Node]:
    """Return all objects in the data, in order, up to a number."""
    found: list[Node] = []
    waiting = [loaded]
    while waiting and len(found) < _MAX_NODES:
        value = waiting.pop(0)
        if isinstance(value, dict):
            node = cast("Node", value)
            found.append(node)
            waiting += [inner for inner in node.values() if isinstance(inner, dict | list)]
        elif isinstance(value, list):
            waiting += cast("list[object]", value)[:_MAX_NODES]
    return found


def _types(node: Node) -> list[str]:
    said = node.get("@type")
    kinds = cast("list[object]", said) if isinstance(said, list) else [said]
    return [str(kind).rsplit("/", 1)[-1].lower() for kind in kinds if kind]


def _rank(node: Node) -> int:
    ranks = [_ARTICLES.index(kind) for kind in _types(node) if kind in _ARTICLES]
    return min(ranks, default=len(_ARTICLES))


def _first(nodes: list[Node], keys: tuple[str, ...]) -> str:
    values = (_words(node.get(key)) for node in nodes for key in keys)
    return next(filter(None, values), "")


def _names(value: object, by_id: dict[str, Node]) -> Iterator[str]:
    if isinstance(value, list):
        for item in cast("list[object]", value)[:50]:
            yield from _names(item, by_id)
    elif isinstance(value, dict):
        yield _name(cast("Node", value), by_id)
    elif isinstance(value, str):
        packed = _loaded(value) if value.lstrip().startswith("{") else None
        yield _name(cast("Node", packed), by_id) if isinstance(packed, dict) else _words(value)


def _name(node: Node, by_id: dict[str, Node]) -> str:
    named = node if "name" in node else by_id.get(str(node.get("@id")), node)
    return _words(named.get("name"))


def _language(value: object) -> str:
    if isinstance(value, dict):
        node = cast("Node", value)
        value = node.get("alternateName") or node.get("name")
    return _words(value)


def _words(value: object) -> str:
    if isinstance(value, list):
        value = next(iter(cast("list[object]", value)), "")
    if not isinstance(value, str):
        return ""
    return " ".join(unescape(_MARKUP.sub("", value)).split())


def _prose(value: object) -> str:
    """Return a text of several paragraphs as it was given, HTML or not."""
    return value.strip() if isinstance(value, str) else ""
