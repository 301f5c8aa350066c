"""The application's menus, made from the action table: on the app icon, and natively on macOS."""

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from briefing.settings import Settings
from briefing.ui.actions import ActionSet

_TOP = ("file.new", "file.open", "file.sample", "", "file.backup", "file.check", "")
_BOTTOM = ("", "app.settings", "", "file.close", "file.quit")
# The first part of an action's name is its menu.
_MENUS = {"edit": "Edit", "view": "View", "library": "Library", "memo": "Memo", "app": "Help"}
_LINE_BEFORE = {
    "view.left_pane",
    "view.light",
    "view.larger_text",
    "view.full_screen",
    "library.search",
    "library.next",
    "library.shortlist",
    "library.rank_1",
    "library.tag",
    "library.capture",
    "library.original",
    "library.remove",
    "memo.history",
    "memo.export",
    "memo.find",
    "memo.bold",
    "memo.cite",
    "memo.next_finding",
    "memo.rename",
}


class AppMenu(QObject):
    """Every action in its menu; those of rooms that are not in front are out of sight."""

    about_to_show = Signal()
    recent_requested = Signal(object)  # a Path

    def __init__(self, actions: ActionSet, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions = actions
        self._settings = settings
        self.recent = QMenu("Open recent", parent)
        self.recent.setToolTipsVisible(True)
        self.recent.aboutToShow.connect(self._fill_recent)
        self.recent.triggered.connect(self._on_recent_triggered)
        self._menus: list[QMenu] = []
        self._parent = parent
        self.menu = QMenu(parent)
        self.menu.setAccessibleName("Menu")
        self.menu.aboutToShow.connect(self._on_about_to_show)

    def install_native(self, window: QMainWindow) -> None:
        """Fill the menu bar that macOS shows at the top of the screen."""
        if sys.platform != "darwin":
            return
        self._make_menus()
        bar = window.menuBar()
        file_menu = bar.addMenu("File")
        self._fill(file_menu, (*_TOP, *_BOTTOM))
        for menu in self._menus:
            bar.addMenu(menu)
            menu.aboutToShow.connect(self.about_to_show)

    def _make_menus(self) -> None:
        """Make the menus when they are first looked at: their icons cost 30 ms of a start."""
        if self._menus:
            return
        self._menus = [self._make_menu(name, title) for name, title in _MENUS.items()]
        self._fill(self.menu, _TOP)
        for menu in self._menus:
            self.menu.addMenu(menu)
        self._fill(self.menu, _BOTTOM)

    def _make_menu(self, name: str, title: str) -> QMenu:
        menu = QMenu(title, self._parent)
        names: list[str] = []
        for spec in self._actions.specs:
            if spec.name.split(".")[0] == name:
                names += ["", spec.name] if spec.name in _LINE_BEFORE else [spec.name]
        self._fill(menu, names)
        return menu

    def _fill(self, menu: QMenu, names: Sequence[str]) -> None:
        """Add actions by name; an empty one is a line."""
        for name in names:
            if not name:
                menu.addSeparator()
                continue
            menu.addAction(self._actions.action(name))
            if name == "file.open":
                menu.addMenu(self.recent)

    def _on_about_to_show(self) -> None:
        self._make_menus()
        self.about_to_show.emit()
        self.recent.menuAction().setVisible(bool(self._settings.recent_libraries))
        for menu in self._menus:
            is_used = any(action.isVisible() and action.objectName() for action in menu.actions())
            menu.menuAction().setVisible(is_used)

    def _fill_recent(self) -> None:
        self.recent.clear()
        for path in self._settings.recent_libraries:
            action = self.recent.addAction(path.stem)
            action.setToolTip(str(path))
            action.setData(str(path))

    def _on_recent_triggered(self, action: QAction) -> None:
        self.recent_requested.emit(Path(str(action.data())))
