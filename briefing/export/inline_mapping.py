"""Blocks with their inlines changed, in reading order."""

from collections.abc import Callable
from dataclasses import replace

from briefing.model.block import (
    Block,
    Div,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    Paragraph,
    Quote,
    SmallCaps,
    Strike,
    Strong,
    Subscript,
    Superscript,
    Table,
    Tagged,
)

Change = Callable[[Inlines], Inlines]
_HOLDERS = frozenset({Emphasis, Strong, Strike, Superscript, Subscript, SmallCaps, Link, Tagged})


def map_inlines(blocks: tuple[Block, ...], change: Change) -> tuple[Block, ...]:
    """Return the blocks with `change` applied to every run of inlines, the inner ones first."""
    return tuple(_block(block, change) for block in blocks)


def _block(block: Block, change: Change) -> Block:
    match block:
        case Paragraph() | Heading():
            inlines = _within(block.inlines, change)
            return block if inlines is block.inlines else replace(block, inlines=inlines)
        case List():
            items = tuple(
                replace(item, blocks=map_inlines(item.blocks, change)) for item in block.items
            )
            return replace(block, items=items)
        case Quote() | Div():
            return replace(block, blocks=map_inlines(block.blocks, change))
        case Table():
            header = tuple(_within(cell, change) for cell in block.header)
            rows = tuple(tuple(_within(cell, change) for cell in row) for row in block.rows)
            return replace(block, header=header, rows=rows)
        case _:
            return block


def _within(inlines: Inlines, change: Change) -> Inlines:
    if not any(type(inline) in _HOLDERS for inline in inlines):
        return change(inlines)
    inner = tuple(_inline(inline, change) for inline in inlines)
    if all(new is old for new, old in zip(inner, inlines, strict=True)):
        inner = inlines
    return change(inner)


def _inline(inline: Inline, change: Change) -> Inline:
    match inline:
        case (
            Emphasis()
            | Strong()
            | Strike()
            | Superscript()
            | Subscript()
            | SmallCaps()
            | Link()
            | Tagged()
        ):
            children = _within(inline.children, change)
            return inline if children is inline.children else replace(inline, children=children)
        case _:
            return inline
