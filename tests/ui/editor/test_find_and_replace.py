import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from briefing.ui.editor.find_and_replace import FindAndReplace
from briefing.ui.editor.find_bar import FindBar
from briefing.ui.editor.memo_editor import MemoEditor


@pytest.fixture
def finding(editor: MemoEditor, qtbot: QtBot) -> FindAndReplace:
    bar = FindBar(editor.theme)
    qtbot.addWidget(bar)
    return FindAndReplace(editor, bar)


def words(finding: FindAndReplace) -> QLineEdit:
    return next(f for f in finding.bar.findChildren(QLineEdit) if f.accessibleName() == "Find")


def press(finding: FindAndReplace, text: str) -> None:
    next(b for b in finding.bar.findChildren(QPushButton) if b.text() == text).click()


def said(finding: FindAndReplace) -> list[str]:
    return [label.text() for label in finding.bar.findChildren(QLabel) if label.text()]


def look_for(finding: FindAndReplace, text: str) -> None:
    words(finding).setText(text)
    QTest.keyClick(words(finding), Qt.Key.Key_Return)


def test_places_are_counted_and_stepped_through(
    editor: MemoEditor, finding: FindAndReplace
) -> None:
    editor.set_text("😀 one two One")
    finding.open()
    look_for(finding, "one")
    assert editor.selected_span() == (10, 13) or editor.selected_span() == (2, 5)
    first = editor.selected_span()
    finding.step(1)
    second = editor.selected_span()
    finding.step(1)
    assert {first, second} == {(2, 5), (10, 13)}
    assert editor.selected_span() == first
    assert any("of 2" in text for text in said(finding))


def test_selected_words_are_looked_for(editor: MemoEditor, finding: FindAndReplace) -> None:
    editor.set_text("one two one")
    editor.select_span(4, 7)
    finding.open()
    assert words(finding).text() == "two"


def test_found_words_in_a_fold_open_it(editor: MemoEditor, finding: FindAndReplace) -> None:
    editor.set_text('a\n\n::: {.facts query="tag:x"}\n:::\n\nb')
    finding.open()
    look_for(finding, "tag:x")
    assert editor.textCursor().selectedText() == "tag:x"
    laid = editor.page.laid(2)
    assert laid is not None
    assert not laid.is_folded


def test_replace_all_is_one_step(editor: MemoEditor, finding: FindAndReplace) -> None:
    editor.set_text("cat dog cat\n\ncat")
    finding.open(replaces=True)
    look_for(finding, "cat")
    finding.replace_all("bird")
    assert editor.text() == "bird dog bird\n\nbird"
    assert "3 replaced" in said(finding)
    editor.undo()
    assert editor.text() == "cat dog cat\n\ncat"


def test_replace_takes_one_and_goes_on(editor: MemoEditor, finding: FindAndReplace) -> None:
    editor.set_text("cat dog cat")
    finding.open(replaces=True)
    look_for(finding, "cat")
    editor.set_position(0)
    finding.step(1)
    finding.replace("bird")
    assert editor.text() == "bird dog cat"
    assert editor.textCursor().selectedText() == "cat"


def test_wrong_expression_is_said_in_words(editor: MemoEditor, finding: FindAndReplace) -> None:
    editor.set_text("cat")
    finding.open()
    next(b for b in finding.bar.findChildren(QCheckBox) if b.text() == "Expression").click()
    look_for(finding, "(")
    assert any("not right" in text for text in said(finding))
    assert not editor.extraSelections()


def test_closing_takes_the_marks_away(editor: MemoEditor, finding: FindAndReplace) -> None:
    editor.set_text("cat")
    finding.open()
    look_for(finding, "cat")
    assert len(editor.extraSelections()) == 1
    QTest.keyClick(finding.bar, Qt.Key.Key_Escape)
    assert not editor.extraSelections()
    assert finding.bar.isHidden()
