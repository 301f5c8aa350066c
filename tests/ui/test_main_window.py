"""The window's frame: sizes, rail, drop, menus, and what it says to those who cannot see it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QFontInfo
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from briefing.settings import Settings
from briefing.ui.wiring import Front
from tests.ui.conftest import StandInDesk


def test_the_size_is_remembered(front: Front, settings: Settings) -> None:
    front.window.resize(781, 611)
    front.window.remember_geometry()
    settings.save()
    kept = Settings(settings.path).state("window")["geometry"]
    front.window.resize(790, 700)
    assert front.window.restore_geometry(kept)
    assert (front.window.width(), front.window.height()) == (781, 611)


@pytest.mark.parametrize("kept", ["", "!!", "ünlesbar", "AAAA"])
def test_a_size_that_cannot_be_read_is_passed_over(front: Front, kept: str) -> None:
    assert not front.window.restore_geometry(kept)


def test_it_fits_a_small_screen(front: Front, desk: StandInDesk) -> None:
    del desk
    front.window.resize(1024, 700)
    assert (front.window.width(), front.window.height()) == (1024, 700)
    front.theme.set_text_size(150)
    assert front.window.minimumSizeHint().width() <= 1024


def test_without_a_library_there_are_no_dead_buttons(front: Front) -> None:
    rail = [b for b in front.window.rail.findChildren(QAbstractButton) if b.isVisible()]
    assert [button.text() for button in rail] == ["Settings"]
    bar = [b for b in front.window.top_bar.findChildren(QAbstractButton) if b.isVisible()]
    assert [button.accessibleName() for button in bar] == ["Menu"]


def test_the_rail_shows_where_one_is(
    front: Front, qtbot: QtBot, room_in_front: Callable[[], Any]
) -> None:
    buttons = {b.text(): b for b in front.window.rail.findChildren(QAbstractButton)}
    assert buttons["Library"].isChecked()
    qtbot.mouseClick(buttons["Memos"], Qt.MouseButton.LeftButton)
    assert buttons["Memos"].isChecked()
    assert room_in_front().name == "memos"


def test_the_room_decides_the_buttons_at_the_top(front: Front, desk: StandInDesk) -> None:
    del desk
    shown = [b for b in front.window.top_bar.findChildren(QAbstractButton) if b.isVisible()]
    texts = [b.text() for b in shown if b.property("role") in {"plain", "accent"}]
    assert texts == ["Import", "New memo"]
    assert [b.text() for b in shown if b.property("role") == "accent"] == ["New memo"]


def drop(front: Front, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    front.window.dropEvent(event)


def test_a_dropped_library_opens(front: Front, tmp_path: Path) -> None:
    drop(front, tmp_path / "Dropped.briefing")
    front.tasks.wait_all()
    assert front.shell.session is not None
    assert front.shell.session.context.desk.library.path.name == "Dropped.briefing"


def test_other_files_are_taken_into_the_library(
    front: Front, desk: StandInDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del desk
    taken: list[str] = []
    session = front.shell.session
    assert session is not None
    monkeypatch.setattr(session, "import_files", taken.extend)
    drop(front, tmp_path / "article.txt", tmp_path / "b.briefing", tmp_path / "folder")
    assert taken == [str(tmp_path / "article.txt"), str(tmp_path / "folder")]


def test_files_without_a_library_are_asked_for_again(front: Front, tmp_path: Path) -> None:
    drop(front, tmp_path / "article.txt")
    (toast,) = front.window.toasts.toasts
    assert any("drop the files again" in label.text() for label in toast.findChildren(QLabel))


def test_every_control_has_a_name(front: Front, desk: StandInDesk) -> None:
    del desk
    front.actions.trigger("view.palette")
    nameless = [
        widget
        for kind in (QAbstractButton, QLineEdit)
        for widget in front.window.findChildren(kind)
        if widget.isVisible()
        and not isinstance(widget.parent(), type(front.shell.session.current))  # type: ignore[union-attr]
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and widget.window() is front.window
        and widget.property("role") is not None
    ]
    assert nameless == []


def test_menus_show_only_what_can_be_done(front: Front, desk: StandInDesk) -> None:
    del desk
    menu = front.window.app_menu
    menu.menu.aboutToShow.emit()
    titles = {a.text() for a in menu.menu.actions() if a.isVisible() and a.menu()}
    assert titles == {"Edit", "View", "Library", "Memo", "Help"}
    front.actions.trigger("view.memos")
    menu.menu.aboutToShow.emit()
    titles = {a.text() for a in menu.menu.actions() if a.isVisible() and a.menu()}
    assert titles == {"Edit", "View", "Memo", "Help"}


def test_recent_libraries_stand_in_the_menu(
    front: Front, settings: Settings, tmp_path: Path
) -> None:
    path = tmp_path / "Lately.briefing"
    path.touch()
    settings.add_recent_library(path)
    recent = front.window.app_menu.recent
    recent.aboutToShow.emit()
    (action,) = recent.actions()
    assert action.text() == "Lately"
    action.trigger()
    front.tasks.wait_all()
    assert front.shell.session is not None


def test_text_size_keys(front: Front, settings: Settings) -> None:
    front.actions.trigger("view.larger_text")
    assert (front.theme.text_size, settings.text_size) == (110, 110)
    front.actions.trigger("view.smaller_text")
    front.actions.trigger("view.smaller_text")
    assert settings.text_size == 90
    front.actions.trigger("view.usual_text")
    assert settings.text_size == 100


def test_the_theme_is_kept(front: Front, settings: Settings) -> None:
    front.actions.trigger("view.dark")
    assert front.theme.scheme == settings.theme == "dark"
    assert front.actions.action("view.dark").isChecked()
    front.actions.trigger("view.system_theme")
    assert settings.theme == "system"
    assert not front.actions.action("view.dark").isChecked()


def sans_of(front: Front) -> set[tuple[str, int]]:
    """Return the family and size of every label and button of the frame."""
    bars = (front.window.top_bar, front.window.rail, front.window.status_line)
    widgets = [
        w for bar in bars for kind in (QLabel, QAbstractButton) for w in bar.findChildren(kind)
    ]
    fonts = [QFontInfo(w.font()) for w in widgets if w.isVisible()]
    return {(font.family(), font.pixelSize()) for font in fonts}


def test_every_word_of_the_frame_is_set_in_inter_at_every_size(
    front: Front, desk: StandInDesk
) -> None:
    del desk
    assert sans_of(front) == {("Inter", 11), ("Inter", 12), ("Inter", 13)}
    front.theme.set_text_size(200)
    assert sans_of(front) == {("Inter", 22), ("Inter", 24), ("Inter", 26)}
    front.theme.set_text_size(100)
    assert sans_of(front) == {("Inter", 11), ("Inter", 12), ("Inter", 13)}
