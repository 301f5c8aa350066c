import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from briefing.ui.editor.line_table import LineTable

pytestmark = pytest.mark.usefixtures("qapp")

TEXT = st.text(alphabet="ab#-:>`\n😀é\u00a0{}. ", max_size=30)


def make_table(text: str) -> tuple[QTextDocument, LineTable]:
    document = QTextDocument()
    document.documentLayout()  # without one Qt tells of no change
    table = LineTable(document)
    document.setPlainText(text)
    return document, table


def true_text(document: QTextDocument) -> str:
    lines: list[str] = []
    block = document.begin()
    while block.isValid():
        lines.append(block.text())
        block = block.next()
    return "\n".join(lines)


@given(start=TEXT, edits=st.lists(st.tuples(st.integers(0, 60), st.integers(0, 8), TEXT)))
def test_table_follows_every_edit(start: str, edits: list[tuple[int, int, str]]) -> None:
    document, table = make_table(start)
    for place, length, text in edits:
        cursor = QTextCursor(document)
        last = document.characterCount() - 1
        cursor.setPosition(min(place, last))
        cursor.setPosition(min(place + length, last), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
    while document.isUndoAvailable():
        assert table.text() == true_text(document)
        document.undo()
    assert table.text() == true_text(document)
    fresh = LineTable(document)
    assert [(e.text, e.line, e.before, e.fold_size, e.fold_offset) for e in table.entries] == [
        (e.text, e.line, e.before, e.fold_size, e.fold_offset) for e in fresh.entries
    ]


@given(TEXT)
def test_positions_convert_both_ways(text: str) -> None:
    _, table = make_table(text)
    shown = table.text()
    for point in range(len(shown) + 1):
        position = table.position_at(point)
        assert position == len(shown[:point].encode("utf-16-le")) // 2
        assert table.point_at(position) == point
        assert table.start_of(table.line_at(point)) <= point


def test_no_break_space_and_line_ends_are_kept() -> None:
    _, table = make_table("3\u00a0000 people\n\nend\n")
    assert table.text() == "3\u00a0000 people\n\nend\n"


def test_fold_is_a_closed_block_that_holds_nothing_of_its_own() -> None:
    _, table = make_table(
        '::: {.facts query="a"}\n\n:::\n::: {.facts}\nown words\n:::\n::: {.sources}'
    )
    assert [entry.fold_size for entry in table.entries] == [3, 3, 3, 0, 0, 0, 0]
    assert [entry.fold_offset for entry in table.entries[:3]] == [0, 1, 2]


def test_opening_a_fence_reads_what_follows_anew() -> None:
    document, table = make_table("x\n# one\n# two")
    QTextCursor(document).insertText("```")
    assert [str(entry.kind) for entry in table.entries] == ["fence", "code", "code"]
    document.undo()
    assert [str(entry.kind) for entry in table.entries] == ["text", "heading", "heading"]


def test_only_a_change_of_the_text_is_an_edit(qtbot: QtBot) -> None:
    document, table = make_table("one\ntwo")
    with qtbot.assertNotEmitted(table.edited):
        document.markContentsDirty(0, 3)
    with qtbot.waitSignal(table.edited):
        QTextCursor(document).insertText("x")
