"""Tables typed in the editor: cells stepped through, rows and columns changed, columns aligned."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.editor.table_typing import TableTyping

TABLE = "| Option | Cost |\n| ------ | ---- |\n| Wait   | 0    |"


@pytest.fixture
def tables(editor: MemoEditor) -> TableTyping:
    return TableTyping(editor)


def selected(editor: MemoEditor) -> str:
    start, end = editor.selected_span()
    return editor.text()[start:end]


def test_table_is_begun_typed_and_left_by_keys(
    editor: MemoEditor, tables: TableTyping, qtbot: QtBot
) -> None:
    del tables
    editor.set_text("")
    qtbot.keyClicks(editor, "| Option | Cost |")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "Buy now")
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor, "1,250")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.keyClicks(editor, "After.")
    assert editor.text().rstrip() == (
        "| Option  | Cost  |\n| ------- | ----- |\n| Buy now | 1,250 |\n\nAfter."
    )


def test_tab_steps_through_cells_and_makes_a_row_at_the_end(
    editor: MemoEditor, tables: TableTyping
) -> None:
    del tables
    editor.set_text(TABLE, 3)
    seen: list[str] = []
    for _ in range(4):
        QTest.keyClick(editor, Qt.Key.Key_Tab)
        seen.append(selected(editor))
    assert seen == ["Cost", "Wait", "0", ""]
    assert editor.text() == TABLE + "\n|        |      |"
    QTest.keyClick(editor, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert selected(editor) == "0"


def test_columns_align_as_a_cell_is_typed(
    editor: MemoEditor, tables: TableTyping, qtbot: QtBot
) -> None:
    del tables
    editor.set_text(TABLE, len(TABLE) - 5)
    qtbot.keyClicks(editor, " of it all")
    assert editor.text().splitlines() == [
        "| Option | Cost        |",
        "| ------ | ----------- |",
        "| Wait   | 0 of it all |",
    ]
    start = editor.text().index("all") + 3
    assert editor.position() == start


def test_typing_in_a_table_can_be_undone(
    editor: MemoEditor, tables: TableTyping, qtbot: QtBot
) -> None:
    del tables
    editor.set_text(TABLE, len(TABLE) - 5)
    qtbot.keyClicks(editor, "0000")
    for _ in range(4):
        editor.undo()
    assert editor.text() == TABLE


@pytest.mark.parametrize(
    ("command", "expected"),
    [
        ("row_below", ["| Option | Cost |", "| ------ | ---- |", "|        |      |"]),
        ("delete_column", ["| Cost |", "| ---- |", "| 0    |"]),
        ("column_right", ["| Option |     | Cost |", "| ------ | --- | ---- |"]),
        ("column_left", ["|     | Option | Cost |"]),
        ("align", ["| Option | Cost |", "| -----: | ---- |", "|   Wait | 0    |"]),
        ("delete_row", ["| Wait | 0   |", "| ---- | --- |"]),
    ],
)
def test_command_changes_the_table_in_one_step(
    editor: MemoEditor, tables: TableTyping, command: str, expected: list[str]
) -> None:
    editor.set_text(TABLE, 3)
    getattr(tables, command)()
    assert editor.text().splitlines()[: len(expected)] == expected
    editor.undo()
    assert editor.text() == TABLE


def test_command_outside_a_table_says_so(
    editor: MemoEditor, tables: TableTyping, qtbot: QtBot
) -> None:
    editor.set_text("words")
    with qtbot.waitSignal(tables.refused):
        tables.row_below()


def test_inserted_table_is_ready_to_be_typed_into(
    editor: MemoEditor, tables: TableTyping, qtbot: QtBot
) -> None:
    editor.set_text("Before.\n\nAfter.", 3)
    tables.insert()
    qtbot.keyClicks(editor, "A")
    assert editor.text().splitlines()[2] == "| A   |     |     |"
    assert editor.text().endswith("|\n\nAfter.")
