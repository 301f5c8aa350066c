import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from briefing.services.desk import create_desk
from briefing.ui.system_end import SystemEnd

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="it knows no such signals")


def test_window_that_is_asked_to_end_closes_its_library_in_order(tmp_path: Path) -> None:
    library = tmp_path / "a.briefing"
    create_desk(library).close()
    log = tmp_path / "a.briefing-wal"  # is there for as long as the library is open
    settings = tmp_path / "settings.json"  # once the library is shown
    places = {name: str(tmp_path) for name in ("HOME", "BRIEFING_HOME", "TMPDIR")}
    running = subprocess.Popen(
        [sys.executable, ROOT / "main.py", library],
        env={**os.environ, **places, "QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":none"},
    )
    try:
        while not settings.exists() and running.poll() is None:
            time.sleep(0.05)
        assert log.exists()
        running.send_signal(signal.SIGTERM)
        assert running.wait(60) == 0
    finally:
        running.kill()
    assert not log.exists()
    assert not list(tmp_path.glob("Briefing-*"))  # the theme's pictures


def test_signal_is_heard_on_the_windows_thread(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    heard: list[str] = []
    parent = QObject()
    end = SystemEnd(lambda: heard.append("end"), parent)
    try:
        signal.raise_signal(signal.SIGTERM)
        qtbot.waitUntil(lambda: heard == ["end"])
    finally:
        end.close()
    assert signal.getsignal(signal.SIGTERM) is before
