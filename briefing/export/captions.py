"""Tables with the captions that stand beside them, and pictures that carry one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from briefing.model.block import (
    Block,
    Div,
    Image,
    Inlines,
    Paragraph,
    Quote,
    SoftBreak,
    Table,
    Text,
)
from briefing.text.pandoc_blocks import CAPTION


def captioned(blocks: Sequence[Block]) -> Iterator[tuple[Block, Div | None]]:
    """Yield the blocks, each table with its caption, which may stand before or after it.

    A caption with no table beside it comes on its own, as the words that it is.
    """
    waiting: Div | None = None
    at = 0
    while at < len(blocks):
        block = blocks[at]
        after = blocks[at + 1] if at + 1 < len(blocks) else None
        at += 1
        if is_caption(block) and isinstance(after, Table):
            waiting = block
        elif isinstance(block, Table) and waiting is None and is_caption(after):
            yield block, after
            at += 1
        else:
            yield block, waiting
            waiting = None


def captions_first(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks in the order in which they are printed: captions stand above tables."""
    ordered: list[Block] = []
    for block, caption in captioned(blocks):
        if caption is not None:
            ordered.append(caption)
        if isinstance(block, Quote | Div) and block.blocks:
            ordered.append(replace(block, blocks=captions_first(block.blocks)))
        else:
            ordered.append(block)
    return tuple(ordered)


def is_caption(block: Block | None) -> TypeGuard[Div]:
    """Tell whether a block is a caption, `: Costs by year {#tbl-cost}`."""
    return isinstance(block, Div) and CAPTION in block.classes


def caption_words(caption: Div) -> Inlines:
    """Return the words of a table's caption."""
    return tuple(
        inline
        for block in caption.blocks
        if isinstance(block, Paragraph)
        for inline in block.inlines
    )


def figure_of(block: Block) -> Image | None:
    """Return the picture of a paragraph that holds nothing else, if it has a name or a title.

    Pandoc makes a figure of every picture that stands alone; numbering those that can be
    referred to keeps small pictures plain.
    """
    if not isinstance(block, Paragraph):
        return None
    inlines = [inline for inline in block.inlines if not isinstance(inline, SoftBreak)]
    image = inlines[0] if len(inlines) == 1 else None
    if isinstance(image, Image) and (image.title or image.attribute("id")):
        return image
    return None


def figure_words(image: Image) -> Inlines:
    """Return the words below a figure: its title, or else what it shows."""
    words = image.title or image.alt
    return (Text(words),) if words else ()
