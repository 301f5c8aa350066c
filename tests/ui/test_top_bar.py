"""The top bar stays where it is while the memo under one title is saved and saved again."""

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing.ui.actions import ActionSet
from briefing.ui.theme import Theme
from briefing.ui.top_bar import TopBar
from briefing.ui.widgets.search_button import SearchButton
from briefing.ui.workspace import Heading

TITLE = "US–Mexico security cooperation after the 3 September meeting"


@pytest.mark.parametrize("width", [1024, 1440])
def test_saving_moves_nothing(theme: Theme, qtbot: QtBot, width: int) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    bar = TopBar(theme, ActionSet(theme), menu)
    qtbot.addWidget(bar)
    bar.resize(width, bar.height())
    bar.show()
    search = bar.findChild(SearchButton)
    assert isinstance(search, SearchButton)
    bar.set_heading(Heading(TITLE, "Decision memo", "saving…"))
    qtbot.wait(20)
    place = search.geometry()
    for detail in ("saved", "saving…", "saved"):
        bar.set_heading(Heading(TITLE, "Decision memo", detail))
        qtbot.wait(20)
        assert search.geometry() == place
