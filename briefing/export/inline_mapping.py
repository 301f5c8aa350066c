"""Blocks with their inlines changed, in reading order."""

from collections.abc import Callable
from dataclasses import replace
from typing import get_args

from briefing.model.block import (
    Block,
    Div,
    Heading,
    Holder,
    Inline,
    Inlines,
    List,
    Paragraph,
    Quote,
    Table,
)

Change = Callable[[Inlines], Inlines]
_HOLDERS = frozenset(get_args(Holder))  # asked of every inline, where a set is quicker


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
    if not isinstance(inline, Holder):
        return inline
    children = _within(inline.children, change)
    return inline if children is inline.children else replace(inline, children=children)
