"""A Word file's body to blocks: paragraphs, headings, lists, tables, text boxes."""

import re
from collections.abc import Iterator

from briefing.intake.markdown_document import Block, Kind, table_blocks
from briefing.intake.markdown_spans import Span, inline, words_of
from briefing.intake.word_numbering import BULLET, WordNumbering
from briefing.intake.word_runs import RunReader, Tally
from briefing.ooxml.word_content import chosen, content_of
from briefing.ooxml.word_package import Element, Relation, child, local, value
from briefing.ooxml.word_styles import WordStyles, list_of

_NUMBER = re.compile(r"\d{1,9}[.)]")
_SHORT_LABEL = re.compile(r"[(\[]?\w{1,5}(?:\.\w{1,4}){0,6}[.):\]]*")
_DEEPEST_OUTLINE = 9


class BlockReader:
    """Reads the blocks of one part of a file: its body, a note."""

    def __init__(
        self, styles: WordStyles, numbering: WordNumbering, relations: dict[str, Relation],
        tally: Tally,
    ) -> None:  # fmt: skip
        self._styles, self._numbering, self._tally = styles, numbering, tally
        self._boxes: list[Element] = []
        self._runs = RunReader(styles, relations, tally, self._boxes.append)
        self._carried: list[Span] = []  # of paragraphs whose ends were deleted

    def blocks(self, parent: Element) -> Iterator[Block]:
        """Yield what stands in a body, a cell, a box or a note, in its order."""
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name == "sdt":
                yield from self.blocks(content_of(element))
            elif name in {"ins", "moveTo", "customXml", "smartTag"}:
                self._tally.changes += name in {"ins", "moveTo"}
                yield from self.blocks(element)
            elif name in {"del", "moveFrom"}:
                self._tally.changes += 1
            elif name == "AlternateContent":
                yield from self.blocks(chosen(element))
            elif name == "altChunk":
                self._tally.embedded += 1

    def _paragraph(self, paragraph: Element) -> Iterator[Block]:
        properties = child(paragraph, "pPr")
        spans = [*self._carried, *self._runs.spans(paragraph)]
        self._carried = []
        if self._end_is_gone(properties):
            self._carried = spans
        elif spans and words_of(spans):
            yield self._block(properties, spans)
        elif any(span.is_markup for span in spans):
            yield Block(Kind.TEXT, inline(spans))
        boxes, self._boxes[:] = self._boxes[:], []
        for box in boxes:
            yield from self.blocks(box)

    def _end_is_gone(self, properties: Element | None) -> bool:
        """Return whether a tracked change took the paragraph's end: it joins the next one."""
        mark = child(properties, "rPr")
        if child(mark, "ins") is not None or child(mark, "moveTo") is not None:
            self._tally.changes += 1
        is_gone = child(mark, "del") is not None or child(mark, "moveFrom") is not None
        self._tally.changes += is_gone
        return is_gone

    def _block(self, properties: Element | None, spans: list[Span]) -> Block:
        style = value(child(properties, "pStyle"))
        words = words_of(spans)
        listed = list_of(properties, style, self._styles)
        label = self._numbering.label(*listed) if listed else ""
        if self._styles.is_title(style):
            return Block(Kind.TITLE, inline(spans, plain=True), words)
        level = self._heading(properties, style)
        if level:
            number = "" if label == BULLET or not label else f"{label} "
            return Block(Kind.HEADING, number + inline(spans, plain=True), words, level)
        text = inline(spans)
        depth = listed[1] if listed else 0
        if label == BULLET or _NUMBER.fullmatch(label):
            return Block(Kind.ITEM, text, words, depth, label)
        if label and _SHORT_LABEL.fullmatch(label):
            return Block(Kind.ITEM, f"{label} {text}", f"{label} {words}", depth)
        return Block(Kind.TEXT, f"{label} {text}" if label else text, f"{label} {words}".strip())

    def _heading(self, properties: Element | None, style: str) -> int:
        outline = value(child(properties, "outlineLvl"))
        if outline.isdecimal():
            return int(outline) + 1 if int(outline) < _DEEPEST_OUTLINE else 0
        return self._styles.heading(style)

    def _table(self, table: Element) -> Iterator[Block]:
        yield from table_blocks([self._row(row) for row in _rows(table) if not self._is_gone(row)])

    def _is_gone(self, row: Element) -> bool:
        properties = child(row, "trPr")
        is_gone = child(properties, "del") is not None
        self._tally.changes += is_gone or child(properties, "ins") is not None
        return is_gone

    def _row(self, row: Element) -> list[list[Block]]:
        """Return the blocks of each cell, with empty cells where one goes over several columns."""
        before = value(child(child(row, "trPr"), "gridBefore"))
        found: list[list[Block]] = [[] for _ in range(_figure(before, 0))]
        for one in _cells(row):
            properties = child(one, "tcPr")
            if child(properties, "cellDel") is not None:
                self._tally.changes += 1
                continue
            span = _figure(value(child(properties, "gridSpan")), 1)
            merged = child(properties, "vMerge")
            goes_on = merged is not None and value(merged) != "restart"
            found.append([] if goes_on else list(self.blocks(one)))
            found += [[] for _ in range(span - 1)]
        return found


def _rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, those in content controls and changes too."""
    for element in table:
        if local(element) == "tr":
            yield element
        elif local(element) in {"sdt", "sdtContent", "customXml", "ins", "moveTo"}:
            yield from _rows(element)


def _cells(row: Element) -> Iterator[Element]:
    for element in row:
        if local(element) == "tc":
            yield element
        elif local(element) in {"sdt", "sdtContent", "customXml"}:
            yield from _cells(element)


def _figure(text: str, otherwise: int) -> int:
    return min(int(text), 63) if text.isascii() and text.isdecimal() else otherwise
