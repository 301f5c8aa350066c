"""The rows, columns and tables that a returned file has more or less than the memo."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.model.memo_review import MemoEdit, ReviewKind
from briefing.model.word_review import Cell, WordParagraph
from briefing.review.placing.memo_tree import Node, NodeKind
from briefing.review.placing.place_amid import AMID, Amid, amid
from briefing.review.placing.place_blocks import NewBlock
from briefing.review.placing.place_ground import Ground
from briefing.review.placing.place_stretches import Group
from briefing.review.placing.place_tables import (
    column_put,
    column_taken,
    new_table,
    row_put,
    row_taken,
    table_taken,
)
from briefing.review.placing.place_words import UnplacedError
from briefing.review.placing.printed_places import LOOKED, Slot

_NO_CELL = Cell(-1, -1, -1)
Written = Callable[[Sequence[WordParagraph]], str]


@dataclass(frozen=True, slots=True)
class TableChange:
    """What became of rows or cells, with the revisions that say so."""

    kind: ReviewKind
    place: tuple[int, int]
    revisions: frozenset[int]
    before: str
    after: str
    edits: tuple[MemoEdit, ...]
    reason: str = ""
    amid: Amid | None = None
    table: str = ""  # the Markdown of one that stands amid a paragraph


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the returned file: its cells' paragraphs, and its own node in the memo."""

    cells: tuple[tuple[WordParagraph, ...], ...]
    node: Node | None
    slot: int

    @property
    def first(self) -> Cell:
        return _of(self.cells[0])

    @property
    def words(self) -> str:
        return " | ".join(" ".join(one.text for one in cell) for cell in self.cells)

    @property
    def revisions(self) -> frozenset[int]:
        found: set[int] = {self.first.row_inserted, self.first.row_deleted}
        for cell in self.cells:
            for paragraph in cell:
                found |= _inside(paragraph)
        return frozenset(found - {0})


def _inside(paragraph: WordParagraph) -> set[int]:
    found = {paragraph.mark_inserted, paragraph.mark_deleted}
    for piece in paragraph.pieces:
        found.update((*piece.inserted, *piece.deleted))
    return found


def table_changes(
    ground: Ground, body: Sequence[WordParagraph], groups: Sequence[Group], written: Written
) -> Iterator[TableChange]:
    """Yield the changes of rows and columns, table by table."""
    slots_of = _slots_of(groups)
    tabled = [one for one in body if one.cell is not None]
    for _, paragraphs in groupby(tabled, key=lambda one: one.cell.table if one.cell else -1):
        rows = list(_rows(list(paragraphs), slots_of, ground.slots))
        maker = _Table(ground, rows, groups, written)
        yield from maker.rows_taken()
        yield from maker.rows_put()
        yield from maker.columns(slots_of)


def _slots_of(groups: Sequence[Group]) -> dict[int, int]:
    return {
        paragraph.number: group.slot
        for group in groups
        if group.slot >= 0
        for paragraph in group.ends
    }


def _rows(
    paragraphs: Sequence[WordParagraph], slots_of: Mapping[int, int], slots: Sequence[Slot]
) -> Iterator[_Row]:
    for _, some in groupby(paragraphs, key=lambda one: one.cell.row if one.cell else -1):
        cells = tuple(
            tuple(one)
            for _, one in groupby(some, key=lambda one: one.cell.column if one.cell else -1)
        )
        numbers = [slots_of[one.number] for cell in cells for one in cell if one.number in slots_of]
        nodes = [slots[number].node for number in numbers]
        node = next((one.parent for one in nodes if one and one.kind is NodeKind.CELL), None)
        yield _Row(cells, node, numbers[0] if numbers else -1)


class _Table:
    """The changes of one returned table."""

    def __init__(
        self, ground: Ground, rows: Sequence[_Row], groups: Sequence[Group], written: Written
    ) -> None:
        self._ground = ground
        self._rows = rows
        self._groups = groups
        self._written = written

    def rows_taken(self) -> Iterator[TableChange]:
        """Yield rows that were taken away; all of them take the table with them."""
        if all(row.first.row_deleted for row in self._rows):
            yield self._change(ReviewKind.DELETED, self._rows, self._whole_edits)
            return
        for row in self._rows:
            if row.first.row_deleted:
                yield self._change(ReviewKind.DELETED, [row], self._row_edits)

    def _whole_edits(self, rows: Sequence[_Row]) -> tuple[MemoEdit, ...]:
        node = rows[0].node
        if node is None or node.parent is None:
            raise UnplacedError(LOOKED)
        return table_taken(self._ground.body, node.parent)

    def _row_edits(self, rows: Sequence[_Row]) -> tuple[MemoEdit, ...]:
        node = rows[0].node
        if node is None:
            raise UnplacedError(LOOKED)
        return row_taken(self._ground.body, node)

    def rows_put(self) -> Iterator[TableChange]:
        """Yield rows that were put in, those side by side as one."""
        before: _Row | None = None
        for is_new, some in groupby(self._rows, key=lambda row: bool(row.first.row_inserted)):
            rows = list(some)
            if is_new:
                yield self._put(rows, before)
            else:
                before = rows[-1]

    def _put(self, rows: Sequence[_Row], before: _Row | None) -> TableChange:
        anchor = before or next((row for row in self._rows if row.node is not None), None)

        def edits(new: Sequence[_Row]) -> tuple[MemoEdit, ...]:
            words = [[self._written(cell) for cell in row.cells] for row in new]
            if anchor is None:
                return (self._new_table(new[0], words),)
            if anchor.node is None:
                raise UnplacedError(LOOKED)
            lines = [edit for row in words for edit in row_put(self._ground.body, anchor.node, row)]
            return (MemoEdit(lines[0].start, lines[0].end, "".join(one.text for one in lines)),)

        slot = anchor.slot if anchor else self._slot_before(rows[0])
        place = None if anchor else amid(self._groups, rows[0].cells[0][0].number)
        if place is None:
            return self._change(ReviewKind.INSERTED, rows, edits, slot)
        table = new_table([[self._written(cell) for cell in row.cells] for row in rows])
        change = self._change(ReviewKind.INSERTED, rows, _amid_split, slot)
        return replace(change, amid=place, table=table)

    def _slot_before(self, row: _Row) -> int:
        number = row.cells[0][0].number
        known = [
            group.slot for group in self._groups if group.slot >= 0 and group.last.number < number
        ]
        return known[-1] if known else -1

    def _new_table(self, row: _Row, words: Sequence[Sequence[str]]) -> MemoEdit:
        number = self._slot_before(row)
        slot = self._ground.slots[number] if number >= 0 else None
        node = (slot.node or slot.lookup) if slot else None
        block = NewBlock(NodeKind.PARAGRAPH, new_table(words))
        if node is not None:
            return self._ground.blocks.after(node, [block])
        first = next((one.node for one in self._ground.slots if one.node is not None), None)
        if first is None:
            raise UnplacedError(LOOKED)
        return self._ground.blocks.before(first, [block])

    def _change(
        self,
        kind: ReviewKind,
        rows: Sequence[_Row],
        make: Callable[[Sequence[_Row]], tuple[MemoEdit, ...]],
        slot: int | None = None,
    ) -> TableChange:
        edits: tuple[MemoEdit, ...] = ()
        reason = ""
        try:
            edits = make(rows)
        except UnplacedError as fault:
            reason = str(fault)
        words = "\n".join(row.words for row in rows)
        revisions = frozenset[int]().union(*(row.revisions for row in rows))
        place = (rows[0].slot if slot is None else slot, 0)
        before, after = (words, "") if kind is ReviewKind.DELETED else ("", words)
        return TableChange(kind, place, revisions, before, after, edits, reason)

    def columns(self, slots_of: Mapping[int, int]) -> Iterator[TableChange]:
        """Yield cells that were taken away or put in, all of a table as one change each."""
        taken = [(row, cell) for row in self._rows for cell in row.cells if _of(cell).cell_deleted]
        if taken:
            yield self._cells(ReviewKind.DELETED, taken, lambda: self._cells_taken(taken, slots_of))
        put = [(row, cell) for row in self._rows for cell in row.cells if _of(cell).cell_inserted]
        if put:
            yield self._cells(ReviewKind.INSERTED, put, lambda: self._cells_put(put))

    def _cells_taken(
        self,
        taken: Sequence[tuple[_Row, tuple[WordParagraph, ...]]],
        slots_of: Mapping[int, int],
    ) -> tuple[MemoEdit, ...]:
        nodes: list[Node] = []
        for _, cell in taken:
            number = slots_of.get(cell[0].number, -1)
            node = self._ground.slots[number].node if number >= 0 else None
            if node is None:
                raise UnplacedError(LOOKED)
            nodes.append(node)
        return column_taken(self._ground.body, nodes)

    def _cells_put(
        self, put: Sequence[tuple[_Row, tuple[WordParagraph, ...]]]
    ) -> tuple[MemoEdit, ...]:
        edits: list[MemoEdit] = []
        for row, cell in put:
            if row.node is None:
                raise UnplacedError(LOOKED)
            before = [one for one in row.cells if not _of(one).cell_inserted]
            column = sum(1 for one in before if _of(one).column < _of(cell).column)
            edits += column_put(self._ground.body, row.node, column, self._written(cell))
        return tuple(edits)

    def _cells(
        self,
        kind: ReviewKind,
        cells: Sequence[tuple[_Row, tuple[WordParagraph, ...]]],
        make: Callable[[], tuple[MemoEdit, ...]],
    ) -> TableChange:
        edits: tuple[MemoEdit, ...] = ()
        reason = ""
        try:
            edits = make()
        except UnplacedError as fault:
            reason = str(fault)
        words = "\n".join(" ".join(one.text for one in cell) for _, cell in cells)
        revisions: set[int] = set()
        for _, cell in cells:
            revisions |= {_of(cell).cell_inserted, _of(cell).cell_deleted}
            for paragraph in cell:
                revisions |= _inside(paragraph)
        before, after = (words, "") if kind is ReviewKind.DELETED else ("", words)
        place = (cells[0][0].slot, 0)
        return TableChange(kind, place, frozenset(revisions - {0}), before, after, edits, reason)


def _amid_split(_rows: Sequence[_Row]) -> tuple[MemoEdit, ...]:
    raise UnplacedError(AMID)


def _of(cell: Sequence[WordParagraph]) -> Cell:
    return cell[0].cell or _NO_CELL
