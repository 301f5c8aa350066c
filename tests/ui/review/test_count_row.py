"""A row of a side pane: its words stand out with it, and no longer once it does not."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing.ui.review.count_row import CountRow
from briefing.ui.theme import Theme


def _inks(row: CountRow) -> set[str]:
    labels = [one for one in row.findChildren(QLabel) if one.text()]
    return {one.palette().color(one.foregroundRole()).name() for one in labels}


def test_a_row_that_stood_out_is_as_the_others_again(qtbot: QtBot, theme: Theme) -> None:
    row, other = (CountRow(theme, "Head, To", "conflict", "git-compare") for _ in range(2))
    for one in (row, other):
        qtbot.addWidget(one)
    row.set_row_state("warn")
    for one in (row, other):
        one.show()
    plain, warn = _inks(other), _inks(row)
    assert warn == {theme.color("warn").name()}
    row.set_row_state("")
    assert _inks(row) == plain != warn
