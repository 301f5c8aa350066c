"""Opens the grid at the cursor, or a new one, and puts what was made of it into the memo."""

from collections.abc import Mapping
from functools import partial

import shiboken6
from PySide6.QtCore import QObject

from briefing.model.block import Span
from briefing.model.grid import Grid, GridKind, GridRow
from briefing.model.ids import Uid
from briefing.services.grids import FactOffer, GridEvidence
from briefing.text.grid_text import PlacedGrid, find_grids, grid_block, grid_table, new_grid
from briefing.ui.context import WindowContext
from briefing.ui.memo.grid_dialog import GridDialog
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo


class GridFlow(QObject):
    """Serves the grid editor."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        handle = context.actions.handle
        handle("memo.options_grid", partial(self.open, GridKind.OPTIONS))
        handle("memo.hypotheses", partial(self.open, GridKind.HYPOTHESES))

    def open(self, kind: GridKind) -> None:
        """Edit the grid at the cursor, or a new one of a kind."""
        if not self._opened.is_open:
            return
        point = self._room.editor.position()
        placed = grid_at(self._room.editor.text(), point)
        dialog = GridDialog(
            self._context.theme, placed.grid if placed else new_grid(kind), self._room.window()
        )
        dialog.facts_wanted.connect(partial(self._find_facts, dialog))
        dialog.row_wanted.connect(partial(self._make_row, dialog))
        dialog.evidence_wanted.connect(partial(self._find_evidence, dialog))
        dialog.source_requested.connect(self._on_source_requested)
        dialog.grid_done.connect(partial(self._put, placed))
        dialog.finished.connect(self._room.editor.setFocus)
        self._find_facts(dialog, "")
        if placed:
            keys = frozenset(key for row in placed.grid.rows for key in row.keys)
            self._find_evidence(dialog, keys)
        dialog.open_over_window()

    def _find_facts(self, dialog: GridDialog, line: str) -> None:
        def done(offers: tuple[FactOffer, ...]) -> None:
            if _is_there(dialog):
                dialog.show_offers(offers)

        work = partial(self._offers, line)
        self._context.tasks.run(work, done, key="memo.grid_facts")

    def _offers(self, line: str) -> tuple[FactOffer, ...]:
        return self._context.desk.grids.offers(line)

    def _find_evidence(self, dialog: GridDialog, keys: frozenset[str]) -> None:
        def done(found: Mapping[str, tuple[GridEvidence, ...]]) -> None:
            if _is_there(dialog):
                dialog.show_evidence(found)

        def work() -> Mapping[str, tuple[GridEvidence, ...]]:
            return self._context.desk.grids.evidence(keys)

        self._context.tasks.run(work, done)

    def _make_row(self, dialog: GridDialog, uid: str, place: int) -> None:
        def done(row: GridRow) -> None:
            if _is_there(dialog):
                dialog.add_row(row, place)

        def work() -> GridRow:
            return self._context.desk.grids.row_for(Uid(uid))

        self._context.tasks.run(work, done)

    def _on_source_requested(self, piece: GridEvidence) -> None:
        if piece.article_uid is not None:
            self._context.navigator.open_article(piece.article_uid, piece.start, piece.end)

    def _put(self, placed: PlacedGrid | None, grid: Grid) -> None:
        """Put a grid where it came from; one without a place goes in at the cursor."""
        editor = self._room.editor
        if placed is None:
            editor.insert_paragraph(grid_block(grid))
            return
        table = grid_table(grid)
        where = _place_now(editor.text(), placed)
        if where is None:
            editor.insert_paragraph(grid_block(grid))
        else:
            editor.replace_spans(((where.start, where.end, table),))
            editor.set_position(where.start)


def grid_at(text: str, point: int) -> PlacedGrid | None:
    """Return the grid in which a point of a memo stands."""
    return next((one for one in find_grids(text) if one.span.start <= point <= one.span.end), None)


def _place_now(text: str, placed: PlacedGrid) -> Span | None:
    """Return the table's place, unless the memo was written over elsewhere meanwhile."""
    same = (one.table for one in find_grids(text) if one.grid == placed.grid)
    found = sorted(same, key=lambda table: abs(table.start - placed.table.start))
    return found[0] if found else None


def _is_there(dialog: GridDialog) -> bool:
    """Return whether a dialog was not closed before an answer came."""
    return shiboken6.isValid(dialog) and dialog.isVisible()
