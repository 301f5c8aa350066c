"""On which page each heading is likely to stand, for a table of contents that was not yet updated.

Only Word knows; it counts anew when its user asks. Lines are reckoned from the length of what is
in them, at the size that memos have.
"""

from collections.abc import Sequence
from math import ceil

from briefing.export.captions import figure_of
from briefing.export.cross_references import CONTENTS
from briefing.export.docx.section_breaks import section_size
from briefing.export.docx.xml_text import Element
from briefing.export.section_kinds import LANDSCAPE, contents_depth, kind_of_section
from briefing.model.block import (
    Block,
    CodeBlock,
    Div,
    Heading,
    Inlines,
    List,
    NoteMark,
    Paragraph,
    Quote,
    Table,
)
from briefing.text.inline_text import inline_text
from briefing.text.pandoc_blocks import PAGE_BREAK

_LETTER = 104  # twentieths of a point: the mean width of a letter at 11 points
_LINE = 290  # twentieths of a point from line to line
_GAP = 0.6  # lines between blocks
_HEADING, _FIGURE, _NOTE, _ENTRY = 2.4, 16.0, 1.4, 1.1  # lines each


class PageEstimate:
    """Goes through a memo and keeps the page of each heading, by its identity."""

    def __init__(
        self,
        section: Element,
        blocks: tuple[Block, ...],
        head: float,
        levels: Sequence[int],
        *,
        has_footnotes: bool,
    ) -> None:
        """Go through blocks below a head of so many lines; `levels` are those of all headings."""
        self._section = section
        self._levels = levels
        self._note = _NOTE if has_footnotes else 0.0
        self._pages: dict[int, int] = {}
        self._page = 1
        self._lines = head
        self._fit("")
        self._walk(blocks)

    def of(self, heading: Block) -> int:
        """Return the page of a heading."""
        return self._pages.get(id(heading), 1)

    def _fit(self, kind: str) -> None:
        wide, high = section_size(self._section, kind)
        self._letters = max(wide // _LETTER, 10)
        self._room = max(high / _LINE, 5.0)

    def _walk(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                if self._lines + _HEADING + 2 > self._room:
                    self._turn()
                self._pages[id(block)] = self._page
                self._take(_HEADING)
            elif isinstance(block, Div):
                self._div(block)
            elif isinstance(block, Quote):
                self._walk(block.blocks)
            elif isinstance(block, List):
                for item in block.items:
                    self._walk(item.blocks)
            else:
                self._take(self._height(block))

    def _div(self, div: Div) -> None:
        kind = kind_of_section(div)
        if PAGE_BREAK in div.classes or kind == LANDSCAPE:
            self._turn()
        self._fit(kind)
        if CONTENTS in div.classes:
            listed = sum(level <= contents_depth(div) for level in self._levels)
            self._take(_HEADING + _ENTRY * listed)
        self._walk(div.blocks)
        if kind:
            self._fit("")
        if kind == LANDSCAPE:
            self._turn()

    def _height(self, block: Block) -> float:
        match block:
            case Paragraph():
                if figure_of(block) is not None:
                    return _FIGURE
                return self._of(block.inlines, self._letters) + _GAP
            case Table():
                letters = max(self._letters // max(len(block.header), 1), 4)
                rows = (block.header, *block.rows)
                return sum(
                    max((self._of(cell, letters) for cell in row), default=1) + _GAP for row in rows
                )
            case CodeBlock():
                return block.text.count("\n") + 1 + _GAP
            case _:
                return 1

    def _of(self, inlines: Inlines, letters: int) -> float:
        notes = sum(isinstance(inline, NoteMark) for inline in inlines)
        return ceil(len(inline_text(inlines)) / letters) + notes * self._note

    def _take(self, lines: float) -> None:
        self._lines += lines
        while self._lines > self._room:
            self._lines -= self._room
            self._page += 1

    def _turn(self) -> None:
        if self._lines:
            self._page += 1
        self._lines = 0.0
