"""What is asked before an article is pasted, a table is read, a folder is watched."""

from pathlib import Path

from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from briefing.ui.collecting.mapping_dialog import MappingDialog
from briefing.ui.collecting.paste_dialog import PasteDialog
from briefing.ui.collecting.watched_dialog import WatchedDialog
from briefing.ui.theme import Theme

FIELDS = {"title": "Title", "body": "Text", "published": "Date", "url": "Address"}


def button(over: QWidget, text: str) -> QPushButton:
    (found,) = [one for one in over.findChildren(QPushButton) if one.text() == text]
    return found


def test_copied_words_are_kept_with_their_form_and_address(
    qtbot: QtBot, theme: Theme, over: QWidget
) -> None:
    dialog = PasteDialog(theme, "A title\n\nSome words.", "<h1>A title</h1>", over)
    address = dialog.findChild(QLineEdit)
    assert isinstance(address, QLineEdit)
    address.setText(" https://example.org/a ")
    with qtbot.waitSignal(dialog.kept) as kept:
        button(dialog, "Add the article").click()
    assert kept.args == ["A title\n\nSome words.", "https://example.org/a", "<h1>A title</h1>"]


def test_edited_words_count_and_their_old_form_does_not(
    qtbot: QtBot, theme: Theme, over: QWidget
) -> None:
    dialog = PasteDialog(theme, "A title", "<h1>A title</h1>", over)
    text = dialog.findChild(QPlainTextEdit)
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("Another title")
    with qtbot.waitSignal(dialog.kept) as kept:
        button(dialog, "Add the article").click()
    assert kept.args == ["Another title", "", ""]


def test_nothing_can_be_added_while_there_is_nothing(theme: Theme, over: QWidget) -> None:
    dialog = PasteDialog(theme, "", "", over)
    assert not button(dialog, "Add the article").isEnabled()


def _mapping(theme: Theme, over: QWidget, mapping: dict[str, str]) -> MappingDialog:
    columns = ("Headline", "Full text", "When")
    rows = (("Vow to fight crime", "They agreed.", "2025-09-03"),)
    return MappingDialog(theme, "news.csv", columns, rows, mapping, FIELDS, over)


def test_guessed_columns_are_shown_and_kept(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    guessed = {"Headline": "title", "Full text": "body"}
    dialog = _mapping(theme, over, guessed)
    (when,) = [b for b in dialog.findChildren(QComboBox) if b.accessibleName() == "Field for When"]
    when.setCurrentIndex(when.findData("published"))
    with qtbot.waitSignal(dialog.kept) as kept:
        button(dialog, "Import the table").click()
    assert kept.args == [guessed | {"When": "published"}]


def test_a_table_without_title_and_text_cannot_be_imported(theme: Theme, over: QWidget) -> None:
    dialog = _mapping(theme, over, {"When": "published"})
    assert not button(dialog, "Import the table").isEnabled()


def test_a_watched_folder_is_let_go(qtbot: QtBot, theme: Theme, over: QWidget) -> None:
    dialog = WatchedDialog(theme, over)
    folders = [(Path("/saved/pages"), True), (Path("/gone"), False)]
    dialog.show_folders(folders)
    listed = dialog.findChild(QListWidget)
    assert isinstance(listed, QListWidget)
    gone = listed.item(1)
    assert "not there" in gone.text()
    listed.setCurrentItem(gone)
    with qtbot.waitSignal(dialog.removal_requested) as removed:
        button(dialog, "Watch no longer").click()
    assert removed.args == [Path("/gone")]


def test_without_folders_there_is_nothing_to_look_at(theme: Theme, over: QWidget) -> None:
    dialog = WatchedDialog(theme, over)
    dialog.show_folders([])
    assert not button(dialog, "Look now").isEnabled()
