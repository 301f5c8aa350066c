"""Citations are chips and looked-up blocks folds, until the cursor is in them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.services.citing import CitationLabel, CitedState
from briefing.ui.editor.line_setter import ChipBox
from briefing.ui.editor.memo_editor import MemoEditor
from tests.ui.editor.shown_text import FACTS, chip_words, laid


def middle_of(editor: MemoEditor, line: int, box: ChipBox) -> QPoint:
    block = editor.document().findBlockByNumber(line)
    origin = editor.page.blockBoundingRect(block).topLeft()
    room = editor.page.painter.chip_room(block.layout(), box, origin)
    return room.center().toPoint() - QPoint(0, editor.verticalScrollBar().value())


# ---- chips ----


def test_citation_is_a_chip_until_the_cursor_is_in_it(editor: MemoEditor) -> None:
    editor.set_text("Words [@key, p. 3] more.")
    assert chip_words(editor, 0) == ["key, p. 3"]
    editor.set_position(8)
    assert chip_words(editor, 0) == []
    editor.set_position(20)
    assert chip_words(editor, 0) == ["key, p. 3"]


def test_chip_takes_the_room_of_its_label(editor: MemoEditor) -> None:
    editor.set_text("[@a_very_long_key_indeed_2025] x")
    editor.set_position(32)
    box = laid(editor, 0).boxes[0]
    line = editor.document().firstBlock().layout().lineAt(0)
    after = line.cursorToX(30)
    assert abs(after[0] - box.width) < 1  # type: ignore[index]


def test_labels_are_asked_for_and_shown(editor: MemoEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.labels.labels_wanted) as asked:
        editor.set_text("One [@fact:7k2]. Two [@b].", 2)
    assert asked.args == [frozenset({"fact:7k2", "b"})]
    label = CitationLabel("fact:7k2", "fact changed", "Why", CitedState.CHANGED)
    editor.labels.set_labels({"fact:7k2": label})
    assert chip_words(editor, 0) == ["fact changed", "b"]


def test_click_on_a_chip_wishes_for_its_source(editor: MemoEditor, qtbot: QtBot) -> None:
    editor.set_text("Words [@key] more.")
    point = middle_of(editor, 0, laid(editor, 0).boxes[0])
    with qtbot.waitSignal(editor.citation_requested) as asked:
        QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert asked.args == ["key"]
    assert editor.position() == 0


def test_undo_and_redo_keep_chips_right(editor: MemoEditor) -> None:
    editor.set_text("Words [@key].", 13)
    QTest.keyClicks(editor, " More [@b].")
    editor.set_position(0)
    assert chip_words(editor, 0) == ["key", "b"]
    while editor.document().isUndoAvailable():
        editor.undo()
    assert chip_words(editor, 0) == ["key"]
    while editor.document().isRedoAvailable():
        editor.redo()
    editor.set_position(0)
    assert editor.text() == "Words [@key]. More [@b]."
    assert chip_words(editor, 0) == ["key", "b"]


def test_chips_stay_right_while_an_input_method_composes(editor: MemoEditor) -> None:
    editor.set_text("ab [@key] c", 1)
    QApplication.sendEvent(editor, QInputMethodEvent("にほ", []))
    assert chip_words(editor, 0) == ["key"]
    commit = QInputMethodEvent()
    commit.setCommitString("日本")
    QApplication.sendEvent(editor, commit)
    assert editor.text() == "a日本b [@key] c"
    assert chip_words(editor, 0) == ["key"]


# ---- folds ----


def test_fold_is_one_line_until_the_cursor_is_in_it(editor: MemoEditor) -> None:
    editor.set_text(f"Before\n\n{FACTS}\n\nAfter")
    words = "facts: tag:a — 3 facts, kept up to date"
    editor.labels.set_fold_words({FACTS.split("\n", maxsplit=1)[0]: words})
    assert chip_words(editor, 2) == [words]
    assert laid(editor, 3).height == 0
    closed = editor.page.documentSize().height()
    editor.set_position(12)
    assert not laid(editor, 2).is_folded
    assert editor.page.documentSize().height() > closed
    editor.set_position(0)
    assert editor.page.documentSize().height() == closed


def test_click_on_a_fold_opens_its_markdown(editor: MemoEditor) -> None:
    editor.set_text(f"Before\n\n{FACTS}\n\nAfter")
    point = middle_of(editor, 2, laid(editor, 2).boxes[0])
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert editor.cursor_place() == (2, FACTS.index('"}'))
    assert not laid(editor, 2).is_folded


def test_arrows_go_into_a_fold_and_through(editor: MemoEditor) -> None:
    editor.set_text(f"Before\n\n{FACTS}\n\nAfter")
    lines: list[int] = []
    for _ in range(4):
        QTest.keyClick(editor, Qt.Key.Key_Down)
        lines.append(editor.cursor_place()[0])
    assert lines == [2, 3, 5, 5]


def test_selection_over_a_fold_copies_it(editor: MemoEditor) -> None:
    editor.set_text(f"Before\n\n{FACTS}\n\nAfter")
    editor.select_span(len(editor.text()), 0)
    assert laid(editor, 2).is_folded
    editor.copy()
    assert QApplication.clipboard().text() == f"Before\n\n{FACTS}\n\nAfter"


# ---- marks ----


def test_marks_of_emphasis_show_where_the_cursor_is(editor: MemoEditor) -> None:
    editor.set_text("say **it** now", 0)
    assert laid(editor, 0).revealed == frozenset()
    editor.set_position(6)
    assert laid(editor, 0).revealed == frozenset({(4, 10)})
