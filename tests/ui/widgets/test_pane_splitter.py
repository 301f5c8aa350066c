"""Panes hide, come back, and are remembered."""

import json

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing.ui.theme import Theme
from briefing.ui.widgets.pane_splitter import PaneSplitter


def make_panes(qtbot: QtBot) -> PaneSplitter:
    panes = PaneSplitter()
    panes.add_pane("left", QWidget(), 200)
    panes.add_pane("middle", QWidget(), 300)
    panes.add_pane("right", QWidget(), 500, stretch=1)
    panes.resize(1000, 400)
    qtbot.addWidget(panes)
    panes.show()
    return panes


@pytest.fixture
def panes(theme: Theme, qtbot: QtBot) -> PaneSplitter:
    del theme
    return make_panes(qtbot)


def test_a_pane_hides_and_comes_back(panes: PaneSplitter) -> None:
    assert panes.toggle_pane("left") is False
    assert not panes.is_pane_shown("left")
    assert panes.toggle_pane("left") is True
    assert panes.is_pane_shown("left")


def test_state_goes_through_json_and_comes_back(panes: PaneSplitter, qtbot: QtBot) -> None:
    panes.setSizes([250, 250, 498])
    panes.show_pane("middle", shown=False)
    kept = json.loads(json.dumps(panes.state()))
    again = make_panes(qtbot)
    again.restore(kept)
    assert not again.is_pane_shown("middle")
    assert abs(again.sizes()[0] - panes.sizes()[0]) <= 2


@pytest.mark.parametrize("state", [{}, {"sizes": [1]}, {"sizes": "x", "hidden": 3}, {"sizes": []}])
def test_what_does_not_fit_is_passed_over(panes: PaneSplitter, state: dict[str, object]) -> None:
    panes.restore(state)
    assert all(panes.is_pane_shown(name) for name in ("left", "middle", "right"))
    assert sum(panes.sizes()) > 0
