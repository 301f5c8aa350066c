"""Every block of a document in reading order: lists, quotations and divs, and what is in them."""

from collections.abc import Iterable, Iterator

from briefing.model.block import Block, Div, Document, List, Quote


def every_block(document: Document) -> Iterator[Block]:
    """Yield the blocks of a text, each before those inside it, then those of its notes."""
    yield from _walk(document.blocks)
    for note in document.notes:
        yield from _walk(note.blocks)


def _walk(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        match block:
            case Quote() | Div():
                yield from _walk(block.blocks)
            case List():
                for item in block.items:
                    yield from _walk(item.blocks)
            case _:
                pass
