"""What a block's first words say of it: the box of a task, the language of a fence."""

import re

from briefing.model.block import Block, Paragraph, Text
from briefing.text.attributes import attributes_at

_TASK = re.compile(r"\[([ xX])\][ \t]+")


def task_box(blocks: tuple[Block, ...]) -> tuple[bool | None, tuple[Block, ...]]:
    """Take the box of a task item from the words behind it (GFM, 5.3)."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or not first.inlines:
        return None, blocks
    words = first.inlines[0]
    box = _TASK.match(words.text) if isinstance(words, Text) else None
    if box is None or not isinstance(words, Text):
        return None, blocks
    rest = words.text[box.end() :]
    inlines = ((Text(rest),) if rest else ()) + first.inlines[1:]
    return box[1] != " ", (Paragraph(first.span, inlines), *blocks[1:])


def fence_language(info: str) -> str:
    """Return the language that a fence names, as a word or as pandoc's first class."""
    words = info.strip()
    attributes = attributes_at(words, 0)
    if attributes:
        return attributes[0].classes[0] if attributes[0].classes else ""
    return words.split(maxsplit=1)[0] if words else ""
