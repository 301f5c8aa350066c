import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent, QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.services.citing import CitationLabel, CitedState
from briefing.ui.editor.line_setter import ChipBox, LaidLine
from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.plain_clipboard import record_data

FACTS = '::: {.facts query="tag:a"}\n:::'


def laid(editor: MemoEditor, line: int) -> LaidLine:
    editor.page.lay_line(line)
    found = editor.page.laid(line)
    assert found is not None
    return found


def chip_words(editor: MemoEditor, line: int) -> list[str]:
    return [box.look.text for box in laid(editor, line).boxes]


def middle_of(editor: MemoEditor, line: int, box: ChipBox) -> QPoint:
    block = editor.document().findBlockByNumber(line)
    origin = editor.page.blockBoundingRect(block).topLeft()
    room = editor.page.painter.chip_room(block.layout(), box, origin)
    return room.center().toPoint() - QPoint(0, editor.verticalScrollBar().value())


def type_keys(editor: MemoEditor, text: str) -> None:
    QTest.keyClicks(editor, text)


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
    type_keys(editor, " More [@b].")
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
    type_keys(editor, "- one")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_keys(editor, "two")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_keys(editor, "three")
    QTest.keyClick(editor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    type_keys(editor, "After.")
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
    type_keys(editor, "Two.")
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


# ---- under headings ----

EMPTY = "## Bottom line\n\n## Background\n\n## Options\n"


def test_writing_begins_under_the_first_heading(editor: MemoEditor) -> None:
    editor.set_text(EMPTY)
    editor.sections.start()
    type_keys(editor, "Typed words")
    assert editor.text() == "## Bottom line\n\nTyped words\n\n## Background\n\n## Options\n"


@pytest.mark.parametrize(
    ("text", "heading", "expected"),
    [
        (EMPTY, "## Options", "## Bottom line\n\n## Background\n\n## Options\n\nX"),
        ("## A\n## B", "## A", "## A\n\nX\n\n## B"),
        ("## A\n## B", "## B", "## A\n## B\n\nX"),
        ("## A\n\n\n\n## B", "## A", "## A\n\nX\n\n## B"),
        ("## A\n\nwords", "## A", "## A\n\nXwords"),
        ("## A\n\n- item", "## A", "## A\n\n- Xitem"),
        (f"## A\n\n{FACTS}", "## A", f"## A\n\nX\n\n{FACTS}"),
    ],
)
def test_section_is_written_under_its_heading(
    editor: MemoEditor, text: str, heading: str, expected: str
) -> None:
    editor.set_text(text)
    editor.sections.go_under(text.index(heading))
    assert editor.text() == text
    type_keys(editor, "X")
    assert editor.text() == expected
    editor.undo()
    assert editor.text() == text


@pytest.mark.parametrize("text", ["## A\n\n## B", "## A\n## B", "## A\n\nWords.\n\n## B"])
@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_press_under_a_heading_never_writes_into_one(
    editor: MemoEditor, text: str, share: float
) -> None:
    editor.set_text(text, len(text))
    first, last = (editor.document().findBlockByNumber(n) for n in (0, text.count("\n")))
    top = editor.page.blockBoundingRect(first).bottom()
    bottom = editor.page.blockBoundingRect(last).top()
    point = QPoint(round(editor.page.left) + 40, round(top + (bottom - top) * share))
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=point)
    type_keys(editor, "X")
    lines = editor.text().split("\n")
    assert [line for line in lines if line.startswith("#")] == ["## A", "## B"]
    assert "X" in editor.text()


def test_press_below_a_last_heading_begins_its_section(editor: MemoEditor) -> None:
    editor.set_text("## A")
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 400))
    type_keys(editor, "X")
    assert editor.text() == "## A\n\nX"


def test_arrows_reach_the_line_of_an_empty_section(editor: MemoEditor) -> None:
    editor.set_text(EMPTY, 0)
    QTest.keyClick(editor, Qt.Key.Key_Down)
    assert editor.cursor_place() == (1, 0)


def test_paste_and_input_method_make_a_paragraph_under_a_heading(editor: MemoEditor) -> None:
    data = QMimeData()
    data.setText("Pasted")
    editor.set_text("## A\n\n## B", 5)
    editor.insertFromMimeData(data)
    assert editor.text() == "## A\n\nPasted\n\n## B"
    commit = QInputMethodEvent()
    commit.setCommitString("日本")
    editor.set_text("## A\n\n## B", 5)
    QApplication.sendEvent(editor, commit)
    assert editor.text() == "## A\n\n日本\n\n## B"


def test_words_for_a_heading_go_under_it(editor: MemoEditor) -> None:
    editor.set_text("## A\n\n## B", 4)
    editor.insert_words("A fact. [@fact:7k2]")
    assert editor.text() == "## A\n\nA fact. [@fact:7k2]\n\n## B"
    editor.undo()
    assert editor.text() == "## A\n\n## B"


# ---- after a quotation ----


@pytest.mark.parametrize(
    ("text", "place", "expected"),
    [
        ("One.", 4, "One.\n\n> Q [@a]\n\nNext"),
        ("One.\n\nTwo.", 2, "One.\n\n> Q [@a]\n\nNext\n\nTwo."),
        ("## A\n\n## B", 5, "## A\n\n> Q [@a]\n\nNext\n\n## B"),
        ("## A\n## B", 4, "## A\n\n> Q [@a]\n\nNext\n\n## B"),
        ("", 0, "> Q [@a]\n\nNext"),
    ],
)
def test_what_is_typed_after_a_quotation_is_no_part_of_it(
    editor: MemoEditor, text: str, place: int, expected: str
) -> None:
    editor.set_text(text, place)
    editor.insert_paragraph("> Q [@a]")
    type_keys(editor, "Next")
    assert editor.text() == expected
