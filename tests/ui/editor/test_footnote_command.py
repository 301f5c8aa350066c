"""Footnotes begun, and gone to and fro."""

from pytestqt.qtbot import QtBot

from briefing.ui.editor.footnote_command import footnote
from briefing.ui.editor.memo_editor import MemoEditor


def test_footnote_is_begun_at_the_end_in_one_step(editor: MemoEditor, qtbot: QtBot) -> None:
    editor.set_text("It was agreed.\n\nMore.\n", 13)
    footnote(editor)
    qtbot.keyClicks(editor, "See the record.")
    assert editor.text() == "It was agreed[^1].\n\nMore.\n\n[^1]: See the record.\n"


def test_footnote_goes_under_the_others_with_a_free_number(editor: MemoEditor) -> None:
    editor.set_text("One[^1] two.\n\n[^1]: First\n    goes on.\n\nEnd.", 11)
    footnote(editor)
    assert editor.text() == "One[^1] two[^2].\n\n[^1]: First\n    goes on.\n\n[^2]: \n\nEnd."
    editor.undo()
    assert editor.text() == "One[^1] two.\n\n[^1]: First\n    goes on.\n\nEnd."


def test_footnote_of_the_last_word(editor: MemoEditor) -> None:
    editor.set_text("Agreed.", 7)
    footnote(editor)
    assert editor.text() == "Agreed.[^1]\n\n[^1]: "
    assert editor.position() == len(editor.text())


def test_cursor_goes_from_mark_to_note_and_back(editor: MemoEditor) -> None:
    text = "One[^a] two.\n\n[^a]: The note."
    editor.set_text(text, 5)
    footnote(editor)
    assert editor.position() == len(text)
    footnote(editor)
    assert editor.position() == 7
    assert editor.text() == text
