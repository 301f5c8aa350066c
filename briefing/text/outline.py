"""A text's outline: its sections, how long each is, and what it holds."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.model.block import Block, Div, Document, Heading, List, Quote, Span
from briefing.text.counting import count_part
from briefing.text.inline_text import inline_text

_LAYOUT = frozenset({"landscape", "columns", "column"})


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """A section: from its heading up to the next one of its level or a higher one.

    `words` counts what stands below the heading, sub-sections with it; `facts` counts its
    `.facts` and `.timeline` divs.
    """

    title: str
    level: int
    span: Span
    heading_span: Span
    words: int
    facts: int


def outline(document: Document, body: str) -> tuple[OutlineEntry, ...]:
    """Return the sections in reading order; headings inside quotations and lists make none.

    Pages on their side, columns and words in another language hold sections like the pages round
    them.
    """
    blocks = tuple(_laid_out(document.blocks))
    counts = [_words(block, body) for block in blocks]
    facts = [_fact_blocks(block) for block in blocks]
    entries: list[OutlineEntry] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Heading):
            after = _section_end(blocks, index, block.level)
            end = blocks[after].span.start if after < len(blocks) else len(body)
            entries.append(
                OutlineEntry(
                    inline_text(block.inlines).strip(),
                    block.level,
                    Span(block.span.start, end),
                    block.span,
                    sum(counts[index + 1 : after]),
                    sum(facts[index + 1 : after]),
                )
            )
    return tuple(entries)


def _laid_out(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks of a text, those of a part that is only laid out otherwise one by one."""
    for block in blocks:
        if isinstance(block, Div) and _LAYOUT.issuperset(block.classes):
            yield from _laid_out(block.blocks)
        else:
            yield block


def _section_end(blocks: tuple[Block, ...], index: int, level: int) -> int:
    """Return the index of the block at which the section of the heading at `index` is over."""
    for after in range(index + 1, len(blocks)):
        block = blocks[after]
        if isinstance(block, Heading) and block.level <= level:
            return after
    return len(blocks)


def _words(block: Block, body: str) -> int:
    return count_part(body[block.span.start : block.span.end])


def _fact_blocks(block: Block) -> int:
    match block:
        case Div():
            own = int(bool({"facts", "timeline"} & set(block.classes)))
            return own + sum(map(_fact_blocks, block.blocks))
        case Quote():
            return sum(map(_fact_blocks, block.blocks))
        case List():
            return sum(_fact_blocks(inner) for item in block.items for inner in item.blocks)
        case _:
            return 0
