import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.services.citing import Completion
from briefing.ui.editor.completing import Completing
from briefing.ui.editor.memo_editor import MemoEditor

OFFERS = (
    Completion("nyt2025vow", "U.S. and Mexico Vow to Fight Crime", "nytimes", "article"),
    Completion("fact:7k2", "Mexico arrested 59 high-value targets", "nyt2025vow", "fact"),
)


@pytest.fixture
def completing(editor: MemoEditor) -> Completing:
    made = Completing(editor)

    def offer(typed: str) -> None:
        found = [one for one in OFFERS if typed in one.insert]
        made.show_offers(typed, found)

    made.offers_wanted.connect(offer)
    return made


def test_sign_brings_the_list_and_enter_takes_the_first(
    editor: MemoEditor, completing: Completing
) -> None:
    editor.set_text("")
    QTest.keyClicks(editor, "They agreed. @")
    assert completing.popup.count == 2
    QTest.keyClicks(editor, "nyt")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "They agreed. [@nyt2025vow]"
    assert completing.popup.isHidden()
    QTest.keyClicks(editor, ". More")
    assert editor.text() == "They agreed. [@nyt2025vow]. More"


def test_arrows_choose_and_one_undo_takes_the_key_back(
    editor: MemoEditor, completing: Completing
) -> None:
    editor.set_text("")
    QTest.keyClicks(editor, "@")
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert editor.text() == "[@fact:7k2]"
    assert completing.popup.isHidden()
    editor.undo()
    assert editor.text() == "@"


def test_escape_sends_the_list_away_until_another_sign(
    editor: MemoEditor, completing: Completing
) -> None:
    editor.set_text("")
    QTest.keyClicks(editor, "@")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert completing.popup.isHidden()
    QTest.keyClicks(editor, "n")
    assert completing.popup.isHidden()
    QTest.keyClicks(editor, " @")
    assert completing.popup.isVisible()


def test_late_answer_for_other_letters_is_passed_over(
    editor: MemoEditor, completing: Completing
) -> None:
    editor.set_text("")
    completing.offers_wanted.disconnect()
    QTest.keyClicks(editor, "@ny")
    completing.show_offers("n", OFFERS)
    assert completing.popup.isHidden()


def test_name_that_means_nothing_brings_no_list(editor: MemoEditor, completing: Completing) -> None:
    editor.set_text("see @zzz", 8)
    QTest.keyClicks(editor, "z")
    assert completing.popup.isHidden()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "see @zzzz\n\n"


def test_cursor_that_goes_away_closes_the_list(editor: MemoEditor, completing: Completing) -> None:
    editor.set_text("One.", 4)
    QTest.keyClicks(editor, " @")
    assert completing.popup.isVisible()
    QTest.keyClick(editor, Qt.Key.Key_Home)
    assert completing.popup.isHidden()


def test_command_begins_a_citation(
    editor: MemoEditor, completing: Completing, qtbot: QtBot
) -> None:
    editor.set_text("One.", 4)
    with qtbot.waitSignal(completing.offers_wanted):
        completing.begin()
    assert editor.text() == "One. @"
    assert completing.popup.isVisible()
