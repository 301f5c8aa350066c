"""A fact is chosen by its words; before any are typed, no stray key takes one."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from briefing.model.fact import Fact
from briefing.model.ids import Uid
from briefing.ui.widgets.fact_chooser import FactChooser

FACTS = (Fact(Uid("f1"), "7k2", "It rained."), Fact(Uid("f2"), "9ab", "It snowed."))


@pytest.fixture
def chooser(qtbot: QtBot) -> FactChooser:
    made = FactChooser("Search")
    qtbot.addWidget(made)
    made.show()
    made.show_facts(FACTS)
    return made


def line_of(chooser: FactChooser) -> QLineEdit:
    line = chooser.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    return line


def test_return_takes_nothing_before_a_fact_was_asked_for(
    qtbot: QtBot, chooser: FactChooser
) -> None:
    assert chooser.current() is None
    with qtbot.assertNotEmitted(chooser.fact_taken):
        qtbot.keyClick(line_of(chooser), Qt.Key.Key_Return)
    qtbot.keyClick(line_of(chooser), Qt.Key.Key_Down)
    assert chooser.current() == FACTS[0].uid


def test_words_put_the_first_fact_under_the_cursor(qtbot: QtBot, chooser: FactChooser) -> None:
    with qtbot.waitSignal(chooser.search_requested) as asked:
        qtbot.keyClicks(line_of(chooser), "snow")
    assert asked.args == ["snow*"]
    chooser.show_facts(FACTS[1:])
    with qtbot.waitSignal(chooser.fact_taken) as taken:
        qtbot.keyClick(line_of(chooser), Qt.Key.Key_Return)
    assert taken.args == [FACTS[1].uid]
