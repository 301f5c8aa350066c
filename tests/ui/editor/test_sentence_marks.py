"""Marks beside sentences: they move with the text, and a click on one opens what it rests on."""

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.sentence_marks import SentenceMarks, SentenceState

TEXT = "😀 is not it. One is here. Two is there.\n\n> Three is quoted.\n"


@pytest.fixture
def marks(editor: MemoEditor) -> SentenceMarks:
    editor.set_text(TEXT)
    made = SentenceMarks(editor)
    made.set(
        (TEXT.index(word), state, f"{word}!")
        for word, state in zip(("One", "Two", "Three"), SentenceState, strict=True)
    )
    return made


def stand(editor: MemoEditor, marks: SentenceMarks) -> list[str]:
    text = editor.text()
    return [text[editor.table.point_at(one.start) :][:3] for one in marks.shown()]


def test_marks_stand_at_their_sentences_while_text_moves(
    editor: MemoEditor, marks: SentenceMarks, qtbot: QtBot
) -> None:
    editor.set_position(0)
    qtbot.keyClicks(editor, "Hello. ")
    assert stand(editor, marks) == ["One", "Two", "Thr"]
    start = editor.text().index("Two")
    editor.replace_spans(((start, start, "\n\n"),))
    assert stand(editor, marks) == ["One", "Two", "Thr"]
    editor.undo()
    editor.undo()
    assert stand(editor, marks) == ["One", "Two", "Thr"]


def test_mark_of_a_sentence_is_found_within_it_only_in_its_line(
    editor: MemoEditor, marks: SentenceMarks
) -> None:
    del editor
    found = [marks.mark_of(TEXT.index(word)) for word in ("not", "here", "there", "quoted")]
    assert [one.detail if one else "" for one in found] == ["", "One!", "Two!", "Three!"]


def test_signs_are_drawn_beside_the_text_and_pressed(
    editor: MemoEditor, marks: SentenceMarks, qtbot: QtBot
) -> None:
    before = editor.grab().toImage()
    marks.set(())
    assert editor.grab().toImage() != before
    marks.set([(TEXT.index("Three"), SentenceState.CHANGED, "")])
    editor.grab()
    number = editor.table.line_at(TEXT.index("Three"))
    rect = editor.page.blockBoundingRect(editor.document().findBlockByNumber(number))
    top = int(rect.center().y()) - editor.verticalScrollBar().value()
    spots = (QPoint(x, top) for x in range(int(rect.x())))
    with qtbot.waitSignal(marks.sentence_requested) as asked:
        for spot in spots:
            qtbot.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert asked.args == [0, TEXT.index("Three")]


def test_alt_with_a_click_asks_for_the_sentence(
    editor: MemoEditor, marks: SentenceMarks, qtbot: QtBot
) -> None:
    editor.set_position(TEXT.index("there"))
    spot = editor.cursorRect().center()
    with qtbot.waitSignal(marks.sentence_requested) as asked:
        qtbot.mouseClick(
            editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, spot
        )
    assert asked.args == [1, TEXT.index("Two")]


def test_another_text_has_no_marks(editor: MemoEditor, marks: SentenceMarks) -> None:
    editor.set_text("Something else.")
    assert marks.shown() == ()
