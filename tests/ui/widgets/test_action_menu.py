"""A menu holds the actions that it was told, in groups."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from briefing.ui.actions import ActionSet
from briefing.ui.theme import Theme
from briefing.ui.widgets.action_menu import action_menu


def test_menu_holds_the_named_actions_in_groups(theme: Theme, qtbot: QtBot) -> None:
    over = QWidget()
    qtbot.addWidget(over)
    actions = ActionSet(theme)
    menu = action_menu(actions, ("library.edit", "", "library.note"), over)
    first, line, last = menu.actions()
    assert first is actions.action("library.edit")
    assert line.isSeparator()
    assert last is actions.action("library.note")
