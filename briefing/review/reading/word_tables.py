"""The tables of a Word file: where each cell stands, and the changes of rows and cells."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Protocol

from briefing.model.word_review import Cell, RevisionKind
from briefing.ooxml.word_content import content_of
from briefing.ooxml.word_package import Element, child, local, value
from briefing.review.reading.format_words import changed_properties
from briefing.review.reading.range_marks import Place
from briefing.review.reading.revision_log import Mark, mark_of
from briefing.review.reading.word_story import Container, Story

_ROW_MARKS = {"ins": RevisionKind.ROW_INSERTION, "del": RevisionKind.ROW_DELETION}
_CELL_MARKS = {
    "cellIns": RevisionKind.CELL_INSERTION,
    "cellDel": RevisionKind.CELL_DELETION,
    "cellMerge": RevisionKind.CELL_MERGE,
}
_WRAPPERS = frozenset(("sdt", "customXml", "ins", "del", "moveFrom", "moveTo"))
_MOST_COLUMNS = 1_000  # Word has 63 at most; a grid beyond this is not believed


class BlockReading(Protocol):
    """What reads the blocks of a cell, and counts paragraphs."""

    def blocks(self, parent: Element, story: Story, inside: Container) -> None:
        """Read the blocks of a cell."""
        ...

    def started(self) -> int:
        """Return the number of the next paragraph."""
        ...

    def words(self, first: int) -> str:
        """Return the words of the paragraphs from that number on."""
        ...

    def between(self, name: str) -> Place:
        """Return the place of a mark between paragraphs."""
        ...


class TableReader:
    """Reads one table; `number` is its own in the file."""

    def __init__(self, blocks: BlockReading, story: Story, inside: Container, number: int) -> None:
        self._blocks, self._story, self._inside = blocks, story, inside
        self._number = number
        self._formats: dict[Mark, int] = {}

    def read(self, table: Element) -> None:
        """Read its rows in their order."""
        self._format(child(table, "tblPr"), "tblPrChange")
        for number, row in enumerate(self._parts(table, "tr")):
            self._row(row, number)

    def _row(self, row: Element, number: int) -> None:
        properties = child(row, "trPr")
        self._format(properties, "trPrChange")
        self._format(child(row, "tblPrEx"), "tblPrExChange")
        outer = self._inside.cell or Cell(self._number, 0, 0)
        changes = self._marks(properties, _ROW_MARKS)
        cell = replace(
            outer,
            table=self._number,
            row=number,
            row_inserted=changes.get(RevisionKind.ROW_INSERTION, outer.row_inserted),
            row_deleted=changes.get(RevisionKind.ROW_DELETION, outer.row_deleted),
        )
        first = self._blocks.started()
        column = _figure(child(properties, "gridBefore"), 0)
        for part in self._parts(row, "tc"):
            column += self._cell(part, replace(cell, column=column))
        self._settle(changes, first)

    def _cell(self, element: Element, cell: Cell) -> int:
        """Read a cell; return how many columns it takes."""
        properties = child(element, "tcPr")
        self._format(properties, "tcPrChange")
        changes = self._marks(properties, _CELL_MARKS)
        cell = replace(
            cell,
            cell_inserted=changes.get(RevisionKind.CELL_INSERTION, cell.cell_inserted),
            cell_deleted=changes.get(RevisionKind.CELL_DELETION, cell.cell_deleted),
        )
        first = self._blocks.started()
        self._blocks.blocks(element, self._story, replace(self._inside, cell=cell))
        self._settle(changes, first)
        return _figure(child(properties, "gridSpan"), 1)

    def _marks(
        self, properties: Element | None, kinds: dict[str, RevisionKind]
    ) -> dict[RevisionKind, int]:
        """Open the changes of a row or a cell; return their numbers."""
        found: dict[RevisionKind, int] = {}
        for element in properties if properties is not None else ():
            kind = kinds.get(local(element))
            if kind is not None:
                part, place = self._inside.part, self._blocks.started()
                found[kind] = self._story.log.open(mark_of(kind, element), part, place)
        return found

    def _settle(self, changes: dict[RevisionKind, int], first: int) -> None:
        if not changes:
            return
        words = self._blocks.words(first)
        for kind, number in changes.items():
            before = "" if kind.endswith("insertion") else words
            after = "" if kind.endswith("deletion") else words
            self._story.log.settle(number, before, after)

    def _format(self, properties: Element | None, name: str) -> None:
        """Note a change of format; those of one table at one time are one change."""
        change = child(properties, name)
        if properties is None or change is None:
            return
        mark = mark_of(RevisionKind.TABLE_FORMAT, change)
        if mark not in self._formats:
            detail = changed_properties(properties, change)
            place = self._blocks.started()
            number = self._story.log.open(mark, self._inside.part, place, detail)
            self._formats[mark] = number

    def _parts(self, parent: Element, wanted: str) -> Iterator[Element]:
        """Yield rows or cells, those in controls too; marks between them are taken."""
        for element in parent:
            name = local(element)
            if name == wanted:
                yield element
            elif name in _WRAPPERS:
                yield from self._parts(content_of(element), wanted)
            elif not name.endswith("Pr"):
                self._story.mark(element, name, self._blocks.between(name))


def _figure(element: Element | None, otherwise: int) -> int:
    text = value(element)
    return min(int(text), _MOST_COLUMNS) if text.isascii() and text.isdecimal() else otherwise
