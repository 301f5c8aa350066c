"""A table and the caption beside it, which print as one and take nothing between them."""

from collections.abc import Sequence

from briefing.model.block import Div
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.text.pandoc_blocks import CAPTION


def is_caption(node: Node | None) -> bool:
    """Tell whether a node is a caption, the block round its words."""
    return node is not None and isinstance(node.block, Div) and CAPTION in node.block.classes


def as_printed(node: Node) -> tuple[Node, Node]:
    """Return the first and the last block of what a node is printed with, itself if alone.

    For a cell or a caption's words these are the table and its caption, in the order typed.
    """
    block = _block_of(node)
    siblings = block.parent.children if block.parent is not None else [block]
    place = siblings.index(block)
    if block.kind is NodeKind.TABLE:
        return _with_caption(siblings, place)
    if is_caption(block):
        for at in (place + 1, place - 1):
            if 0 <= at < len(siblings) and siblings[at].kind is NodeKind.TABLE:
                pair = _with_caption(siblings, at)
                if block in pair:
                    return pair
    return block, block


def _block_of(node: Node) -> Node:
    """Return the table of a cell, the caption of its words, else the node."""
    if node.kind is NodeKind.CELL:
        return node.holder(NodeKind.TABLE) or node
    return node.parent if node.parent is not None and is_caption(node.parent) else node


def _with_caption(siblings: Sequence[Node], place: int) -> tuple[Node, Node]:
    """Return a table with its caption: one before it that is no other table's, or one behind."""
    table = siblings[place]
    if place and is_caption(siblings[place - 1]) and not _ends_table(siblings, place - 1):
        return siblings[place - 1], table
    if place + 1 < len(siblings) and is_caption(siblings[place + 1]):
        return table, siblings[place + 1]
    return table, table


def _ends_table(siblings: Sequence[Node], place: int) -> bool:
    """Return whether a caption is that of the table before it."""
    if not place or siblings[place - 1].kind is not NodeKind.TABLE:
        return False
    return _with_caption(siblings, place - 1)[1] is siblings[place]
