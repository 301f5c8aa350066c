"""Opens the sheet of a house style and serves it: files found, looked at, and taken in."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.model.house_style import HouseStyleFile, HouseStyleLook, StyleRoles
from briefing.ui.context import WindowContext
from briefing.ui.dialogs.house_style_sheet import HouseStyleSheet

Chosen = Callable[[HouseStyleFile, StyleRoles], None]
_WORD_FILES = "Word files (*.docx *.dotx *.docm *.dotm)"


class HouseStyleFlow(QObject):
    """Lets the user choose a house style; the sheet stands over `owner`'s window."""

    def __init__(self, context: WindowContext, owner: QWidget) -> None:
        super().__init__(owner)
        self._context = context
        self._owner = owner

    def open(self, name: str, roles: StyleRoles, use: str, chosen: Chosen) -> HouseStyleSheet:
        """Show a house style by its name; `chosen` hears of the choice, `use` names the button.

        A file from elsewhere is named by its path.
        """
        sheet = HouseStyleSheet(self._context.theme, use, self._owner.window())
        sheet.look_requested.connect(partial(self._look, sheet))
        sheet.file_requested.connect(partial(self._add, sheet))
        sheet.style_chosen.connect(chosen)
        self._list(sheet, name, roles)
        sheet.open_over_window()
        return sheet

    def _list(self, sheet: HouseStyleSheet, name: str, roles: StyleRoles) -> None:
        def done(files: tuple[HouseStyleFile, ...]) -> None:
            path = Path(name)
            inside = next((one.name for one in files if one.path == path), "")
            if path.is_absolute() and not inside:
                files = (*files, HouseStyleFile(name, path, is_own=True))
            if shiboken6.isValid(sheet):
                sheet.show_files(files, inside or name, roles)

        self._context.tasks.run(self._every, done, key="house_style.list")

    def _every(self) -> tuple[HouseStyleFile, ...]:
        return self._context.desk.styling.every()

    def _look(self, sheet: HouseStyleSheet, path: Path, roles: StyleRoles) -> None:
        def work() -> HouseStyleLook:
            return self._context.desk.styling.look(path, roles)

        def done(look: HouseStyleLook) -> None:
            if shiboken6.isValid(sheet):
                sheet.show_look(look)

        failed = partial(self._on_failed, sheet)
        self._context.tasks.run(work, done, failed, key="house_style.look")

    def _add(self, sheet: HouseStyleSheet) -> None:
        path = self._context.files.open_file("Add a house style", _WORD_FILES)
        if path is None:
            return

        def work() -> HouseStyleFile:
            return self._context.desk.styling.take_in(path)

        def done(taken: HouseStyleFile) -> None:
            if shiboken6.isValid(sheet):
                self._list(sheet, taken.name, ())

        failed = partial(self._on_failed, sheet)
        self._context.tasks.run(work, done, failed, key="house_style.add")

    def _on_failed(self, sheet: HouseStyleSheet, fault: BriefingError) -> None:
        if shiboken6.isValid(sheet):
            sheet.show_problem(str(fault))
