"""A menu of actions from the one table, shown where the pointer is."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from briefing.ui.actions import ActionSet


def action_menu(actions: ActionSet, names: Sequence[str], over: QWidget) -> QMenu:
    """Return a menu of the named actions; an empty name is a line between two groups."""
    menu = QMenu(over)
    for name in names:
        if name:
            menu.addAction(actions.action(name))
        else:
            menu.addSeparator()
    return menu


def show_action_menu(
    actions: ActionSet, names: Sequence[str], over: QWidget, place: QPoint
) -> None:
    """Show a menu of actions until one is chosen; `place` is on the screen."""
    menu = action_menu(actions, names, over)
    menu.exec(place)
    menu.deleteLater()
