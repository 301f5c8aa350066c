"""The real window over a real library on disk; only the file dialogs are answered for the user."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing.app import begin, build
from briefing.settings import Settings
from tests.journeys.story import Start, Story


@pytest.fixture
def library(sample_file: Path, tmp_path: Path) -> Path:
    """Return a library of articles, facts and one memo."""
    return Path(shutil.copy(sample_file, tmp_path / "Desk.briefing"))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


@pytest.fixture
def start(qtbot: QtBot, home: Path) -> Start:
    """Return a way to start the program; leaving the block closes the window."""

    @contextmanager
    def running(library: Path | None = None) -> Iterator[Story]:
        settings = Settings(home / "settings.json")
        front = build(None, settings, home)
        front.window.resize(1440, 900)
        with qtbot.waitActive(front.window):
            begin(front, settings, library)
            front.window.activateWindow()
        story = Story(front, qtbot)
        story.settle()
        try:
            yield story
        finally:
            front.window.close()
            front.tasks.close()
            front.window.deleteLater()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    return running
