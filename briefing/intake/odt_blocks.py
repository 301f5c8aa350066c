"""An OpenDocument text's body to blocks: headings, paragraphs, lists, tables (ODF 1.3-3, 5, 9)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.intake.markdown_document import Block, Kind, table_blocks
from briefing.intake.markdown_spans import inline, words_of
from briefing.intake.odt_inlines import OdtTally, odt_spans
from briefing.intake.odt_styles import OUTLINE, Letters, OdtStyles
from briefing.ooxml.word_package import Element, local, value

_NUMBER = re.compile(r"\d{1,9}[.)]")
_BARE_NUMBER = re.compile(r"\d{1,9}")
_MOST_COLUMNS = 63
_SILENT = frozenset(("tracked-changes", "sequence-decls", "forms", "variable-decls"))
_BOXED = frozenset(("frame", "text-box", "custom-shape", "rect", "g", "ellipse"))


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in a list a paragraph stands."""

    style: str = ""
    level: int = 0


class OdtBlocks:
    """Reads blocks, and counts lists as it goes."""

    def __init__(self, styles: OdtStyles, tally: OdtTally) -> None:
        self._styles, self._tally = styles, tally
        self._counts: dict[str, dict[int, int]] = {}

    def blocks(self, parent: Element, place: _Place = _Place()) -> Iterator[Block]:  # frozen
        """Yield what stands in a body, a section, a cell, a box or a note."""
        for element in parent:
            name = local(element)
            if name in {"p", "h"}:
                yield from self._paragraph(element, place, name)
            elif name == "list":
                yield from self._list(element, place)
            elif name == "table":
                yield from self._table(element)
            elif name in _BOXED:
                yield from self.blocks(element)
            elif name not in _SILENT:
                yield from self.blocks(element, place)

    def changes(self, body: Element) -> int:
        """Return how many tracked changes a body keeps."""
        kept = (one for one in body if local(one) == "tracked-changes")
        return sum(len(one) for one in kept)

    def _paragraph(self, element: Element, place: _Place, name: str) -> Iterator[Block]:
        style = value(element, "style-name")
        letters = self._styles.look("paragraph", style) if name == "p" else Letters()
        is_title = self._styles.is_title(style)
        spans = list(odt_spans(element, self._styles, self._tally, letters))
        words, boxes = words_of(spans), self._tally.boxes[:]
        self._tally.boxes.clear()
        if words or any(span.is_markup for span in spans):
            if is_title:
                yield Block(Kind.TITLE, inline(spans, plain=True), words)
            elif name == "h":
                level = _figure(value(element, "outline-level"), 1)
                number = self._heading_number(level, element)
                yield Block(Kind.HEADING, number + inline(spans, plain=True), words, level)
            else:
                yield self._text(inline(spans), words, place)
        yield from (block for box in boxes for block in self.blocks(box))

    def _text(self, text: str, words: str, place: _Place) -> Block:
        if not place.level:
            return Block(Kind.TEXT, text, words)
        label = self._label(place)
        if not label or _NUMBER.fullmatch(label):
            return Block(Kind.ITEM, text, words, place.level - 1, label or "-")
        if _BARE_NUMBER.fullmatch(label):
            return Block(Kind.ITEM, text, words, place.level - 1, f"{label}.")
        return Block(Kind.ITEM, f"{label} {text}", f"{label} {words}", place.level - 1)

    def _heading_number(self, level: int, element: Element) -> str:
        if value(element, "is-list-header") == "true":
            return ""
        counts = self._counts.setdefault(OUTLINE, {})
        _step(counts, level, 1)
        number = self._styles.number(OUTLINE, level, counts)
        return f"{number} " if number else ""

    def _label(self, place: _Place) -> str:
        shape = self._styles.level(place.style, place.level)
        if shape is None or shape.format is None:
            return ""
        return self._styles.number(place.style, place.level, self._counts.get(place.style, {}))

    def _list(self, element: Element, outer: _Place) -> Iterator[Block]:
        style = value(element, "style-name") or outer.style
        place = _Place(style, outer.level + 1)
        shape = self._styles.level(style, place.level)
        goes_on = value(element, "continue-numbering") == "true" or value(element, "continue-list")
        counts = self._counts.setdefault(style, {})
        if not goes_on:
            counts.pop(place.level, None)
        for one in element:
            if local(one) not in {"list-item", "list-header"}:
                continue
            started = value(one, "start-value")
            if started:
                counts[place.level] = _figure(started, 1) - 1
            if local(one) == "list-item" and not _only_holds_a_list(one):
                _step(counts, place.level, shape.start if shape else 1)
            yield from self._item(one, place)

    def _item(self, element: Element, place: _Place) -> Iterator[Block]:
        """Yield an item's blocks; only its first paragraph bears the number."""
        is_first = local(element) == "list-item"
        for block in self.blocks(element, place):
            if block.kind is Kind.ITEM and block.level == place.level - 1 and not is_first:
                yield Block(Kind.TEXT, block.text, block.words)
            else:
                yield block
            is_first = is_first and block.kind is not Kind.ITEM

    def _table(self, table: Element) -> Iterator[Block]:
        yield from table_blocks([self._row(row) for row in _rows(table)])

    def _row(self, row: Element) -> list[list[Block]]:
        found: list[list[Block]] = []
        for one in row:
            if local(one) == "table-cell":
                found.append(list(self.blocks(one)))
            elif local(one) == "covered-table-cell":
                found.append([])
            repeated = _figure(value(one, "number-columns-repeated"), 1) - 1
            found += [[] for _ in range(min(repeated, _MOST_COLUMNS))]
        return found[:_MOST_COLUMNS]


def _rows(table: Element) -> Iterator[Element]:
    for element in table:
        name = local(element)
        if name == "table-row":
            yield element
        elif name in {"table-header-rows", "table-rows", "table-row-group"}:
            yield from _rows(element)


def _only_holds_a_list(item: Element) -> bool:
    return len(item) > 0 and all(local(one) == "list" for one in item)


def _step(counts: dict[int, int], level: int, start: int) -> None:
    """Count one more on a level; those below begin anew."""
    counts[level] = counts[level] + 1 if level in counts else start
    for deeper in [one for one in counts if one > level]:
        del counts[deeper]


def _figure(text: str, otherwise: int) -> int:
    return int(text[:5]) if text.isascii() and text.isdecimal() else otherwise
