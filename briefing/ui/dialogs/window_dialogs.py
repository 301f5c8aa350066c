"""The window's own dialogs, each imported and made when it is asked for."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.looks import Looks
from briefing.ui.theme import Theme

if TYPE_CHECKING:
    from briefing.ui.dialogs.help_pages import HelpPage


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Folders:
    """Where the program's resources and the user's templates stand."""

    resources: Path
    templates: Path


class WindowDialogs(QObject):
    """Settings, help and about."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        actions: ActionSet,
        looks: Looks,
        files: FileChoices,
        folders: Folders,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._settings = settings
        self._actions = actions
        self._looks = looks
        self._files = files
        self._folders = folders

    def show_settings(self) -> None:
        """Show the settings."""
        from briefing.ui.dialogs.settings_dialog import SettingsDialog  # noqa: PLC0415 - start-up

        SettingsDialog(
            self._theme,
            self._settings,
            self._looks,
            self._files,
            self._folders.templates,
            self._window,
        ).open_over_window()

    def show_help(self) -> None:
        """Show the keys, and the guide behind them."""
        from briefing.ui.dialogs.help_dialog import HelpDialog  # noqa: PLC0415 - start-up

        HelpDialog(self._theme, self._help_pages(), self._window).show()

    def show_about(self) -> None:
        """Show what this program is."""
        from briefing.ui.dialogs.about_dialog import AboutDialog  # noqa: PLC0415 - start-up

        AboutDialog(self._theme, self._window).open_over_window()

    def _help_pages(self) -> "tuple[HelpPage, ...]":
        from briefing.ui.dialogs.help_pages import keys_page, read_guide  # noqa: PLC0415 - start-up

        rows = [(spec, self._keys(spec.name)) for spec in self._actions.specs]
        return (keys_page(rows), *read_guide(self._folders.resources / "help"))

    def _keys(self, name: str) -> tuple[str, ...]:
        native = QKeySequence.SequenceFormat.NativeText
        return tuple(key.toString(native) for key in self._actions.action(name).shortcuts())
