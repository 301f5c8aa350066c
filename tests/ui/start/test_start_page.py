"""The first start offers three choices and the libraries opened last."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from briefing.settings import Settings
from briefing.ui.wiring import Front


def press(front: Front, qtbot: QtBot, name: str) -> None:
    page = front.shell.start_page

    def found() -> list[QAbstractButton]:
        buttons = [b for b in page.findChildren(QAbstractButton) if b.isVisible()]
        return [b for b in buttons if name in (b.accessibleName(), b.text())]

    qtbot.waitUntil(lambda: len(found()) == 1)
    qtbot.mouseClick(found()[0], Qt.MouseButton.LeftButton)


def test_three_choices_stand_there(front: Front) -> None:
    assert front.window.pages.currentWidget() is front.shell.start_page
    assert [card.accessibleName() for card in front.shell.start_page.cards] == [
        "Open the sample library",
        "Start an empty library",
        "Open a library",
    ]
    assert all(card.accessibleDescription() for card in front.shell.start_page.cards)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_choice_is_made_from_the_keyboard(front: Front, qtbot: QtBot, key: Qt.Key) -> None:
    card = front.shell.start_page.cards[0]
    card.setFocus()
    qtbot.keyClick(card, key)
    front.tasks.wait_all()
    assert front.shell.session is not None


def test_the_keys_begin_at_the_first_choice(front: Front, qtbot: QtBot) -> None:
    with qtbot.waitActive(front.window):
        front.window.activateWindow()
    assert front.window.focusWidget() is front.shell.start_page.cards[0]


def test_recent_libraries_open_and_can_be_forgotten(
    front: Front, settings: Settings, tmp_path: Path, qtbot: QtBot
) -> None:
    for name in ("One", "Two"):
        path = tmp_path / f"{name}.briefing"
        path.touch()
        settings.add_recent_library(path)
    front.shell.start_page.refresh()
    press(front, qtbot, "Take Two off this list")
    assert settings.recent_libraries == (tmp_path / "One.briefing",)
    press(front, qtbot, "One")
    front.tasks.wait_all()
    assert front.shell.session is not None
    assert front.shell.session.context.desk.library.path.name == "One.briefing"


def test_nothing_is_said_of_recent_libraries_when_there_are_none(front: Front) -> None:
    texts = [b.text() for b in front.shell.start_page.findChildren(QAbstractButton)]
    assert not any(texts)
