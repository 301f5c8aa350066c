"""Focus on the text: panes put away, the paragraph at the cursor clear."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.memo.memo_room import EVIDENCE, OUTLINE, PAGES
from tests.ui.memo.conftest import Room

PANES = (OUTLINE, PAGES, EVIDENCE)


def shown(room: Room) -> list[str]:
    return [name for name in PANES if room.panes.is_shown(name)]


def is_cursor_in_sight(editor: MemoEditor) -> bool:
    return editor.viewport().rect().contains(editor.cursorRect().center())


def test_panes_go_and_come_back_with_escape(room: Room) -> None:
    room.open_memo()
    room.context.actions.trigger("memo.focus")
    assert shown(room) == []
    assert room.context.actions.action("memo.focus").isChecked()
    QTest.keyClick(room.editor, Qt.Key.Key_Escape)
    assert shown(room) == list(PANES)
    assert not room.context.actions.action("memo.focus").isChecked()
    assert room.panes.spotlight.lines is None


def test_cursor_stays_in_sight_when_the_lines_are_broken_anew(room: Room) -> None:
    room.open_memo()
    editor = room.editor
    editor.set_text("\n\n".join(["Words that go over several lines. " * 12] * 30))
    editor.set_position(len(editor.text()))
    for _ in range(2):
        room.context.actions.trigger("memo.focus")
        QTest.qWait(250)
        room.bot.waitUntil(lambda: is_cursor_in_sight(editor))


def test_pane_that_is_asked_for_ends_it(room: Room) -> None:
    room.open_memo()
    room.context.actions.trigger("memo.focus")
    room.context.actions.trigger("memo.evidence")
    assert shown(room) == list(PANES)


def test_paragraph_at_the_cursor_is_clear(room: Room) -> None:
    room.open_memo()
    editor = room.editor
    editor.set_text("One\nand more.\n\nTwo.\n\nThree.")
    room.context.actions.trigger("memo.focus")
    assert room.panes.spotlight.lines == (0, 1)
    editor.set_position(editor.text().index("Two"))
    assert room.panes.spotlight.lines == (3, 3)
    assert editor.page.painter.clear_lines == (3, 3)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "x")
    lines = room.panes.spotlight.lines
    assert lines is not None
    assert [editor.table.entries[n].text for n in range(lines[0], lines[1] + 1)] == ["xTwo."]


def test_other_text_and_other_looks_are_muted_too(room: Room) -> None:
    room.open_memo()
    room.context.actions.trigger("memo.focus")
    room.context.theme.set_text_size(130)
    assert room.editor.page.painter.clear_lines == room.panes.spotlight.lines
    memo, _ = room.desk.drafting.new_memo("talking-points", {"subject": "Second"})
    room.workspace.open(memo.uid)
    room.settle()
    assert room.editor.page.painter.clear_lines == room.panes.spotlight.lines is not None
