"""What is written goes under a heading, never into one, and after a quotation, never into it."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from briefing.ui.editor.memo_editor import MemoEditor
from tests.ui.editor.shown_text import FACTS

EMPTY = "## Bottom line\n\n## Background\n\n## Options\n"


def test_writing_begins_under_the_first_heading(editor: MemoEditor) -> None:
    editor.set_text(EMPTY)
    editor.sections.start()
    QTest.keyClicks(editor, "Typed words")
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
    QTest.keyClicks(editor, "X")
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
    QTest.keyClicks(editor, "X")
    lines = editor.text().split("\n")
    assert [line for line in lines if line.startswith("#")] == ["## A", "## B"]
    assert "X" in editor.text()


def test_press_below_a_last_heading_begins_its_section(editor: MemoEditor) -> None:
    editor.set_text("## A")
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 400))
    QTest.keyClicks(editor, "X")
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
    QTest.keyClicks(editor, "Next")
    assert editor.text() == expected
