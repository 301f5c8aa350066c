"""A theme and a pane for the dialogs of collecting."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing.paths import resources_dir
from briefing.ui.theme import Theme, ThemeMode


@pytest.fixture
def theme(qtbot: QtBot) -> Theme:
    del qtbot  # it makes the application
    theme = Theme(resources_dir())
    theme.start(ThemeMode.LIGHT, 100)
    return theme


@pytest.fixture
def over(qtbot: QtBot) -> QWidget:
    pane = QWidget()
    qtbot.addWidget(pane)
    return pane
