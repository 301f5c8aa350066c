"""A Markdown document put together block by block: lists nested, notes at its end."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from briefing.intake.markdown_writing import block, heading, item, table

MAX_DEPTH = 12  # of nested lists
_LONGEST_CELL = 1_200  # characters: longer ones hold prose that a table lays out


class Kind(Enum):
    """What a block is."""

    TEXT = auto()
    TITLE = auto()
    HEADING = auto()
    ITEM = auto()
    TABLE = auto()


@dataclass(frozen=True, slots=True)
class Block:
    """A block of a document; `text` is inline Markdown, `words` the same without any markup.

    `level` is a heading's, from 1, or how deep an item is nested, from 0; `marker` an item's own:
    a dash or a number. A table has `rows` of cells, inline Markdown each.
    """

    kind: Kind
    text: str = ""
    words: str = ""
    level: int = 0
    marker: str = "-"
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(slots=True)
class MarkdownDocument:
    """Gathers blocks as text."""

    _parts: list[str] = field(default_factory=list[str])
    _lists: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def add(self, added: Block) -> None:
        """Add a block at the end; one without words is left out."""
        if added.kind is Kind.ITEM:
            self._add_item(added)
            return
        written = _written(added)
        if written:
            self._parts += ("\n\n" if self._parts else "", written)
            self._lists.clear()

    def add_note(self, number: int, blocks: Sequence[Block]) -> None:
        """Add a footnote's text under its number."""
        inner = MarkdownDocument()
        for one in blocks:
            inner.add(one)
        text = inner.text().replace("\n", "\n    ").replace("\n    \n", "\n\n")
        self._parts += ("\n\n" if self._parts else "", f"[^{number}]: {text or '–'}")
        self._lists.clear()

    def text(self) -> str:
        """Return the document."""
        return "".join(self._parts)

    def _add_item(self, added: Block) -> None:
        if not added.text:
            return
        is_first = not self._lists
        while self._lists and self._lists[-1][0] >= added.level:
            self._lists.pop()
        indent = self._lists[-1][1] if self._lists else 0
        if len(self._lists) < MAX_DEPTH:
            self._lists.append((added.level, indent + len(added.marker) + 1))
        gap = "\n\n" if is_first else "\n"
        self._parts += (gap if self._parts else "", item(added.marker, indent, added.text))


def table_blocks(rows: Sequence[Sequence[Sequence[Block]]]) -> list[Block]:
    """Return a table as a block; what stands in it where it only lays text out.

    That is where it has one column, or headings or prose in its cells.
    """
    cells = [blocks for row in rows for blocks in row if blocks]
    is_layout = max((sum(map(bool, row)) for row in rows), default=0) < 2
    if is_layout or any(map(_is_prose, cells)):
        return [block for blocks in cells for block in blocks]
    return [Block(Kind.TABLE, rows=tuple(tuple(map(cell, row)) for row in rows))]


def cell(blocks: Sequence[Block]) -> str:
    """Return what stands in a table's cell on one line."""
    lines = (
        f"{'•' if one.marker == '-' else one.marker} {one.text}"
        if one.kind is Kind.ITEM
        else "; ".join(", ".join(filter(None, row)) for row in one.rows) or one.text
        for one in blocks
    )
    return "<br>".join(line for line in lines if line).replace("  \n", "<br>")


def _is_prose(blocks: Sequence[Block]) -> bool:
    heads = {Kind.HEADING, Kind.TITLE}
    return any(block.kind in heads or len(block.text) > _LONGEST_CELL for block in blocks)


def _written(added: Block) -> str:
    if added.kind is Kind.TABLE:
        return table(added.rows)
    if added.kind is Kind.TITLE:
        return heading(1, added.text)
    if added.kind is Kind.HEADING:
        return heading(added.level + 1, added.text)
    return block(added.text)
