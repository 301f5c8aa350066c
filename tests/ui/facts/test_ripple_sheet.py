"""Sentences are updated as they are proposed or rewritten, or kept with a reason."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.ids import Uid
from briefing.model.ripple import TouchedSentence
from briefing.ui.facts.ripple_sheet import RippleSheet
from briefing.ui.theme import Theme


def make_sentence(number: int, kept: str = "") -> TouchedSentence:
    text = f"It was {number} [@fact:a]."
    return TouchedSentence(
        Uid(f"m{number}"), f"memo-{number}", f"Memo {number}", 5, 20, text, "fact:a", Uid("f"), kept
    )


SENTENCES = (make_sentence(1), make_sentence(2), make_sentence(3, kept="A quotation"))
PROPOSALS = ("It was 9 [@fact:b].", SENTENCES[1].text, "It was 9 [@fact:b].")


@pytest.fixture
def sheet(qtbot: QtBot, theme: Theme) -> Iterator[RippleSheet]:
    over = QWidget()
    qtbot.addWidget(over)
    sheet = RippleSheet(theme, over)
    sheet.show_sentences(SENTENCES, PROPOSALS)
    yield sheet
    over.close()


def button(sheet: RippleSheet, beginning: str) -> QPushButton:
    return next(one for one in sheet.findChildren(QPushButton) if one.text().startswith(beginning))


def test_what_would_change_is_updated_and_what_is_kept_stays(
    qtbot: QtBot, sheet: RippleSheet
) -> None:
    assert sheet.ticked() == [0, 1]
    assert button(sheet, "Update").text() == "Update 1"
    with qtbot.waitSignal(sheet.update_requested) as asked:
        button(sheet, "Update").click()
    assert asked.args == [[SENTENCES[0]], [PROPOSALS[0]]]


def test_a_sentence_can_be_rewritten_by_hand(qtbot: QtBot, sheet: RippleSheet) -> None:
    sentences, text = sheet.findChild(QListWidget), sheet.findChild(QPlainTextEdit)
    assert isinstance(sentences, QListWidget)
    assert isinstance(text, QPlainTextEdit)
    sentences.setCurrentRow(2)
    text.setPlainText("It was nine.")
    assert sheet.ticked() == [0, 1, 2]
    with qtbot.waitSignal(sheet.update_requested) as asked:
        button(sheet, "Update").click()
    assert asked.args == [[SENTENCES[0], SENTENCES[2]], [PROPOSALS[0], "It was nine."]]


def test_sentences_are_kept_with_a_reason_only(qtbot: QtBot, sheet: RippleSheet) -> None:
    assert not button(sheet, "Keep").isEnabled()
    reason = sheet.findChild(QLineEdit)
    assert isinstance(reason, QLineEdit)
    reason.setText("The memo was sent")
    with qtbot.waitSignal(sheet.keep_requested) as asked:
        button(sheet, "Keep").click()
    assert asked.args == [[SENTENCES[0], SENTENCES[1]], "The memo was sent"]


def test_enter_updates_and_control_enter_opens_the_memo(qtbot: QtBot, sheet: RippleSheet) -> None:
    sentences, reason = sheet.findChild(QListWidget), sheet.findChild(QLineEdit)
    assert isinstance(sentences, QListWidget)
    assert isinstance(reason, QLineEdit)
    sheet.show()
    sheet.activateWindow()
    sentences.setFocus()
    qtbot.waitUntil(sentences.hasFocus)
    with qtbot.assertNotEmitted(sheet.memo_requested), qtbot.waitSignal(sheet.update_requested):
        qtbot.keyClick(sentences, Qt.Key.Key_Return)
    reason.setText("It quotes the minister")
    reason.setFocus()
    with qtbot.assertNotEmitted(sheet.update_requested), qtbot.waitSignal(sheet.keep_requested):
        qtbot.keyClick(reason, Qt.Key.Key_Return)
    sentences.setFocus()
    with qtbot.waitSignal(sheet.memo_requested) as opened:
        qtbot.keyClick(sentences, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert opened.args == [SENTENCES[0].memo_uid, SENTENCES[0].start]
