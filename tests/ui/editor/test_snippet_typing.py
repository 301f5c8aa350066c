"""Snippets typed in the editor."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.snippet_typing import SnippetTyping

WORDS = {"date": "3 September 2026", "day": "2026-09-03", "sig": "Regards,\n\nR."}


@pytest.fixture
def snippets(editor: MemoEditor) -> SnippetTyping:
    made = SnippetTyping(editor)
    made.words = WORDS.copy
    return made


@pytest.mark.parametrize(
    ("typed", "key", "expected"),
    [
        ("On ;date", Qt.Key.Key_Space, "On 3 September 2026 "),
        ("On ;date", Qt.Key.Key_Tab, "On 3 September 2026"),
        (";sig", Qt.Key.Key_Tab, "Regards,\n\nR."),
        ("a;date", Qt.Key.Key_Space, "a;date "),
        ("x; date", Qt.Key.Key_Space, "x; date "),
        (";dat", Qt.Key.Key_Space, ";dat "),
        ("`;date", Qt.Key.Key_Space, "`;date "),
        (";DATE", Qt.Key.Key_Space, "3 September 2026 "),
    ],
)
def test_name_becomes_its_words(
    editor: MemoEditor,
    snippets: SnippetTyping,
    qtbot: QtBot,
    typed: str,
    key: Qt.Key,
    expected: str,
) -> None:
    del snippets
    editor.set_text("")
    qtbot.keyClicks(editor, typed)
    QTest.keyClick(editor, key)
    assert editor.text() == expected


def test_snippet_is_one_step_of_undo(
    editor: MemoEditor, snippets: SnippetTyping, qtbot: QtBot
) -> None:
    del snippets
    editor.set_text("")
    qtbot.keyClicks(editor, ";date")
    QTest.keyClick(editor, Qt.Key.Key_Space)
    editor.undo()
    assert editor.text() == ";date"


def test_list_offers_what_is_begun(
    editor: MemoEditor, snippets: SnippetTyping, qtbot: QtBot
) -> None:
    editor.set_text("")
    qtbot.keyClicks(editor, ";")
    assert snippets.popup.isHidden()
    qtbot.keyClicks(editor, "da")
    assert snippets.popup.count == 2
    QTest.keyClick(editor, Qt.Key.Key_Down)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "2026-09-03"
    assert snippets.popup.isHidden()


def test_escape_sends_the_list_away(
    editor: MemoEditor, snippets: SnippetTyping, qtbot: QtBot
) -> None:
    editor.set_text("")
    qtbot.keyClicks(editor, ";da")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert snippets.popup.isHidden()
    assert editor.text() == ";da"
