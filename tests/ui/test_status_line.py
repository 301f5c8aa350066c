"""The status bar: what the room says, what runs, and how to stop it."""

import threading

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLabel
from pytestqt.qtbot import QtBot

from briefing.ui.status_line import StatusLine
from briefing.ui.task import Progress
from briefing.ui.theme import Theme
from briefing.ui.wiring import Front
from briefing.ui.workspace import Status, StatusItem


def texts(line: StatusLine) -> list[str]:
    return [
        widget.text()
        for kind in (QLabel, QAbstractButton)
        for widget in line.findChildren(kind)
        if widget.isVisibleTo(line) and widget.text()
    ]


def test_it_says_that_nothing_leaves_this_computer(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    assert texts(line) == ["Offline, nothing leaves this computer"]


def test_a_room_says_its_own(theme: Theme, qtbot: QtBot) -> None:
    line = StatusLine(theme)
    qtbot.addWidget(line)
    line.set_counts("3 articles")
    items = (StatusItem("612 words"), StatusItem("4 checks", "triangle-alert", "warn", "memo.find"))
    line.set_status(Status("Saved 2 s ago", items, "14 of 15 claims sourced"))
    assert set(texts(line)) == {
        "Saved 2 s ago",
        "612 words",
        "4 checks",
        "14 of 15 claims sourced",
    }
    with qtbot.waitSignal(line.action_requested) as pressed:
        (button,) = [b for b in line.findChildren(QAbstractButton) if b.text() == "4 checks"]
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed.args == ["memo.find"]
    line.set_status(Status())
    assert line.right_text == "3 articles"


def test_long_work_is_shown_and_cancelled(front: Front, qtbot: QtBot) -> None:
    begun = threading.Event()

    def work(progress: Progress) -> None:
        progress.report(1_234, 5_000)
        begun.set()
        while not progress.is_cancelled():
            threading.Event().wait(0.001)

    line = front.window.status_line
    front.tasks.run_long(work, label="Importing 5,000 files")
    qtbot.waitUntil(lambda: "1,234 of 5,000" in texts(line))
    assert "Importing 5,000 files" in texts(line)
    assert begun.is_set()
    (cancel,) = [
        b for b in line.findChildren(QAbstractButton) if b.accessibleName().startswith("Cancel")
    ]
    qtbot.mouseClick(cancel, Qt.MouseButton.LeftButton)
    front.tasks.wait_all()
    assert "Importing 5,000 files" not in texts(line)
