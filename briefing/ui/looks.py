"""The user's choice of looks: changed at once, and kept."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.theme import Theme, ThemeMode


class Looks(QObject):
    """Scheme, text size and full screen, from menus, keys and the settings alike."""

    def __init__(
        self, theme: Theme, settings: Settings, actions: ActionSet, window: QMainWindow
    ) -> None:
        super().__init__(window)
        self._theme = theme
        self._settings = settings
        self._actions = actions
        self._window = window
        actions.handle("view.light", partial(self.set_mode, ThemeMode.LIGHT))
        actions.handle("view.dark", partial(self.set_mode, ThemeMode.DARK))
        actions.handle("view.system_theme", partial(self.set_mode, ThemeMode.SYSTEM))
        actions.handle("view.larger_text", partial(self._step, 1))
        actions.handle("view.smaller_text", partial(self._step, -1))
        actions.handle("view.usual_text", partial(self.set_text_size, 100))
        actions.handle("view.full_screen", self._toggle_full_screen)
        self._show_mode()

    def set_mode(self, mode: ThemeMode) -> None:
        """Change the scheme."""
        self._theme.set_mode(mode)
        self._settings.theme = mode.value
        self._show_mode()

    def set_text_size(self, percent: int) -> None:
        """Change the text size, in per cent."""
        self._theme.set_text_size(percent)
        self._settings.text_size = self._theme.text_size

    def _step(self, steps: int) -> None:
        self._theme.step_text_size(steps)
        self._settings.text_size = self._theme.text_size

    def _toggle_full_screen(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()

    def _show_mode(self) -> None:
        """Tick the scheme that was chosen."""
        mode = self._theme.mode
        self._actions.set_checked("view.light", checked=mode is ThemeMode.LIGHT)
        self._actions.set_checked("view.dark", checked=mode is ThemeMode.DARK)
        self._actions.set_checked("view.system_theme", checked=mode is ThemeMode.SYSTEM)
