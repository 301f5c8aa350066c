"""The table of facts shows pages of rows and asks for the next."""

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from briefing.model.corroboration import Corroboration
from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.services.fact_listing import FactRow
from briefing.ui.facts.fact_columns import COLUMNS
from briefing.ui.facts.fact_filters import with_field
from briefing.ui.facts.fact_model import PAGE, ROW_ROLE, FactModel


def make_row(number: int, sources: int = 3, independent: int = 1) -> FactRow:
    counted = Corroboration(sources, independent, (), "3 count once: near-copies of one text")
    return FactRow(Fact(Uid(f"u{number}"), f"k{number}", f"Statement {number}"), counted, number)


def test_the_next_page_is_asked_for_once_and_shown_below(qtbot: QtBot) -> None:
    model = FactModel()
    after = tuple(Uid(f"u{number}") for number in range(2, 2 + PAGE + 5))
    model.show_rows([make_row(0), make_row(1)], after)
    asked: list[tuple[Uid, ...]] = []
    model.more_requested.connect(asked.append)
    model.fetchMore(QModelIndex())
    model.fetchMore(QModelIndex())  # it is on its way
    assert asked == [after[:PAGE]]
    model.add_rows([make_row(2)], len(asked[0]))  # the others are gone meanwhile
    assert model.rowCount() == 3
    assert model.canFetchMore(QModelIndex())
    assert model.all_uids() == (Uid("u0"), Uid("u1"), Uid("u2"), *after[PAGE:])
    del qtbot


def test_a_row_is_found_shown_and_explained(qtbot: QtBot) -> None:
    model = FactModel()
    model.show_rows([make_row(7), make_row(8)], ())
    assert model.find(Uid("u8")) == 1
    assert model.find(Uid("u9")) == -1
    titles = [model.headerData(at, Qt.Orientation.Horizontal) for at in range(len(COLUMNS))]
    cell = model.index(1, titles.index("Sources"))
    assert cell.data() == "1 of 3"
    assert "near-copies" in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert cell.data(ROW_ROLE) == make_row(8)
    assert model.uids({1, 0}) == (Uid("u7"), Uid("u8"))
    del qtbot


def test_a_filter_takes_the_place_of_the_same_field() -> None:
    assert with_field("status:disputed tariffs", "status", "current") == "status:current tariffs"
    assert with_field("tariffs", "kind", "event") == "kind:event tariffs"
    assert with_field("kind:event tariffs tag:a", "kind", "") == "tariffs tag:a"
    assert with_field("mankind:event", "kind", "") == "mankind:event"
