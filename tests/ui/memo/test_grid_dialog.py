"""The grid editor: marks, notes, titles and moves by keys; facts chosen and dropped."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing.model.grid import Grid, GridCell, GridKind, GridRow, Mark
from briefing.model.ids import Uid
from briefing.services.grids import FactOffer, GridEvidence
from briefing.ui.editor.plain_clipboard import record_data
from briefing.ui.memo.grid_dialog import GridDialog
from briefing.ui.theme import Theme

GRID = Grid(
    GridKind.HYPOTHESES,
    ("H1", "H2"),
    (
        GridRow("First. [@fact:7k2]", ("fact:7k2",), (GridCell(), GridCell())),
        GridRow("Second.", (), (GridCell(Mark.NEUTRAL, "late"), GridCell())),
    ),
)
OFFER = FactOffer(Uid("f" * 32), "9zz", "Mexico sent 59.", "nytimes")


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[GridDialog]:
    over = QWidget()
    qtbot.addWidget(over)
    over.resize(1200, 800)
    made = GridDialog(theme, GRID, over)
    made.show()
    yield made
    over.close()


def grid_of(dialog: GridDialog) -> Grid:
    return dialog.draft.grid


def test_letters_mark_the_cell_and_leave_its_note(dialog: GridDialog, qtbot: QtBot) -> None:
    dialog.view.go_to(1, 0)
    qtbot.keyClick(dialog.view, Qt.Key.Key_I)
    assert grid_of(dialog).rows[1].cells[0] == GridCell(Mark.INCONSISTENT, "late")
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    for key, mark in ((Qt.Key.Key_C, Mark.CONSISTENT), (Qt.Key.Key_A, Mark.NOT_APPLICABLE)):
        qtbot.keyClick(dialog.view, key)
        assert grid_of(dialog).rows[1].cells[1].mark is mark
    qtbot.keyClick(dialog.view, Qt.Key.Key_Backspace)
    assert grid_of(dialog).rows[1].cells[1] == GridCell()


def test_counts_follow_the_marks(dialog: GridDialog, qtbot: QtBot) -> None:
    dialog.view.go_to(0, 1)
    qtbot.keyClick(dialog.view, Qt.Key.Key_I)
    model = dialog.view.model()
    assert [model.index(2, column).data() for column in range(3)] == ["Inconsistent", "0", "1"]


def test_enter_writes_a_note_and_comes_back(dialog: GridDialog, qtbot: QtBot) -> None:
    dialog.view.go_to(0, 1)
    dialog.view.note_requested.emit()
    dialog.fields.note.clear()
    qtbot.keyClicks(dialog.fields.note, "they denied it")
    qtbot.keyClick(dialog.fields.note, Qt.Key.Key_Return)
    assert grid_of(dialog).rows[0].cells[1] == GridCell(Mark.NONE, "they denied it")
    assert dialog.isVisible()


def test_titles_and_words_are_written_below(dialog: GridDialog, qtbot: QtBot) -> None:
    dialog.view.go_to(0, 1)
    dialog.fields.title.selectAll()
    qtbot.keyClicks(dialog.fields.title, "H2: A cartel")
    qtbot.keyClick(dialog.fields.title, Qt.Key.Key_Return)
    assert grid_of(dialog).columns == ("H1", "H2: A cartel")
    dialog.view.go_to(1, -1)
    dialog.fields.note.selectAll()
    qtbot.keyClicks(dialog.fields.note, "Other words [@a].")
    qtbot.keyClick(dialog.fields.note, Qt.Key.Key_Return)
    assert grid_of(dialog).rows[1].words == "Other words [@a]."
    assert grid_of(dialog).rows[1].keys == ("a",)


def test_rows_and_columns_move_go_and_come_back(dialog: GridDialog, qtbot: QtBot) -> None:
    alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    dialog.view.go_to(0, 0)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Down, alt)
    assert [row.words for row in grid_of(dialog).rows] == ["Second.", "First. [@fact:7k2]"]
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right, alt)
    assert grid_of(dialog).columns == ("H2", "H1")
    assert (dialog.view.row, dialog.view.column) == (1, 1)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Delete, Qt.KeyboardModifier.ShiftModifier)
    assert (grid_of(dialog).columns, len(grid_of(dialog).rows)) == (("H2",), 1)
    for _ in range(4):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Z, control)
    assert grid_of(dialog) == GRID


def test_fact_is_wished_for_by_enter_and_by_dropping(dialog: GridDialog, qtbot: QtBot) -> None:
    dialog.show_offers((OFFER,))
    with qtbot.waitSignal(dialog.row_wanted) as wish:
        qtbot.keyClick(dialog.facts.search, Qt.Key.Key_Return)
    assert wish.args == [OFFER.uid, 2]
    place = QPointF(20, dialog.view.rowViewportPosition(1) + 5)
    data = record_data("fact", OFFER.uid, OFFER.statement)
    no_keys = Qt.KeyboardModifier.NoModifier
    drop = QDropEvent(place, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, no_keys)
    with qtbot.waitSignal(dialog.row_wanted) as wish:
        dialog.view.dropEvent(drop)
    assert wish.args == [OFFER.uid, 1]
    dialog.add_row(GridRow("Mexico sent 59. [@fact:9zz]", ("fact:9zz",)), 1)
    assert grid_of(dialog).rows[1].cells == (GridCell(), GridCell())
    assert dialog.facts.list.item(0).text().endswith("in the grid · nytimes")


def test_row_shows_its_quote_and_opens_it(dialog: GridDialog, qtbot: QtBot) -> None:
    piece = GridEvidence("fact:7k2", "First.", "the quote", "Reuters", Uid("a" * 32), 3, 12)
    dialog.show_evidence({"fact:7k2": (piece,)})
    dialog.view.go_to(0, 0)
    control = Qt.KeyboardModifier.ControlModifier
    with qtbot.waitSignal(dialog.source_requested) as wish:
        qtbot.keyClick(dialog.view, Qt.Key.Key_Return, control)
    assert wish.args == [piece]


def test_closing_keeps_what_was_changed_and_discarding_does_not(theme: Theme, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    for ends, kept in (("reject", 1), ("discard", 0)):
        made = GridDialog(theme, GRID, over)
        made.show()
        got: list[Grid] = []
        made.grid_done.connect(got.append)
        made.view.mark(Mark.CONSISTENT)
        if ends == "reject":
            made.reject()
        else:
            made._on_discard_clicked()
        assert len(got) == kept


def test_sheet_without_changes_writes_nothing(dialog: GridDialog) -> None:
    got: list[Grid] = []
    dialog.grid_done.connect(got.append)
    dialog.reject()
    assert got == []


def test_a_fact_has_one_row_and_the_list_stays_where_it_was(
    dialog: GridDialog, qtbot: QtBot
) -> None:
    there = FactOffer(Uid("e" * 32), "7k2", "First.", "nytimes")
    dialog.show_offers((OFFER, there))
    dialog.facts.list.setCurrentRow(1)
    dialog.view.go_to(1, 1)
    with qtbot.assertNotEmitted(dialog.row_wanted):
        qtbot.keyClick(dialog.facts.list, Qt.Key.Key_Return)
    assert (dialog.view.row, dialog.view.column) == (0, 1)
    dialog.add_row(GridRow("Third.", ("fact:9zz",), (GridCell(), GridCell())), 2)
    assert dialog.facts.list.currentRow() == 1
