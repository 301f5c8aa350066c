"""The style of citations in the memo's room: chosen from a menu, taken from a file."""

from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from briefing.paths import resources_dir
from tests.ui.memo.conftest import Room

# The offscreen screen has no keyboard that a menu could take.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard")


@pytest.fixture(autouse=True)
def data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("briefing.services.citation_styles.user_data_dir", lambda: tmp_path)


def open_menu(room: Room) -> QMenu:
    room.context.actions.trigger("memo.citation_style")
    room.settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def row(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if words in action.text())


def choose(room: Room, words: str) -> None:
    menu = open_menu(room)
    row(menu, words).trigger()
    menu.close()
    room.settle()


def test_a_style_is_kept_in_the_memo_and_can_be_left_to_the_template(room: Room) -> None:
    room.open_memo()
    choose(room, "OSCOLA")
    assert room.memo.field("csl") == "oscola"
    menu = open_menu(room)
    assert row(menu, "OSCOLA").isChecked()
    menu.close()
    choose(room, "As the template has it")
    assert room.memo.field("csl") == ""


def test_a_file_is_added_to_the_users_own_styles(
    room: Room, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    room.open_memo()
    file = tmp_path / "house.csl"
    file.write_bytes((resources_dir() / "csl" / "apa.csl").read_bytes())
    monkeypatch.setattr(room.context.files, "open_file", lambda *_: file)
    choose(room, "Add a CSL file")
    room.settle()
    assert room.memo.field("csl") == "house"
    assert (tmp_path / "csl" / "house.csl").is_file()
