"""The panes beside the text are reached, and left, by the keyboard."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.memo.conftest import Room


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def focused_name(room: Room) -> str:
    if focused() is room.editor:
        return "text"
    panes = {
        "evidence": room.panes.evidence,
        "outline": room.panes.outline,
        "pages": room.panes.pages,
    }
    return next((name for name, pane in panes.items() if pane.isAncestorOf(focused())), "")


def test_the_key_goes_round_all_panes_that_are_seen(room: Room) -> None:
    room.open_memo()
    room.editor.setFocus()
    seen: list[str] = []
    for _ in range(4):
        room.context.actions.trigger("memo.next_pane")
        seen.append(focused_name(room))
    assert seen == ["evidence", "outline", "pages", "text"]
    room.context.actions.trigger("memo.evidence")
    room.context.actions.trigger("memo.next_pane")
    assert focused_name(room) == "outline"


def test_the_outline_is_gone_through_though_the_text_is_read_again(room: Room) -> None:
    room.open_memo()
    room.editor.setFocus()
    room.context.actions.trigger("memo.next_pane")
    room.context.actions.trigger("memo.next_pane")
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    room.editor.replace_spans(((0, 0, "\n"),))
    room.settle()
    QTest.keyClick(focused(), Qt.Key.Key_Down)
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert focused_name(room) == "text"
    before = room.editor.text()[: room.editor.position()]
    assert before.rpartition("## ")[2].startswith("Key facts")


def test_escape_in_a_pane_goes_back_to_the_text(room: Room) -> None:
    room.open_memo()
    room.editor.setFocus()
    for steps in (1, 2, 3):
        for _ in range(steps):
            room.context.actions.trigger("memo.next_pane")
        assert focused_name(room) != "text"
        QTest.keyClick(focused(), Qt.Key.Key_Escape)
        assert focused_name(room) == "text"


def test_escape_empties_the_search_of_the_evidence_first(room: Room) -> None:
    room.open_memo()
    room.editor.setFocus()
    room.context.actions.trigger("memo.next_pane")
    QTest.keyClicks(focused(), "cartels")
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused_name(room) == "evidence"
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert focused_name(room) == "text"
