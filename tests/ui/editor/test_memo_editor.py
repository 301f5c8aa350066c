"""The editor keeps its text as it is: positions, typing, and words from outside."""

from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.plain_clipboard import record_data
from tests.ui.editor.shown_text import FACTS, chip_words

# ---- text and positions ----


def test_text_comes_back_as_it_was(editor: MemoEditor) -> None:
    text = "# A\u00a0b\n\nx 😀 [@a]\n\n```\n\tcode\n```\n"
    editor.set_text(text)
    assert editor.text() == text


def test_positions_count_code_points(editor: MemoEditor) -> None:
    editor.set_text("😀😀 one\n\n😀 two")
    editor.select_span(8, 13)
    assert editor.selected_span() == (8, 13)
    assert editor.textCursor().selectedText() == "😀 two"
    assert editor.cursor_place() == (2, 5)


def test_copy_gives_the_markdown_exactly(editor: MemoEditor) -> None:
    editor.set_text("a [@key, p.\u00a03]\n\n" + FACTS)
    editor.selectAll()
    editor.copy()
    assert QApplication.clipboard().text() == "a [@key, p.\u00a03]\n\n" + FACTS


def test_paste_takes_plain_text_only(editor: MemoEditor) -> None:
    data = QMimeData()
    data.setHtml("<b>x</b>")
    data.setText("x\r\ny")
    editor.set_text("")
    editor.insertFromMimeData(data)
    assert editor.text() == "x\n\ny"


# ---- typing ----


def test_enter_parts_paragraphs_and_backspace_joins_them(editor: MemoEditor) -> None:
    editor.set_text("One.Two.", 4)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "One.\n\nTwo."
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == "One.Two."
    editor.undo()
    assert editor.text() == "One.\n\nTwo."


def test_enter_replaces_what_is_selected_in_one_step(editor: MemoEditor) -> None:
    editor.set_text("One. two Three.")
    editor.select_span(4, 9)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.text() == "One.\n\nThree."
    editor.undo()
    assert editor.text() == "One. two Three."


def test_list_is_typed_without_a_thought(editor: MemoEditor) -> None:
    editor.set_text("")
    QTest.keyClicks(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "three")
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "After.")
    assert editor.text() == "- one\n  - two\n- three\n\nAfter."


def test_arrows_step_over_the_gap_between_paragraphs(editor: MemoEditor) -> None:
    editor.set_text("One\n\nTwo", 3)
    QTest.keyClick(editor, Qt.Key.Key_Right)
    assert editor.position() == 5
    QTest.keyClick(editor, Qt.Key.Key_Left)
    assert editor.position() == 3
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.cursor_place()[0] == 2


def test_letter_on_the_last_empty_line_begins_a_paragraph(editor: MemoEditor) -> None:
    editor.set_text("One.\n", 5)
    QTest.keyClicks(editor, "Two.")
    assert editor.text() == "One.\n\nTwo."


# ---- from outside ----


def test_words_are_inserted_with_the_spaces_they_need(editor: MemoEditor) -> None:
    editor.set_text("One.Two.", 4)
    editor.insert_words("A fact. [@fact:7k2]")
    assert editor.text() == "One. A fact. [@fact:7k2] Two."
    editor.undo()
    assert editor.text() == "One.Two."


def test_words_do_not_split_a_citation(editor: MemoEditor) -> None:
    editor.set_text("One [@key].", 7)
    editor.insert_words("Fact.")
    assert editor.text() == "One [@key] Fact.."


def test_words_take_the_place_of_what_is_selected(editor: MemoEditor) -> None:
    editor.set_text("One two three")
    editor.select_span(4, 7)
    editor.insert_words("2")
    assert editor.text() == "One 2 three"
    editor.set_text("One two three")
    editor.select_span(7, 4)
    editor.insert_words("2")
    assert editor.text() == "One 2 three"


def test_block_stands_apart(editor: MemoEditor) -> None:
    editor.set_text("One.\n\nTwo.", 2)
    editor.insert_block(FACTS)
    assert editor.text() == f"One.\n\n{FACTS}\n\nTwo."
    editor.set_text("## Key facts\n", 13)
    editor.insert_block(FACTS)
    assert editor.text() == f"## Key facts\n\n{FACTS}"


def test_dropped_record_is_a_wish(editor: MemoEditor, qtbot: QtBot) -> None:
    editor.set_text("One.")
    with qtbot.waitSignal(editor.record_dropped) as dropped:
        editor.insertFromMimeData(record_data("fact", "abc", "words"))
    assert dropped.args == ["fact", "abc"]
    assert editor.text() == "One."


def test_replacing_many_spans_is_one_step(editor: MemoEditor) -> None:
    editor.set_text("😀 a b a")
    editor.replace_spans(((2, 3, "xx"), (6, 7, "yy")))
    assert editor.text() == "😀 xx b yy"
    editor.undo()
    assert editor.text() == "😀 a b a"


def test_changed_theme_lays_out_anew(editor: MemoEditor) -> None:
    editor.set_text("## One\n\ntwo [@a]")
    before = editor.page.documentSize().height()
    editor.theme.set_text_size(150)
    assert editor.page.documentSize().height() > before
    assert chip_words(editor, 2) == ["a"]


def test_long_text_keeps_its_place_while_it_is_laid_out(editor: MemoEditor, qtbot: QtBot) -> None:
    text = "\n\n".join(f"## Part {n}\n\n" + "word " * 120 for n in range(200))
    editor.set_text(text, len(text) // 2)
    editor.scroll_to(text.index("## Part 120"))
    place = editor.cursorRect().top()
    qtbot.waitUntil(lambda: all(entry.laid for entry in editor.table.entries), timeout=20_000)
    assert abs(editor.cursorRect().top() - place) <= 2


def test_cursor_keeps_right_in_an_edit_block(editor: MemoEditor) -> None:
    editor.set_text("one\n\ntwo [@a]\n\nthree")
    cursor = QTextCursor(editor.document())
    cursor.beginEditBlock()
    cursor.insertText("zero\n\n")
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.movePosition(QTextCursor.MoveOperation.Up)
    cursor.insertText("!")
    cursor.endEditBlock()
    assert editor.text() == editor.table.text()
    assert chip_words(editor, 4) == ["a"]


def test_enter_in_a_citation_opens_it_and_breaks_nothing(editor: MemoEditor, qtbot: QtBot) -> None:
    editor.set_text("Words [@key].", 8)
    with qtbot.waitSignal(editor.citation_requested) as asked:
        QTest.keyClick(editor, Qt.Key.Key_Return)
    assert asked.args == ["key"]
    assert editor.text() == "Words [@key]."


def test_keys_of_the_window_are_left_to_it(editor: MemoEditor) -> None:
    def takes(key: Qt.Key) -> bool:
        control = Qt.KeyboardModifier.ControlModifier
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, control)
        event.ignore()
        QApplication.sendEvent(editor, event)
        return event.isAccepted()

    assert not any(takes(key) for key in (Qt.Key.Key_K, Qt.Key.Key_H, Qt.Key.Key_E, Qt.Key.Key_D))
    assert takes(Qt.Key.Key_V)
    assert not takes(Qt.Key.Key_Z)  # nothing was written here: what was done last is elsewhere
    QTest.keyClicks(editor, "X")
    assert takes(Qt.Key.Key_Z)
    editor.undo()
    assert takes(Qt.Key.Key_Z)  # one press too many takes nothing back elsewhere


def test_drop_puts_the_cursor_where_it_fell(editor: MemoEditor, qtbot: QtBot) -> None:
    editor.set_text("One two three", 0)
    place = editor.cursorRect(_cursor_at(editor, 8)).center()
    data = record_data("fact", "abc", "words")
    drop = QDropEvent(
        QPointF(place),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    with qtbot.waitSignal(editor.record_dropped) as dropped:
        editor.dropEvent(drop)
    assert dropped.args == ["fact", "abc"]
    assert editor.position() == 8


def _cursor_at(editor: MemoEditor, position: int) -> QTextCursor:
    cursor = QTextCursor(editor.document())
    cursor.setPosition(position)
    return cursor
