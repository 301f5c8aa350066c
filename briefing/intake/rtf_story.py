"""A run of rich text's paragraphs to blocks: the body, or a note that interrupts it."""

import re
from dataclasses import dataclass, field

from briefing.intake.markdown_document import Block, Kind, table_blocks
from briefing.intake.markdown_spans import Span, inline, words_of

_NUMBER = re.compile(r"\d{1,9}[.)]")
_DEEPEST_OUTLINE = 9


@dataclass(slots=True)
class Paragraph:
    r"""A paragraph that is being read: its words and what `\pard` resets."""

    spans: list[Span] = field(default_factory=list[Span])
    label: str = ""
    style: int = -1
    outline: int = -1
    level: int = 0
    is_in_table: bool = False


@dataclass(slots=True)
class Story:
    """Gathers paragraphs, and rows of tables until a paragraph stands outside them.

    `headings` are the outline levels, from 0, of the styles that have one; `depth` says how many
    groups are open around the story.
    """

    headings: dict[int, int]
    depth: int = 0
    blocks: list[Block] = field(default_factory=list[Block])
    paragraph: Paragraph = field(default_factory=Paragraph)
    _row: list[list[Block]] = field(default_factory=list[list[Block]])
    _rows: list[list[list[Block]]] = field(default_factory=list[list[list[Block]]])

    def begin_paragraph(self) -> None:
        """Forget what is said of the paragraph, not its words."""
        self.paragraph = Paragraph(self.paragraph.spans, self.paragraph.label)

    def end_paragraph(self) -> None:
        """Keep the paragraph; the next one is alike."""
        ended = self.paragraph
        self.paragraph = Paragraph(
            style=ended.style, outline=ended.outline, level=ended.level,
            is_in_table=ended.is_in_table,
        )  # fmt: skip
        words = words_of(ended.spans)
        if not words and not any(span.is_markup for span in ended.spans):
            return
        block = self._block(ended, words)
        if ended.is_in_table:
            self._row = self._row or [[]]
            self._row[-1].append(block)
        else:
            self.end_table()
            self.blocks.append(block)

    def end_cell(self) -> None:
        """Keep the cell with its last paragraph."""
        self.paragraph.is_in_table = True
        self.end_paragraph()
        self._row = [*(self._row or [[]]), []]

    def end_row(self) -> None:
        """Keep the row."""
        if self._row:
            self._rows.append(self._row[:-1])
        self._row = []
        self.paragraph.is_in_table = False

    def end_table(self) -> None:
        """Keep the rows so far as a table."""
        if self._row:
            self._rows.append(self._row)
        self.blocks += table_blocks(self._rows)
        self._row, self._rows = [], []

    def ended(self) -> list[Block]:
        """Return all blocks once the story is at its end."""
        self.end_paragraph()
        self.end_table()
        return self.blocks

    def _block(self, ended: Paragraph, words: str) -> Block:
        outline = self.headings.get(ended.style, -1) if ended.outline < 0 else ended.outline
        if 0 <= outline < _DEEPEST_OUTLINE and not ended.is_in_table:
            return Block(Kind.HEADING, inline(ended.spans, plain=True), words, outline + 1)
        text, label = inline(ended.spans), ended.label.strip()
        if not label:
            return Block(Kind.TEXT, text, words)
        if _NUMBER.fullmatch(label):
            return Block(Kind.ITEM, text, words, ended.level, label)
        if label == "o" or not any(map(str.isalnum, label)):
            return Block(Kind.ITEM, text, words, ended.level)
        return Block(Kind.ITEM, f"{label} {text}", f"{label} {words}", ended.level)
