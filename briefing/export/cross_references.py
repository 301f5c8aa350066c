"""What a memo's own links may point to: headings, tables, figures, and places that have a name.

A heading without a name has the one that pandoc gives it, so that `[…](#what-was-agreed)` leads to
the same place everywhere.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from briefing.export.captions import captioned, figure_of
from briefing.export.element_words import ElementWords
from briefing.model.block import (
    Block,
    Div,
    Heading,
    Image,
    Inline,
    Inlines,
    Link,
    List,
    Paragraph,
    Quote,
    Table,
    Tagged,
)
from briefing.model.publication import PublishedNote
from briefing.text.heading_names import automatic_identifier
from briefing.text.inline_text import inline_text
from briefing.text.pandoc_blocks import PAGE_BREAK

CONTENTS = "toc"


class TargetKind(StrEnum):
    """What a link may point to."""

    HEADING = "heading"
    TABLE = "table"
    FIGURE = "figure"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class Target:
    """Something with a name; `number` counts its kind, `words` stand in a link without any."""

    kind: TargetKind
    number: int
    identifier: str
    words: str


class CrossReferences:
    """The targets of one memo, and which of them its text points to."""

    def __init__(
        self,
        blocks: tuple[Block, ...],
        words: ElementWords,
        markdown: str = "",
        notes: Iterable[PublishedNote] = (),
    ) -> None:
        """Go through blocks, and through the notes, which only point to what the blocks hold."""
        self.words = words
        self._of: dict[int, Target] = {}
        self._named: dict[str, Target] = {}
        self._counts = dict.fromkeys(TargetKind, 0)
        self._kept = blocks  # what is found by its identity must live as long
        self._has_links = "(#" in markdown or ": #" in markdown or "]:#" in markdown
        self.headings: list[tuple[Heading, Target]] = []
        self.has_contents = False
        self._wanted: set[str] = set()
        self._marked: set[int] = set()
        self._walk(blocks)
        if self._has_links:
            for note in notes:
                for line in note.paragraphs:
                    self._wanted.update(_addressed(line))

    def of(self, part: Block | Inline) -> Target | None:
        """Return the target that a block, or words in brackets, are."""
        return self._of.get(id(part))

    def find(self, address: str) -> Target | None:
        """Return the target of an address, `#tbl-cost`."""
        return self._named.get(address.removeprefix("#")) if address.startswith("#") else None

    def to_mark(self, part: Block | Inline) -> Target | None:
        """Return the target that a part is, where links or a table of contents point to it.

        Only once: words that are written twice in a memo may be one and the same part.
        """
        target = self._of.get(id(part))
        if target is None or id(part) in self._marked:
            return None
        listed = self.has_contents and target.kind is TargetKind.HEADING
        if not listed and target.identifier not in self._wanted:
            return None
        self._marked.add(id(part))
        return target

    def _walk(self, blocks: tuple[Block, ...]) -> None:
        for block, caption in captioned(blocks):
            match block:
                case Heading():
                    self._heading(block)
                case Table() if caption is not None:
                    self._numbered(block, TargetKind.TABLE, caption.attribute("id"))
                case Paragraph():
                    image = figure_of(block)
                    if image is not None:
                        self._numbered(block, TargetKind.FIGURE, image.attribute("id"))
                case Quote() | Div():
                    self._container(block)
                case List():
                    for item in block.items:
                        self._walk(item.blocks)
                case _:
                    pass
            if self._has_links:
                self._inlines(_inlines_of(block))
                self._inlines(inline for one in (caption,) if one for inline in _inlines_in(one))

    def _container(self, block: Quote | Div) -> None:
        if isinstance(block, Div):
            self.has_contents = self.has_contents or CONTENTS in block.classes
            if block.attribute("id") and PAGE_BREAK not in block.classes:
                self._place(block, block.attribute("id"), "")
        self._walk(block.blocks)

    def _heading(self, block: Heading) -> None:
        words = " ".join(inline_text(block.inlines).split())
        given = dict(block.attributes).get("id", "")
        name = self._unused(given or automatic_identifier(words))
        number = self._count(TargetKind.HEADING)
        target = Target(TargetKind.HEADING, number, name, words)
        self.headings.append((block, target))
        self._add(block, target)

    def _numbered(self, block: Block, kind: TargetKind, name: str) -> None:
        number = self._count(kind)
        label = self.words.table if kind is TargetKind.TABLE else self.words.figure
        self._add(block, Target(kind, number, name, f"{label}\u00a0{number}"))

    def _place(self, part: Block | Inline, name: str, words: str) -> None:
        self._add(part, Target(TargetKind.PLACE, self._count(TargetKind.PLACE), name, words))

    def _inlines(self, inlines: Iterable[Inline]) -> None:
        for inline in inlines:
            if isinstance(inline, Link) and inline.url.startswith("#"):
                self._wanted.add(inline.url[1:])
            if isinstance(inline, Tagged) and inline.attribute("id"):
                self._place(inline, inline.attribute("id"), inline_text(inline.children))
            if not isinstance(inline, Image) and (children := getattr(inline, "children", ())):
                self._inlines(children)

    def _add(self, part: Block | Inline, target: Target) -> None:
        if target.identifier in self._named:  # the first of a name has it
            target = replace(target, identifier="")
        self._of.setdefault(id(part), target)
        if target.identifier:
            self._named[target.identifier] = target

    def _count(self, kind: TargetKind) -> int:
        self._counts[kind] += 1
        return self._counts[kind]

    def _unused(self, name: str) -> str:
        if name not in self._named:
            return name
        number = 1
        while f"{name}-{number}" in self._named:
            number += 1
        return f"{name}-{number}"


def _addressed(inlines: Iterable[Inline]) -> Iterator[str]:
    """Yield the names that links of some words lead to."""
    for inline in inlines:
        if isinstance(inline, Link) and inline.url.startswith("#"):
            yield inline.url[1:]
        yield from _addressed(getattr(inline, "children", ()))


def _inlines_of(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph() | Heading():
            yield from block.inlines
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from cell
        case _:
            pass


def _inlines_in(caption: Div) -> Inlines:
    return tuple(inline for block in caption.blocks for inline in _inlines_of(block))
