"""Buttons by role, with icons that follow the theme."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token

ButtonRole = Literal[
    "plain", "accent", "danger", "link", "chip", "pill", "badge", "status", "search", "choice"
]
_INKS: dict[ButtonRole, Token] = {
    "accent": "on_accent",
    "danger": "bad",
    "link": "accent",
    "chip": "accent",
    "pill": "muted",
    "badge": "accent",
    "status": "muted",
    "search": "muted",
}
_SMALL_ICON = 13
_ICON = 15
_GAP = 3  # px between icon and text, beside the 4 px that Qt leaves


class TextButton(QPushButton):
    """A push button with a role and, perhaps, a Lucide icon. Its text is its accessible name."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        role: ButtonRole = "plain",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._role: ButtonRole = role
        self._icon_name = icon
        self._ink: Token = _INKS.get(role, "ink")
        self.setProperty("role", role)
        self.setProperty("state", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_icon_name(self, icon: str, ink: Token | None = None) -> None:
        """Show another icon, or none; in another ink than the role's where one is given."""
        self._icon_name = icon
        if ink is not None:
            self._ink = ink
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        if not self._icon_name:
            return
        is_small = self._role in {"chip", "pill", "badge", "status"}
        size = _SMALL_ICON if is_small else _ICON
        gap = _GAP if self.text() else 0
        self.setIconSize(self._theme.icon_size(size, gap))
        self.setIcon(self._theme.icon(self._icon_name, self._ink, size, gap))


class ActionButton(TextButton):
    """A button that stands for an action of the table: its text, key, icon, and whether it can.

    Without a text of its own it says what the action says, and follows it.
    """

    def __init__(
        self,
        theme: Theme,
        action: QAction,
        icon: str,
        role: ButtonRole = "plain",
        text: str = "",
    ) -> None:
        super().__init__(theme, text or action.text(), role, icon)
        self._action = action
        self._follows_text = not text
        self.clicked.connect(action.trigger)
        action.changed.connect(self._on_action_changed)
        self._on_action_changed()

    def _on_action_changed(self) -> None:
        key = self._action.shortcut().toString()
        if self._follows_text and self.text() != self._action.text():
            self.setText(self._action.text())
        self.setEnabled(self._action.isEnabled())
        is_shown = self._action.isVisible()
        if not is_shown or self.parentWidget() is not None:  # else it would be a window
            self.setVisible(is_shown)
        self.setCheckable(self._action.isCheckable())
        self.setChecked(self._action.isChecked())
        self.setToolTip(f"{self._action.text()} ({key})" if key else self._action.text())


class IconButton(QToolButton):
    """A button of an icon alone; `text` is its tip and its accessible name."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        text: str,
        *,
        ink: Token = "muted",
        size: int = _ICON,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._ink: Token = ink
        self._size = size
        self.setToolTip(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setIconSize(self._theme.icon_size(self._size))
        self.setIcon(self._theme.icon(self._icon_name, self._ink, self._size))
