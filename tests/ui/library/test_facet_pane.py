"""Facets show counts and tell what was pressed."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing.model.search_page import Count, Facets
from briefing.ui.library.date_histogram import DateHistogram
from briefing.ui.library.facet_pane import FacetPane
from briefing.ui.library.facet_row import FacetRow
from briefing.ui.theme import Theme

FACETS = Facets(
    total=9,
    usage=(Count("candidate", 7), Count("used", 2)),
    tags=(Count("region", 5), Count("region/mexico", 4), Count("sovereignty", 1)),
    publishers=(Count("nytimes", 6), Count("The Hill", 3)),
    months=(Count("2025-07", 2), Count("2025-09", 7)),
)


def make_pane(qtbot: QtBot, theme: Theme) -> FacetPane:
    pane = FacetPane(theme)
    qtbot.addWidget(pane)
    pane.resize(240, 800)
    pane.show()
    pane.show_facets(FACETS, library_total=48_212)
    qtbot.wait(1)  # rows are laid out by the event loop
    return pane


def row(pane: FacetPane, value: str) -> FacetRow:
    rows = [one for one in pane.findChildren(FacetRow) if not one.isHidden()]
    return next(one for one in rows if one.value == value)


def test_counts_are_read_aloud(qtbot: QtBot, theme: Theme) -> None:
    pane = make_pane(qtbot, theme)
    assert row(pane, "").accessibleName() == "All articles, 48,212 articles"
    assert row(pane, "region/mexico").accessibleName() == "region/mexico, 4 articles"
    assert row(pane, "rejected").accessibleName() == "rejected, 0 articles"


def test_pressed_row_names_its_filter(qtbot: QtBot, theme: Theme) -> None:
    pane = make_pane(qtbot, theme)
    with qtbot.waitSignal(pane.filter_toggled) as toggled:
        qtbot.mouseClick(row(pane, "The Hill"), Qt.MouseButton.LeftButton, pos=QPoint(120, 10))
    assert toggled.args == ["publisher", "The Hill"]


def test_chosen_values_are_marked(qtbot: QtBot, theme: Theme) -> None:
    pane = make_pane(qtbot, theme)
    pane.set_chosen({"tag": {"region/mexico"}, "usage": {"candidate"}}, is_narrowed=True)
    checked = {one.value for one in pane.findChildren(FacetRow) if one.isChecked()}
    assert checked == {"region/mexico", "candidate"}


def test_folded_tag_hides_what_is_below(qtbot: QtBot, theme: Theme) -> None:
    pane = make_pane(qtbot, theme)
    qtbot.keyClick(row(pane, "region"), Qt.Key.Key_Left)
    qtbot.wait(1)
    shown = {one.value for one in pane.findChildren(FacetRow) if not one.isHidden()}
    assert "region" in shown
    assert "region/mexico" not in shown


def test_tags_left_out_are_one_press_away(qtbot: QtBot, theme: Theme) -> None:
    pane = make_pane(qtbot, theme)
    many = tuple(Count(f"word {number:03}", 500 - number) for number in range(400))
    pane.show_facets(Facets(total=900, tags=many), library_total=900)
    qtbot.wait(1)
    rows = [one for one in pane.findChildren(FacetRow) if not one.isHidden()]
    (more,) = [one for one in rows if one.text() == "388 more tags…"]
    assert not any(one.value == "word 012" for one in rows)
    with qtbot.waitSignal(pane.all_tags_requested):
        more.click()


def test_nothing_found_leaves_no_empty_headings(qtbot: QtBot, theme: Theme) -> None:
    pane = make_pane(qtbot, theme)
    pane.show_facets(Facets(total=0), library_total=9)
    qtbot.wait(1)
    shown = {one.text() for one in pane.findChildren(QLabel) if one.isVisible()}
    assert "TRIAGE" in shown
    assert shown.isdisjoint({"TAGS", "PUBLISHER", "PUBLISHED"})


def test_drag_across_months_asks_for_their_span(qtbot: QtBot, theme: Theme) -> None:
    pane = make_pane(qtbot, theme)
    bars = pane.findChild(DateHistogram)
    assert isinstance(bars, DateHistogram)
    with qtbot.waitSignal(pane.span_requested) as asked:
        qtbot.mousePress(bars, Qt.MouseButton.LeftButton, pos=QPoint(25, 5))
        qtbot.mouseMove(bars, QPoint(45, 5))
        qtbot.mouseRelease(bars, Qt.MouseButton.LeftButton, pos=QPoint(45, 5))
    assert asked.args == ["2025-08", "2025-09"]
