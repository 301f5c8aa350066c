"""How deep the paragraphs of a memo stand in its lists, and in which kind of list."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefing.model.block import Block, Document, List, ListItem, Paragraph
from briefing.text.inline_text import inline_text

OUT = -1  # the level of what stands in no list


class Shape(NamedTuple):
    """The level of an item, counted from 0, and whether it is numbered."""

    level: int
    is_ordered: bool = False


class Shaped(NamedTuple):
    """One block; without a shape it goes along with what it stands in."""

    start: int
    shape: Shape | None
    words: str


def shapes_of(document: Document) -> Iterator[Shaped]:
    """Yield the blocks of a memo in their order, lists as their items."""
    yield from _shapes(document.blocks, OUT)


def _shapes(blocks: Iterable[Block], level: int) -> Iterator[Shaped]:
    for block in blocks:
        if isinstance(block, List):
            for item in block.items:
                yield from _of_item(item, Shape(level + 1, block.ordered))
        elif isinstance(block, Paragraph):
            own = Shape(OUT) if level == OUT else None
            yield Shaped(block.span.start, own, inline_text(block.inlines))
        else:
            yield Shaped(block.span.start, None, type(block).__name__)


def _of_item(item: ListItem, shape: Shape) -> Iterator[Shaped]:
    first = item.blocks[0] if item.blocks else None
    if not isinstance(first, Paragraph):
        yield Shaped(item.span.start, shape, "")
        yield from _shapes(item.blocks, shape.level)
        return
    box = "" if item.checked is None else f"[{item.checked}] "
    yield Shaped(first.span.start, shape, box + inline_text(first.inlines))
    yield from _shapes(item.blocks[1:], shape.level)
