"""The engine's answer, a page of HTML, as inlines: citations by their places, entries by theirs."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from itertools import groupby

from briefing.model.block import (
    Emphasis,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Look,
    SmallCaps,
    Strong,
    Subscript,
    Superscript,
    Text,
)

_VOID = frozenset({"meta", "br", "img", "link", "hr"})
_KINDS = {"em": Emphasis, "strong": Strong, "sup": Superscript, "sub": Subscript}
_CITES = "doc-biblioref"


@dataclass(slots=True)
class Node:
    """An element of the page; `children` are elements and words in their order."""

    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list["Node | str"])

    def every(self, tag: str) -> Iterator["Node"]:
        """Yield the elements of a tag below this one, in the order of the page."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag == tag:
                    yield child
                yield from child.every(tag)


@dataclass(frozen=True, slots=True)
class CitedPart:
    """A stretch of a citation: what stands for one source, by its entry's id, or between two."""

    inlines: Inlines
    entry: str = ""


@dataclass(frozen=True, slots=True)
class CitedPage:
    """Each citation's parts, and the entries of the list with their ids, in their order."""

    citations: tuple[tuple[CitedPart, ...], ...]
    entries: tuple[tuple[str, Inlines], ...]


def read_page(html: str) -> CitedPage:
    """Read a page: each paragraph of its body is a citation, each item of a list an entry."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    body = next(reader.root.every("body"), reader.root)
    paragraphs = [node for node in body.children if isinstance(node, Node) and node.tag == "p"]
    entries = [(node.attributes.get("id", ""), _inlines(node)) for node in body.every("li")]
    return CitedPage(tuple(_parts(paragraph) for paragraph in paragraphs), tuple(entries))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(node)
        if tag not in _VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def _parts(paragraph: Node) -> tuple[CitedPart, ...]:
    """Return a citation's parts; the words between two sources are one part of their own."""
    parts: list[CitedPart] = []
    for entry, run in groupby(paragraph.children, _entry_of):
        inlines = tuple(inline for child in run for inline in _child(child))
        if inlines:
            parts.append(CitedPart(joined(inlines), entry))
    return tuple(parts)


def _entry_of(child: Node | str) -> str:
    if isinstance(child, Node) and child.attributes.get("role") == _CITES:
        return child.attributes.get("href", "").removeprefix("#")
    return ""


def _inlines(node: Node) -> Inlines:
    return joined(inline for child in node.children for inline in _child(child))


def _child(child: Node | str) -> Inlines:
    if isinstance(child, str):
        return (Text(child),) if child else ()
    if child.tag == "br":
        return (LineBreak(),)
    inside = _inlines(child)
    if not inside:
        return ()
    kind = _KINDS.get(child.tag)
    if kind:
        return (kind(inside),)
    if child.tag == "a":
        return _link(child, inside)
    if "small-caps" in child.attributes.get("style", ""):
        return (SmallCaps(inside),)
    # a number that stands before an entry, and an entry's part on a line of its own
    is_apart = child.tag == "div" or child.attributes.get("class") == "prefix"
    return (*inside, Text(" ")) if is_apart else inside


def _link(node: Node, inside: Inlines) -> Inlines:
    address = node.attributes.get("href", "")
    is_within = address.startswith("#") or not address
    return inside if is_within else (Link(inside, address),)


def joined(inlines: Iterator[Inline] | Inlines) -> Inlines:
    """Return inlines with neighbouring words of one look in one piece."""
    line: list[Inline] = []
    for inline in inlines:
        last = line[-1] if line else None
        if isinstance(inline, Text) and isinstance(last, Text):
            line[-1] = Text(last.text + inline.text)
        elif isinstance(inline, Look) and isinstance(last, Look) and type(last) is type(inline):
            line[-1] = replace(last, children=joined((*last.children, *inline.children)))
        else:
            line.append(inline)
    return tuple(line)
