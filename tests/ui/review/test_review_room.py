"""The panes of the room: Word files are dropped on it, and a narrow window leaves the text more."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from briefing.ui.actions import ActionSet
from briefing.ui.review.review_room import ReviewRoom
from briefing.ui.theme import Theme


@pytest.fixture
def panes(qtbot: QtBot, theme: Theme) -> ReviewRoom:
    room = ReviewRoom(theme, ActionSet(theme))
    qtbot.addWidget(room)
    return room


def _drop(room: ReviewRoom, *names: str) -> tuple[bool, list[str]]:
    """Return whether files were taken, and which."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(Path("/files") / name)) for name in names])
    action, button, no_key = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    taken: list[str] = []
    room.files_dropped.connect(taken.extend)
    room.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), action, data, button, no_key))
    event = QDropEvent(QPointF(5, 5), action, data, button, no_key)
    room.dropEvent(event)
    room.files_dropped.disconnect(taken.extend)
    return event.isAccepted(), [Path(name).name for name in taken]


def test_word_files_are_to_be_reviewed(panes: ReviewRoom) -> None:
    assert _drop(panes, "memo AS.docx", "memo B.DOCX") == (True, ["memo AS.docx", "memo B.DOCX"])


def test_other_files_are_left_to_the_library(panes: ReviewRoom) -> None:
    assert _drop(panes, "article.txt") == (False, [])
    assert _drop(panes, "memo.docx", "article.txt") == (False, [])


def test_a_narrow_window_leaves_the_text_more(panes: ReviewRoom) -> None:
    panes.show_review(is_open=True)
    panes.resize(960, 700)
    panes.show()
    splitter = panes.panes
    assert isinstance(splitter, QSplitter)
    left, text, right = splitter.sizes()
    assert left < 230
    assert right < 300
    assert text > 400


def test_panes_come_back_as_they_were_left(panes: ReviewRoom) -> None:
    panes.restore_panes({"sizes": [200, 500, 260], "hidden": ["left"]})
    panes.resize(960, 700)
    panes.show()
    assert not panes.panes.is_pane_shown("left")
