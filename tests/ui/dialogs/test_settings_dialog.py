"""Settings act at once and are kept."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from briefing.settings import Settings
from briefing.ui.dialogs.settings_dialog import SettingsDialog
from briefing.ui.wiring import Front


@pytest.fixture
def dialog(front: Front, qtbot: QtBot) -> SettingsDialog:
    front.actions.trigger("app.settings")
    found = front.window.findChild(SettingsDialog)
    assert isinstance(found, SettingsDialog)
    qtbot.waitExposed(found)
    return found


def test_the_theme_changes_at_once(
    front: Front, dialog: SettingsDialog, settings: Settings
) -> None:
    radios = {radio.text(): radio for radio in dialog.findChildren(QRadioButton)}
    assert radios["Follow the system"].isChecked()
    radios["Dark"].click()
    assert front.theme.scheme == "dark"
    assert settings.theme == "dark"


def test_the_text_size_changes_at_once(front: Front, dialog: SettingsDialog) -> None:
    box = dialog.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findText("125 %"))
    box.activated.emit(box.currentIndex())
    assert front.theme.text_size == 125


def test_the_folder_is_chosen(
    dialog: SettingsDialog, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialog._files, "open_folder", lambda _title: tmp_path)
    (choose,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Choose…"]
    choose.click()
    assert settings.default_folder == tmp_path


def test_the_start_is_chosen(dialog: SettingsDialog, settings: Settings) -> None:
    box = dialog.findChild(QCheckBox)
    assert isinstance(box, QCheckBox)
    box.click()
    assert not settings.opens_last_library


def test_the_templates_folder_is_made_and_shown(
    dialog: SettingsDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        "briefing.ui.dialogs.settings_dialog.QDesktopServices.openUrl",
        lambda url: shown.append(url.toLocalFile()),
    )
    (button,) = [b for b in dialog.findChildren(QPushButton) if b.text() == "Open the folder"]
    button.click()
    assert [Path(path).is_dir() for path in shown] == [True]
