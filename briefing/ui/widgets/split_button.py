"""A button with an arrow beside it: the usual action at once, its kin in a menu."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton, ButtonRole, TextButton


class SplitButton(QWidget):
    """`Export Word | ⌄`: the arrow's menu holds the actions that stand beside the usual one."""

    def __init__(
        self,
        theme: Theme,
        button: ActionButton,
        beside: Sequence[QAction],
        role: ButtonRole = "plain",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.button = button
        self._menu = QMenu(self)
        self._menu.addActions(list(beside))
        self.arrow = TextButton(theme, "", role, "chevron-down")
        self.arrow.setAccessibleName(f"More like {button.text()}")
        self.arrow.setToolTip(self.arrow.accessibleName())
        self.arrow.setMenu(self._menu)
        self.arrow.setProperty("half", "right")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        row.addWidget(button)
        row.addWidget(self.arrow)
