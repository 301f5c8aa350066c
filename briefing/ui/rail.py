"""The left rail: one button a workspace, icon over label, and the settings below."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from briefing.ui.theme import Theme

_WIDTH = 56
_ICON = 18


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class RailEntry:
    """One button: the workspace's name, what it says, its icon, its key for the tip."""

    name: str
    title: str
    icon: str
    key: str = ""


class Rail(QFrame):
    """Shows where one is, and leads elsewhere."""

    workspace_requested = Signal(str)
    settings_requested = Signal()

    def __init__(
        self, theme: Theme, entries: tuple[RailEntry, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._entries = entries
        self._current = ""
        self.setProperty("role", "rail")
        self.setAccessibleName("Workspaces")
        self._group = QButtonGroup(self)
        self._buttons = {entry.name: self._make_button(entry) for entry in entries}
        self._settings_entry = RailEntry("", "Settings", "settings", "Ctrl+,")
        self._settings = self._make_button(self._settings_entry)
        self._settings.clicked.connect(self.settings_requested)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 8, 4, 8)
        layout.setSpacing(4)
        for name, button in self._buttons.items():
            button.setCheckable(True)
            self._group.addButton(button)
            button.setObjectName(name)
            button.clicked.connect(self._on_button_clicked)
            layout.addWidget(button)
        layout.addStretch(1)
        layout.addWidget(self._settings)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_current(self, name: str) -> None:
        """Show where one is."""
        self._current = name
        button = self._buttons.get(name)
        if button is not None:
            button.setChecked(True)
        self._draw_icons()

    def set_rooms_shown(self, *, shown: bool) -> None:
        """Show the workspaces, when a library is open."""
        for button in self._buttons.values():
            button.setVisible(shown)

    def _make_button(self, entry: RailEntry) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "rail")
        button.setText(entry.title)
        button.setToolTip(f"{entry.title} ({entry.key})" if entry.key else entry.title)
        button.setAccessibleName(entry.title)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        return button

    def _draw_icons(self) -> None:
        side = self._theme.icon_size(_ICON)
        for entry in self._entries:
            button = self._buttons[entry.name]
            ink = "accent" if entry.name == self._current else "muted"
            button.setIcon(self._theme.icon(entry.icon, ink, _ICON))
            button.setIconSize(side)
        self._settings.setIcon(self._theme.icon(self._settings_entry.icon, "muted", _ICON))
        self._settings.setIconSize(side)

    def _on_button_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, QToolButton):
            self.workspace_requested.emit(button.objectName())

    def _on_theme_changed(self) -> None:
        self.setFixedWidth(self._theme.px(_WIDTH))
        self._draw_icons()
