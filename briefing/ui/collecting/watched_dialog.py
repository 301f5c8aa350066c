"""The watched folders of a library: which there are, add one, let one go, look now."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStackedWidget, QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_label


class WatchedDialog(Sheet):
    """What is saved into a watched folder becomes an article by itself."""

    addition_requested = Signal()
    removal_requested = Signal(object)  # a Path
    look_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "Watched folders", parent)
        self._list = QListWidget()
        self._list.setAccessibleName("Watched folders")
        self._list.itemSelectionChanged.connect(self._on_list_selection_changed)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(
            EmptyState(
                theme,
                "eye",
                "No folder is watched",
                "Add the folder that your browser or scanner saves to: what is new there becomes"
                " an article by itself.",
            )
        )
        self.content.addWidget(self._stack, 1)
        self.content.addWidget(
            make_label(
                "Files are left where they are. A file that goes away takes no article with it.",
                "small",
                is_wrapped=True,
            )
        )
        self._remove = TextButton(theme, "Watch no longer")
        self._remove.clicked.connect(self._on_remove_clicked)
        self._look = TextButton(theme, "Look now", icon="refresh-cw")
        self._look.clicked.connect(self.look_requested)
        self._add = TextButton(theme, "Add a folder…", icon="folder-plus")
        self._add.clicked.connect(self.addition_requested)
        close = TextButton(theme, "Close", "accent")
        close.clicked.connect(self.accept)
        self.add_buttons((self._remove, self._look, self._add, close))
        self.resize(theme.px(600), theme.px(360))

    def show_folders(self, folders: Sequence[tuple[Path, bool]]) -> None:
        """Show the folders, each with whether it is there at the moment."""
        self._list.clear()
        for folder, is_there in folders:
            missing = "" if is_there else "  (not there at the moment)"
            item = QListWidgetItem(f"{folder}{missing}")
            item.setData(Qt.ItemDataRole.UserRole, folder)
            self._list.addItem(item)
        self._stack.setCurrentIndex(0 if folders else 1)
        self._look.setEnabled(bool(folders))
        if not folders:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._on_list_selection_changed()

    def _on_list_selection_changed(self) -> None:
        self._remove.setEnabled(bool(self._list.selectedItems()))

    def _on_remove_clicked(self) -> None:
        for item in self._list.selectedItems():
            self.removal_requested.emit(item.data(Qt.ItemDataRole.UserRole))
