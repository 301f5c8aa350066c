"""Toasts: said once, with what can be done, gone by themselves."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from briefing.ui.messages import Message, MessageKind
from briefing.ui.theme import Theme
from briefing.ui.widgets.toast import Toast, ToastShelf
from briefing.ui.wiring import Front


@pytest.fixture
def shelf(theme: Theme, qtbot: QtBot) -> Iterator[ToastShelf]:
    area = QWidget()
    area.resize(800, 600)
    qtbot.addWidget(area)
    area.show()
    shelf = ToastShelf(theme, area)
    yield shelf
    shelf.clear()


def shown(shelf: ToastShelf) -> list[str]:
    return [toast.message.text for toast in shelf.toasts]


def test_a_toast_stands_at_the_bottom_centre(shelf: ToastShelf, qtbot: QtBot) -> None:
    shelf.show_message(Message("Saved."))
    qtbot.waitExposed(shelf.window())
    assert shelf.isVisible()
    middle = shelf.geometry().center().x()
    assert abs(middle - 400) <= 2
    assert 500 < shelf.geometry().bottom() < 600
    shelf.window().resize(1000, 500)
    assert abs(shelf.geometry().center().x() - 500) <= 2


def test_the_same_message_stands_there_once(shelf: ToastShelf) -> None:
    shelf.show_message(Message("Saved."))
    shelf.show_message(Message("Saved."))
    assert shown(shelf) == ["Saved."]


def test_only_the_last_undo_is_offered(shelf: ToastShelf) -> None:
    shelf.show_message(Message("1 tagged.", action="edit.undo"), "Undo")
    shelf.show_message(Message("2 tagged.", action="edit.undo"), "Undo")
    assert shown(shelf) == ["2 tagged."]


def test_at_most_three_are_shown(shelf: ToastShelf) -> None:
    for number in range(5):
        shelf.show_message(Message(f"Message {number}"))
    assert shown(shelf) == ["Message 2", "Message 3", "Message 4"]


def test_the_button_does_what_it_says_and_the_toast_goes(shelf: ToastShelf, qtbot: QtBot) -> None:
    shelf.show_message(Message("3 tagged.", action="edit.undo"), "Undo")
    (button,) = [b for b in shelf.findChildren(QPushButton) if b.text() == "Undo"]
    with qtbot.waitSignal(shelf.action_requested) as pressed:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed.args == ["edit.undo"]
    assert shown(shelf) == []
    assert not shelf.isVisible()


def test_it_goes_by_itself(
    shelf: ToastShelf, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.ui.widgets.toast._SHORT_MS", 10)
    shelf.show_message(Message("Saved."))
    qtbot.waitUntil(lambda: shown(shelf) == [])


def test_errors_stay_longer(shelf: ToastShelf) -> None:
    shelf.show_message(Message("Saved."))
    shelf.show_message(Message("The disk is full.", MessageKind.ERROR))
    times = [toast._timer.interval() for toast in shelf.toasts]
    assert times[1] > times[0]


def test_kinds_are_told_in_words_to_a_screen_reader(theme: Theme, qtbot: QtBot) -> None:
    area = QWidget()
    qtbot.addWidget(area)
    toast = Toast(theme, Message("The disk is full.", MessageKind.ERROR), "", area)
    names = {child.accessibleName() for child in toast.findChildren(QWidget)}
    assert "Error: The disk is full." in names


def test_messages_reach_the_window(front: Front) -> None:
    front.messages.info("3 articles tagged.", undo=True)
    front.messages.warn("2 files could not be read.")
    assert shown(front.window.toasts) == ["3 articles tagged.", "2 files could not be read."]
