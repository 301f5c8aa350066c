"""An author's footnote as the blocks that it was written in, with the words that writers got."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.export.note_text import item_mark, note_lines
from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quote,
    Table,
    Text,
)


def note_blocks(blocks: Sequence[Block], lines: Sequence[Inlines]) -> tuple[Block, ...]:
    """Return a note's blocks with `lines` in them, which `note_lines` gave and others worded.

    Nothing is returned for a note of paragraphs alone: its lines say it all.
    """
    if all(isinstance(block, Paragraph | Heading) for block in blocks):
        return ()
    return tuple(_filled(blocks, iter(lines)))


def _filled(blocks: Sequence[Block], lines: Iterator[Inlines]) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield Paragraph(block.span, next(lines, ()))
            case Quote() | Div():
                yield replace(block, blocks=tuple(_filled(block.blocks, lines)))
            case List():
                yield _list(block, lines)
            case CodeBlock() | Table():
                for _ in note_lines((block,)):
                    line = next(lines, ())
                    if isinstance(block, Table):  # a note has no room for its columns
                        yield Paragraph(block.span, line)
                if isinstance(block, CodeBlock):
                    yield block
            case _:
                pass


def _list(block: List, lines: Iterator[Inlines]) -> List:
    items = [
        replace(item, blocks=tuple(_filled(item.blocks, _unmarked(lines, item_mark(block, index)))))
        for index, item in enumerate(block.items)
    ]
    return replace(block, items=tuple(items))


def _unmarked(lines: Iterator[Inlines], mark: str) -> Iterator[Inlines]:
    """Yield an item's lines; the first one begins with the item's mark."""
    for index, line in enumerate(lines):
        first = line[0] if line and not index else None
        if isinstance(first, Text) and first.text.startswith(mark):
            rest = first.text.removeprefix(mark)
            yield (*([Text(rest)] if rest else []), *line[1:])
        else:
            yield line
