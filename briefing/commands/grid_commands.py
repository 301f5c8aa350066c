"""The command grid: the options grids and hypotheses matrices of a memo, with their counts."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import click

from briefing.commands.console import (
    desk_of,
    examples,
    json_option,
    library_argument,
    note,
    print_json_array,
    say,
)
from briefing.commands.record_json import Json
from briefing.model.grid import Grid, GridCell, GridRow, Mark
from briefing.services.grids import GridEvidence
from briefing.text.grid_cells import write_cell

_COUNTED = tuple(mark for mark in Mark if mark)
Known = Mapping[str, Sequence[GridEvidence]]


@click.command(
    "grid",
    epilog=examples(
        "briefing grid mexico.briefing who-did-it",
        "briefing grid mexico.briefing who-did-it --json",
    ),
)
@library_argument
@click.argument("memo")
@json_option
def grid(library: Path, memo: str, *, as_json: bool) -> None:
    """Show the options grids and hypotheses matrices of a MEMO, with what each column counts.

    Inconsistent evidence is counted; no verdict is given. With --json: an array of grids with
    kind, columns (title and counts) and rows (words, evidence and cells with mark and note).
    """
    with desk_of(library) as desk:
        found = [placed.grid for placed in desk.grids.of_memo(desk.drafting.memo_by_slug(memo))]
        keys = {key for one in found for row in one.rows for key in row.keys}
        known = desk.grids.evidence(sorted(keys))
    if as_json:
        print_json_array(_grid_json(one, known) for one in found)
        return
    for one in found:
        _say_grid(one)
    if not found:
        note("This memo has no options grid and no hypotheses matrix.")


def _say_grid(one: Grid) -> None:
    say(one.kind.value.capitalize())
    for number, title in enumerate(one.columns, 1):
        say(f"  {number}  {title}")
    for row in one.rows:
        say(f"- {row.words}")
        for number, cell in enumerate(row.cells, 1):
            if cell.mark or cell.note:
                say(f"    {number}  {write_cell(cell)}")
    counts = ", ".join(
        f"{number}: {count}" for number, count in enumerate(one.counts(Mark.INCONSISTENT), 1)
    )
    say(f"Inconsistent: {counts}")


def _grid_json(one: Grid, known: Known) -> Json:
    counts = {mark: one.counts(mark) for mark in _COUNTED}
    return {
        "kind": one.kind.value,
        "columns": [
            {"title": title} | {_name(mark): counts[mark][column] for mark in _COUNTED}
            for column, title in enumerate(one.columns)
        ],
        "rows": [_row_json(row, known) for row in one.rows],
    }


def _row_json(row: GridRow, known: Known) -> Json:
    return {
        "words": row.words,
        "tells_apart": row.tells_apart,
        "evidence": [_evidence_json(piece) for key in row.keys for piece in known.get(key, ())],
        "unknown": [key for key in row.keys if not known.get(key)],
        "cells": [_cell_json(cell) for cell in row.cells],
    }


def _cell_json(cell: GridCell) -> Json:
    return {"mark": _name(cell.mark), "note": cell.note}


def _evidence_json(piece: GridEvidence) -> Json:
    return {
        "key": piece.key,
        "statement": piece.statement,
        "quote": piece.quote,
        "source": piece.source,
        "standing": piece.standing,
    }


def _name(mark: Mark) -> str:
    return mark.words.replace(" ", "_")
