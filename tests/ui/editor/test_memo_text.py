"""Several texts in one editor: each keeps its undo and its looks."""

from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.theme import Theme


def test_each_text_keeps_its_own_undo(qtbot: QtBot, theme: Theme) -> None:
    editor = MemoEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    editor.show()
    first, second = editor.shown, editor.make_text()
    editor.set_text("One.\n\nTwo 🛰 words.")
    QTest.keyClicks(editor, "A")
    editor.show_text(second)
    editor.set_text("Another")
    QTest.keyClicks(editor, "B")
    assert editor.text() == "BAnother"
    editor.show_text(first)
    assert editor.text() == "AOne.\n\nTwo 🛰 words."
    editor.undo()
    assert editor.text() == "One.\n\nTwo 🛰 words."
    editor.show_text(second)
    editor.undo()
    assert editor.text() == "Another"


def test_only_the_text_that_is_shown_is_heard(qtbot: QtBot, theme: Theme) -> None:
    editor = MemoEditor(theme)
    qtbot.addWidget(editor)
    first, second = editor.shown, editor.make_text()
    with qtbot.assertNotEmitted(editor.edited):
        editor.show_text(second)
    with qtbot.waitSignal(editor.edited):
        QTest.keyClicks(editor, "x")
    editor.show_text(first)
    assert editor.position() == 0
    with qtbot.assertNotEmitted(editor.edited):
        editor.show_text(first)


def test_text_in_the_back_takes_the_looks_when_it_comes_back(qtbot: QtBot, theme: Theme) -> None:
    editor = MemoEditor(theme)
    qtbot.addWidget(editor)
    editor.resize(600, 400)
    first = editor.shown
    editor.set_text("One.")
    editor.show_text(editor.make_text())
    before = first.document.defaultFont().pixelSize(), first.document.defaultFont().pointSizeF()
    theme.set_text_size(150)
    editor.show_text(first)
    font = first.document.defaultFont()
    assert (font.pixelSize(), font.pointSizeF()) != before
