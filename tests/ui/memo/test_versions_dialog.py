"""The history of the open memo: compared, taken back in part, named, sent, told of."""

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QListWidget

from briefing.ui.memo.version_changes import VersionChanges
from briefing.ui.memo.version_words_dialog import VersionWordsDialog
from briefing.ui.memo.versions_dialog import VersionsDialog
from briefing.ui.widgets.buttons import TextButton
from tests.ui.memo.conftest import Room

FIRST = "## Bottom line\n\nMexico sent 26 men.\n\nA second paragraph stands here.\n"
SECOND = "## Bottom line\n\nMexico sent 59 men.\n\nSomething else was written in its place.\n"


@pytest.fixture
def history(room: Room) -> VersionsDialog:
    """The history of a memo with two versions, which says something else now."""
    uid = room.memo.uid
    for text in (FIRST, SECOND):
        room.desk.drafting.save(uid, (("to", "The Minister"),), text)
        room.desk.drafting.make_version(uid, "kept by hand")
    room.desk.drafting.save(uid, (("to", "The Secretary"),), SECOND + "\nA third one.\n")
    room.open_memo()
    room.context.actions.trigger("memo.history")
    room.quick()
    room.quick()
    return dialog_of(room)


def dialog_of(room: Room) -> VersionsDialog:
    found = room.workspace.widget.window().findChild(VersionsDialog)
    assert isinstance(found, VersionsDialog)
    return found


def text_of(dialog: VersionsDialog) -> str:
    found = dialog.findChild(VersionChanges)
    assert isinstance(found, VersionChanges)
    return found.toPlainText()


def choose(room: Room, dialog: VersionsDialog, row: int) -> None:
    versions = dialog.findChild(QListWidget)
    assert isinstance(versions, QListWidget)
    versions.setCurrentRow(row)
    room.quick()


def press(room: Room, dialog: VersionsDialog, words: str) -> None:
    button = next(one for one in dialog.findChildren(TextButton) if one.text() == words)
    button.click()
    room.quick()


def answer(room: Room, words: str) -> None:
    asked = room.workspace.widget.window().findChildren(VersionWordsDialog)[-1]
    asked.line.setText(words)
    asked.words_given.emit(asked.line.text())
    asked.close()
    room.quick()
    room.quick()


def test_newest_version_is_compared_with_now(room: Room, history: VersionsDialog) -> None:
    del room
    assert history.selected
    assert history.selected.number == 2
    text = text_of(history)
    assert "To\nThe Minister  The Secretary" in text
    assert "Bottom line · added\nA third one.\nTake this paragraph out" in text
    assert "59" not in text


def test_any_two_are_compared_word_by_word(room: Room, history: VersionsDialog) -> None:
    choose(room, history, 1)
    other = history.findChild(QComboBox)
    assert isinstance(other, QComboBox)
    other.setCurrentIndex(other.findData(2))
    room.quick()
    assert "Mexico sent 2659 men." in text_of(history)
    assert "Bring" not in text_of(history)


def test_gone_and_new_words_differ_by_more_than_colour(room: Room, history: VersionsDialog) -> None:
    choose(room, history, 1)
    shown = history.findChild(VersionChanges)
    assert isinstance(shown, VersionChanges)
    for words, is_struck, is_underlined in (("26", True, False), ("59", False, True)):
        cursor = shown.document().find(words)
        assert cursor.charFormat().fontStrikeOut() == is_struck
        assert cursor.charFormat().fontUnderline() == is_underlined


def test_one_paragraph_is_taken_back(room: Room, history: VersionsDialog) -> None:
    choose(room, history, 1)
    shown = history.findChild(VersionChanges)
    assert isinstance(shown, VersionChanges)
    shown.anchorClicked.emit(QUrl("change:0"))
    room.quick()
    room.quick()
    assert "Mexico sent 26 men." in room.memo.body
    assert "A third one." in room.memo.body
    assert room.editor.text() == room.memo.body
    assert "2659" not in text_of(history)


def test_version_is_brought_back_whole(room: Room, history: VersionsDialog) -> None:
    choose(room, history, 1)
    press(room, history, "Bring this version back")
    room.settle()
    assert room.memo.body == FIRST
    assert room.editor.text() == FIRST
    assert room.said[-1].text == "Version 1 is back"


def test_version_is_named_and_marked_as_sent(room: Room, history: VersionsDialog) -> None:
    press(room, history, "Name…")
    answer(room, "As cleared")
    press(room, history, "Mark as sent…")
    answer(room, "The Minister")
    version = room.desk.drafting.versions(room.memo.uid)[0]
    assert (version.name, version.sent_to) == ("As cleared", "The Minister")
    versions = history.findChild(QListWidget)
    assert isinstance(versions, QListWidget)
    shown = versions.item(0).text()
    assert "As cleared · kept by hand\nSent to The Minister" in shown


def test_changes_since_it_was_sent_are_put_in_at_the_cursor(
    room: Room, history: VersionsDialog
) -> None:
    history.close()
    uid = room.memo.uid
    room.desk.memo_versions.mark_sent(uid, 1, "The Minister")
    room.editor.set_position(len(room.editor.text()))
    room.context.actions.trigger("memo.since_sent")
    room.quick()
    assert "\n\nChanges since version 1 (sent to The Minister on " in room.editor.text()
    assert "- Bottom line: “Mexico sent 26 men.” now reads “Mexico sent 59 men.”" in (
        room.editor.text()
    )


def test_memo_is_sent_as_it_stands(room: Room) -> None:
    room.open_memo()
    room.editor.set_position(0)
    QTest.keyClicks(room.editor, "X")
    room.context.actions.trigger("memo.mark_sent")
    answer(room, "The Minister")
    version = room.desk.drafting.versions(room.memo.uid)[0]
    assert version.body.startswith("X")
    assert (version.reason, version.sent_to) == ("kept as it was sent", "The Minister")


def test_draft_says_that_nothing_was_sent(room: Room) -> None:
    room.open_memo()
    before = room.editor.text()
    room.context.actions.trigger("memo.since_sent")
    room.quick()
    assert room.editor.text() == before
    assert room.said[-1].text == (
        "No version of this memo was sent or exported yet: export it, or mark one as sent."
    )


def test_history_without_versions_says_how_to_keep_one(room: Room) -> None:
    room.open_memo()
    room.context.actions.trigger("memo.history")
    room.quick()
    dialog = dialog_of(room)
    assert dialog.selected is None
    press(room, dialog, "Keep a version now")
    room.quick()
    assert dialog.selected
    assert dialog.selected.number == 1
    assert text_of(dialog) == "The text is the same."
