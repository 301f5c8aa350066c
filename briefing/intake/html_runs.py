"""The text of a tree run by run: the words between two borders of blocks, as a reader sees them."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from briefing.intake.html_tree import tag_of
from briefing.intake.markup_inlines import SILENT

INLINE_TAGS = frozenset(
    (
        *("a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em", "font", "i"),
        *("ins", "kbd", "mark", "q", "ruby", "rt", "s", "samp", "small", "span", "strong", "sub"),
        *("sup", "time", "tt", "u", "var", "wbr", "math", "big", "label", "acronym", "nobr"),
    )
)


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row, and the block that they stand right in."""

    block: HtmlElement
    text: str


def text_runs(root: HtmlElement) -> Iterator[Run]:
    """Yield the runs of a tree in their order; those of scripts and of the head are left out."""
    blocks = [root]
    parts: list[str] = []
    silent = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        tag = tag_of(element)
        is_start = event == "start"
        if tag in SILENT:
            silent += 1 if is_start else -1
        elif tag not in INLINE_TAGS:
            if parts:
                yield Run(blocks[-1], " ".join("".join(parts).split()))
                parts = []
            if is_start:
                blocks.append(element)
            else:
                blocks.pop()
        said = element.text if is_start else element.tail
        if said and said.strip() and not silent:
            parts.append(said)
        elif said and parts and not silent:
            parts.append(" ")
    if parts:
        yield Run(blocks[-1], " ".join("".join(parts).split()))
