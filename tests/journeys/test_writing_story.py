"""An analyst writes: spelling, a list, a table, pasted words, a picture, a snippet, a footnote."""

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.picture_dialog import PictureDialog
from briefing.ui.memo.snippets_dialog import SnippetsDialog
from tests.journeys.story import Start, Story

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


def saved_body(story: Story) -> str:
    drafting = story.desk.drafting
    return drafting.memo(drafting.memos()[0].uid).body


def press(editor: MemoEditor, key: Qt.Key) -> None:
    QTest.keyClick(editor, key)


def row(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if words in action.text())


def correct(story: Story, spelling: str) -> None:
    story.do("memo.next_misspelling")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    row(menu, spelling).trigger()
    menu.close()
    story.come_back()


def paste_rich(story: Story, html: str, plain: str) -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(plain)
    QApplication.clipboard().setMimeData(data)
    story.press("Ctrl+V")


def insert_picture(story: Story, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    assert image.save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    story.do("memo.picture")
    dialog = story.find(PictureDialog)
    dialog.line.setText("The five crossings")
    dialog.insert.click()
    story.settle()
    story.come_back()


def keep_snippet(story: Story) -> None:
    story.do("memo.snippets")
    dialog = story.find(SnippetsDialog)
    dialog.name.setText("grp")
    dialog.words.setPlainText("the implementation group")
    dialog.save.click()
    story.settle()
    dialog.close()
    story.come_back()


def test_write_with_every_help_and_export(
    start: Start, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with start(library) as story:
        editor = story.open_memo()
        editor.replace_text("")
        story.write("The ministry recieved it.")
        correct(story, "received")
        editor.set_position(len(editor.text()))
        press(editor, Qt.Key.Key_Return)
        story.write("1. first")
        press(editor, Qt.Key.Key_Return)
        story.write("second")
        press(editor, Qt.Key.Key_Return)
        press(editor, Qt.Key.Key_Return)
        story.write("| Option | Cost |")
        press(editor, Qt.Key.Key_Return)
        story.write("Wait")
        press(editor, Qt.Key.Key_Tab)
        story.write("nothing")
        press(editor, Qt.Key.Key_Return)
        press(editor, Qt.Key.Key_Return)
        keep_snippet(story)
        editor.setFocus()
        story.write("We ask ;grp to ")
        paste_rich(story, "<b>meet</b> in May", "meet in May")
        story.write(".")
        story.do("memo.footnote")
        story.write("As agreed.")
        editor.set_position(editor.text().index(".[^1]") + 1)
        insert_picture(story, tmp_path / "crossings.png", monkeypatch)
        story.bot.wait(1_400)
        story.settle()
        body = saved_body(story)
        target = tmp_path / "out.docx"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
        story.do("memo.export_word")
    assert "The ministry received it.\n\n1. first\n2. second\n\n" in body
    assert "| Option | Cost    |\n| ------ | ------- |\n| Wait   | nothing |\n\n" in body
    assert "We ask the implementation group to **meet** in May." in body
    assert "![The five crossings](picture:crossings)" in body
    assert "[^1]: As agreed." in body
    with zipfile.ZipFile(target) as package:
        assert "word/media/crossings.png" in package.namelist()
