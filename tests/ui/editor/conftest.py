"""An editor in a window of a known size."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from briefing.ui.editor.memo_editor import MemoEditor
from briefing.ui.theme import Theme, ThemeMode

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture
def editor(qtbot: QtBot) -> MemoEditor:
    theme = Theme(RESOURCES)
    theme.start(ThemeMode.LIGHT, 100)
    made = MemoEditor(theme)
    qtbot.addWidget(made)
    made.resize(700, 500)
    made.show()
    made.setFocus()
    return made
