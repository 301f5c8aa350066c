"""The same blocks at another place: every span moved, nothing else touched."""

from collections.abc import Callable
from dataclasses import replace

from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    Html,
    List,
    ListItem,
    Note,
    Paragraph,
    Quote,
    Rule,
    Span,
    Table,
)

Move = Callable[[Span], Span]


def moved_block(block: Block, move: Move) -> Block:  # noqa: PLR0911 (one a kind)
    """Return the block with its span and those inside it moved."""
    span = move(block.span)
    match block:
        case Paragraph():
            return Paragraph(span, block.inlines)
        case Heading():
            return Heading(span, block.level, block.inlines, block.classes, block.attributes)
        case List():
            items = tuple(_moved_item(item, move) for item in block.items)
            return List(span, items, block.ordered, block.start, block.tight)
        case Quote():
            return Quote(span, _moved_blocks(block.blocks, move))
        case CodeBlock():
            return CodeBlock(span, block.text, block.language)
        case Table():
            return replace(block, span=span)
        case Rule():
            return Rule(span)
        case Html():
            return Html(span, block.text)
        case Div():
            blocks = _moved_blocks(block.blocks, move)
            return Div(span, block.classes, block.attributes, blocks)


def moved_note(note: Note, move: Move) -> Note:
    """Return the note with its span and those inside it moved."""
    return Note(move(note.span), note.label, _moved_blocks(note.blocks, move))


def _moved_item(item: ListItem, move: Move) -> ListItem:
    return ListItem(move(item.span), _moved_blocks(item.blocks, move), item.checked)


def _moved_blocks(blocks: tuple[Block, ...], move: Move) -> tuple[Block, ...]:
    return tuple(moved_block(block, move) for block in blocks)
