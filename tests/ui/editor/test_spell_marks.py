"""Misspelt words in the editor: found, drawn, told; the word being typed is left in peace."""

from pytestqt.qtbot import QtBot

from briefing.ui.editor.memo_editor import MemoEditor


def test_words_that_are_drawn_are_asked_for(editor: MemoEditor, qtbot: QtBot) -> None:
    editor.spelling.reset(is_on=True)
    with qtbot.waitSignal(editor.spelling.words_wanted) as asked:
        editor.set_text("Teh ministry said `cod` to [@key].\n\n```\nfenecd\n```\n")
        editor.grab()
    assert asked.args == [frozenset({"Teh", "ministry", "said", "to"})]


def test_misspelt_word_has_its_span_and_is_found_at_its_place(editor: MemoEditor) -> None:
    editor.set_text("😀 Teh ministry")
    editor.spelling.reset(is_on=True)
    editor.spelling.learn({"Teh", "ministry"}, frozenset({"Teh"}))
    assert list(editor.spelling.spans(editor.table.entries[0])) == [(3, 6)]
    assert editor.spelling.word_at(3) == (2, 5, "Teh")
    assert editor.spelling.word_at(9) is None


def test_word_that_is_typed_is_marked_when_the_cursor_leaves_it(
    editor: MemoEditor, qtbot: QtBot
) -> None:
    editor.set_text("")
    editor.spelling.reset(is_on=True)
    editor.spelling.learn({"teh"}, frozenset({"teh"}))
    qtbot.keyClicks(editor, "teh")
    assert not list(editor.spelling.spans(editor.table.entries[0]))
    qtbot.keyClicks(editor, " ")
    assert list(editor.spelling.spans(editor.table.entries[0])) == [(0, 3)]


def test_cursor_that_comes_to_a_word_does_not_hide_its_mark(editor: MemoEditor) -> None:
    editor.set_text("teh end")
    editor.spelling.reset(is_on=True)
    editor.spelling.learn({"teh"}, frozenset({"teh"}))
    editor.set_position(5)
    editor.set_position(3)
    assert list(editor.spelling.spans(editor.table.entries[0])) == [(0, 3)]


def test_nothing_is_marked_when_spelling_is_off(editor: MemoEditor) -> None:
    editor.set_text("teh")
    editor.spelling.reset(is_on=False)
    editor.spelling.learn({"teh"}, frozenset({"teh"}))
    assert not list(editor.spelling.spans(editor.table.entries[0]))
    assert editor.spelling.word_at(1) is None
