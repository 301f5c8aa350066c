"""The box of a task that a reviewer ticked, emptied, took away or typed (GFM, 5.3)."""

import re
from collections.abc import Sequence

from briefing.model.block import ListItem
from briefing.model.memo_review import MemoEdit
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_blocks import NewBlock
from briefing.review.placing.place_words import TypedWord
from briefing.review.placing.printed_places import Slot

_BOXES = "☐☑"
_TICKED = frozenset({"☑", "☒", "✓", "✔", "✅", "🗹", "x", "X", "[x]", "[X]"})
_OPEN = frozenset({"☐", "□", "◻", "[]", "[ ]"})
_TYPED = re.compile(r"([☐☑☒])\s*(\S.*)", re.DOTALL)
_MARK = re.compile(r"\[[ \txX]\][ \t]*")


def box_edit(
    body: str, slot: Slot, place: tuple[int, int], words: Sequence[TypedWord]
) -> MemoEdit | None:
    """Return the edit for words in place of a box; None where no box was changed to another."""
    node = slot.node
    item = node.parent.block if node is not None and node.parent is not None else None
    if node is None or not isinstance(item, ListItem) or item.checked is None:
        return None
    start, end = place
    text = slot.paragraph.text
    if start or not text.startswith(tuple(_BOXES)) or text[1:end].strip() or not end:
        return None
    mark = _MARK.match(body, node.span.start)
    said = "".join(one.text for one in words).strip()
    if mark is None or (said and said not in _TICKED | _OPEN):
        return None
    if not said:
        return MemoEdit(mark.start(), mark.end(), "")
    return MemoEdit(mark.start() + 1, mark.start() + 2, "x" if said in _TICKED else " ")


def task_block(markdown: str, node: Node) -> NewBlock | None:
    """Return new words that begin with a box as a task beside a node; None for others."""
    found = _TYPED.fullmatch(markdown)
    if found is None:
        return None
    depth = sum(1 for one in node.holders if one.kind is NodeKind.ITEM)
    box = "[x]" if found[1] in _TICKED else "[ ]"
    return NewBlock(NodeKind.ITEM, f"{box} {found[2]}", max(depth - 1, 0))
