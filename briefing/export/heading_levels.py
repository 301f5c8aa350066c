"""Headings in print begin at level 1, wherever the memo's own begin."""

from collections.abc import Iterator

from briefing.model.block import Block, Div, Heading

LOWEST = 6


def _headings(blocks: tuple[Block, ...]) -> Iterator[int]:
    for block in blocks:
        if isinstance(block, Heading):
            yield block.level
        elif isinstance(block, Div):
            yield from _headings(block.blocks)


def heading_shift(blocks: tuple[Block, ...]) -> int:
    """Return by how many levels each heading rises, so that no level is skipped at the top.

    Sections of a memo are level two, below its title; a screen reader and Word's navigation
    want the first level filled (WCAG 2.2, technique G141).
    """
    return min(_headings(blocks), default=1) - 1
