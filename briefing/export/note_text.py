"""The text of notes: an author's footnote as lines, and citations set into its sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model.block import (
    Block,
    Code,
    CodeBlock,
    Div,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    List,
    Paragraph,
    Quote,
    Strong,
    Table,
    Text,
)
from briefing.text.inline_text import inline_text

# After these words, or at the start of a sentence, a source is part of the sentence (Chicago 17,
# 14.37); elsewhere in a note it stands in parentheses.
_LEADS = re.compile(
    r"(?:^|[.?!:;,(–—]|\b(?:see|also|cf\.?|compare|e\.g\.,?|in|from|and|with|by|contra|but|per)\b)\s*$",
    re.IGNORECASE,
)


def note_lines(blocks: Sequence[Block]) -> tuple[Inlines, ...]:
    """Return a note's blocks as lines of inlines; a list's items begin with a dot."""
    return tuple(_lines(blocks))


def _lines(blocks: Sequence[Block]) -> Iterator[Inlines]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.inlines
            case Quote() | Div():
                yield from _lines(block.blocks)
            case List():
                for number, item in enumerate(block.items):
                    mark = Text(item_mark(block, number))
                    for index, line in enumerate(_lines(item.blocks)):
                        yield line if index else (mark, *line)
            case CodeBlock():
                yield from ((Code(line),) for line in block.text.splitlines())
            case Table():
                for row in (block.header, *block.rows):
                    yield _row(row)
            case _:
                pass


def item_mark(block: List, index: int) -> str:
    """Return what stands before an item of a list, where a line has to say it."""
    return f"{block.start + index}. " if block.ordered else "• "


def _row(cells: Sequence[Inlines]) -> Inlines:
    line: list[Inline] = []
    for index, cell in enumerate(cells):
        line += [*([Text(" | ")] if index else []), *cell]
    return tuple(line)


def opens_with_capital(inlines: Inlines) -> Inlines:
    """Return inlines whose first letter is a capital, as a note begins; web addresses stay."""
    if not inlines:
        return inlines
    first = inlines[0]
    match first:
        case Text(text) if text[:1].islower():
            return (Text(text[:1].upper() + text[1:]), *inlines[1:])
        case Emphasis() | Strong():
            return (replace(first, children=opens_with_capital(first.children)), *inlines[1:])
        case _:
            return inlines


def set_in_sentence(line: Sequence[Inline], source: Inlines) -> list[Inline]:
    """Return a line of a note with a source after it, in parentheses where the sentence goes on."""
    if _LEADS.search(inline_text(line)):
        return [*line, *source]
    return [*line, Text("("), *source, Text(")")]
