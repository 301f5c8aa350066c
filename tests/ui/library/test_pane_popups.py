"""Tags and ratings are asked for in small forms over the list."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.ids import Uid
from briefing.ui.library.rating_popup import RatingPopup
from briefing.ui.library.tag_popup import TagPopup
from briefing.ui.theme import Theme
from briefing.ui.widgets.chip_button import ChipButton

# The offscreen screen has no keyboard or mouse for a popup to grab.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing")

UIDS = (Uid("a"), Uid("b"))


@pytest.fixture
def over(qtbot: QtBot) -> Iterator[QWidget]:
    pane = QWidget()
    qtbot.addWidget(pane)
    pane.resize(600, 400)
    pane.show()
    yield pane
    pane.hide()


def test_return_adds_the_tags_that_were_typed(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    popup = TagPopup(theme, over)
    popup.ask(UIDS, ["region/mexico"])
    edit = popup.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    edit.setText("topic/cartels, , people/rubio")
    with qtbot.waitSignal(popup.changed) as changed:
        qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert changed.args == [UIDS, ["topic/cartels", "people/rubio"], []]
    assert not popup.isVisible()


def test_only_the_tag_behind_the_last_comma_is_completed(
    qtbot: QtBot, theme: Theme, over: QWidget
) -> None:
    popup = TagPopup(theme, over)
    popup.ask(UIDS, [])
    edit = popup.findChild(QLineEdit)
    assert isinstance(edit, QLineEdit)
    with qtbot.waitSignal(popup.completion_requested) as asked:
        qtbot.keyClicks(edit, "people/rubio, MEX")
    assert asked.args == ["p"]
    edit.setText("people/rubio, ME")
    with qtbot.waitSignal(popup.completion_requested) as asked:
        qtbot.keyClicks(edit, "X")
    assert asked.args == ["MEX"]
    popup.offer(["region/mexico", "topic/new-mexico"])
    offers = edit.completer().popup()
    assert offers is not None
    assert offers.isVisible()
    qtbot.keyClick(offers, Qt.Key.Key_Down)
    assert edit.text() == "people/rubio, region/mexico"
    with qtbot.waitSignal(popup.changed) as changed:
        qtbot.keyClick(offers, Qt.Key.Key_Return)
    assert changed.args == [UIDS, ["people/rubio", "region/mexico"], []]


def test_pressed_chip_takes_its_tag_off(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    popup = TagPopup(theme, over)
    popup.ask(UIDS, ["region/mexico"])
    chip = popup.findChild(ChipButton)
    assert isinstance(chip, ChipButton)
    with qtbot.waitSignal(popup.changed) as changed:
        chip.click()
    assert changed.args == [UIDS, [], ["region/mexico"]]


def test_halves_of_a_rating_are_asked_apart(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    popup = RatingPopup(theme, over)
    popup.ask(UIDS, "B3")
    reliability, credibility = popup.findChildren(QComboBox)
    assert (reliability.currentData(), credibility.currentData()) == ("B", 3)
    credibility.setCurrentIndex(0)
    rate = popup.findChild(QPushButton)
    assert isinstance(rate, QPushButton)
    with qtbot.waitSignal(popup.chosen) as chosen:
        rate.click()
    assert chosen.args == [UIDS, "B", None]
