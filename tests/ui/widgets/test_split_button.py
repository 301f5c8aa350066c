from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton
from briefing.ui.widgets.split_button import SplitButton


def test_button_does_the_usual_and_the_arrow_offers_the_rest(theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    usual, other = QAction("Export Word"), QAction("Export Markdown")
    usual.triggered.connect(lambda: done.append("word"))
    other.triggered.connect(lambda: done.append("markdown"))
    split = SplitButton(theme, ActionButton(theme, usual, "file-down", "accent"), [other], "accent")
    qtbot.addWidget(split)
    split.button.click()
    menu = split.arrow.menu()
    assert isinstance(menu, QMenu)
    menu.actions()[0].trigger()
    assert done == ["word", "markdown"]
    assert split.arrow.accessibleName() == "More like Export Word"
