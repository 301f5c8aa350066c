import pytest
from pytestqt.qtbot import QtBot

from briefing.model.fact import FactKind
from briefing.model.suggestion import Suggestion
from briefing.ui.library.suggest_strip import SuggestStrip
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton

ONE = Suggestion(0, 9, "It cost $3.", FactKind.FIGURE, ("a figure: $3", "a date: today"), 3.0)


@pytest.fixture
def strip(qtbot: QtBot, theme: Theme) -> SuggestStrip:
    strip = SuggestStrip(theme)
    qtbot.addWidget(strip)
    return strip


def test_nothing_is_shown_where_nothing_is_suggested(strip: SuggestStrip) -> None:
    strip.show_count(0)
    assert strip.isHidden()
    strip.show_count(1)
    assert not strip.isHidden()
    assert strip.words()[0] == "1 suggested fact"


def test_the_one_at_hand_says_what_it_is_and_why(strip: SuggestStrip) -> None:
    strip.show_suggestion(ONE, 2, 7)
    assert strip.words() == ("Suggested figure 2 of 7", "a figure: $3 · a date: today")


def test_it_comes_back_from_behind_the_form_only_where_it_was(strip: SuggestStrip) -> None:
    strip.show_count(3)
    strip.set_aside(is_aside=True)
    assert strip.isHidden()
    strip.set_aside(is_aside=False)
    assert not strip.isHidden()
    strip.show_count(0)
    strip.set_aside(is_aside=False)
    assert strip.isHidden()


def test_buttons_ask_for_the_actions_of_their_keys(strip: SuggestStrip, qtbot: QtBot) -> None:
    strip.show_suggestion(ONE, 1, 1)
    (keep,) = [one for one in strip.findChildren(TextButton) if one.text() == "Keep"]
    with qtbot.waitSignal(strip.action_requested) as asked:
        keep.click()
    assert asked.args == ["library.keep_suggestion"]
