"""A house style looked at: the Word file, the style of each role, and where the text will go."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from briefing.model.house_style import HouseStyleFile, HouseStyleLook, StyleRoles
from briefing.ui.dialogs.role_table import RoleTable
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class HouseStyleSheet(Sheet):
    """Wishes for looks at files; what is chosen is said when the user presses Use."""

    look_requested = Signal(object, object)  # a Path, StyleRoles
    file_requested = Signal()  # for a Word file from elsewhere
    style_chosen = Signal(object, object)  # a HouseStyleFile, StyleRoles

    def __init__(self, theme: Theme, use: str, parent: QWidget) -> None:
        super().__init__(theme, "House style", parent)
        self._files: tuple[HouseStyleFile, ...] = ()
        self.file_box = QComboBox()
        self.file_box.setAccessibleName("Word file of the house style")
        self.file_box.activated.connect(self._on_file_activated)
        self.table = RoleTable(theme)
        self.table.roles_changed.connect(self._ask)
        self.place = make_label("", "muted", is_wrapped=True)
        self.told = make_label("", "warn", is_wrapped=True)
        self._lay_out(use)
        width, height = parent.width() - 48, parent.height() - 48
        self.resize(min(theme.px(860), width), min(theme.px(720), height))

    @property
    def file(self) -> HouseStyleFile | None:
        """Return the file that is chosen."""
        row = self.file_box.currentIndex()
        return self._files[row] if 0 <= row < len(self._files) else None

    def show_files(
        self, files: Sequence[HouseStyleFile], chosen: str, roles: StyleRoles = ()
    ) -> None:
        """Show the files that stand ready; one is chosen by its name, and looked at."""
        self._files = tuple(files)
        self.file_box.clear()
        for one in self._files:
            name = Path(one.name).name  # one from elsewhere is named by its path
            self.file_box.addItem(name if one.is_own else f"{name} (comes with the program)")
        rows = [row for row, one in enumerate(self._files) if one.name == chosen]
        self.file_box.setCurrentIndex(rows[0] if rows else 0)
        if not rows and chosen:
            self.show_problem(f"There is no house style “{chosen}”; choose or add one.")
        if self.file is not None:
            self.look_requested.emit(self.file.path, roles if rows else ())

    def show_look(self, look: HouseStyleLook) -> None:
        """Show what the chosen file gives a memo."""
        bar = self.table.verticalScrollBar()
        place = bar.value()
        self.table.show_look(look)
        bar.setValue(place)
        brings = f" It brings {', '.join(look.keeps)}." if look.keeps else ""
        self.place.setText(look.place + brings)
        self.told.setText("\n".join(look.notes))
        self.told.setVisible(bool(look.notes))
        self.use.setEnabled(True)

    def show_problem(self, problem: str) -> None:
        """Say why a file cannot be used."""
        self.table.setRowCount(0)
        self.place.setText("")
        self.told.setText(problem)
        self.told.show()
        self.use.setEnabled(False)

    def _lay_out(self, use: str) -> None:
        add = TextButton(self.theme, "Add a Word file…", icon="plus")
        add.clicked.connect(self.file_requested)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.file_box, 1)
        row.addWidget(add)
        self.content.addLayout(row)
        self.content.addWidget(self.table, 1)
        self.content.addWidget(self.place)
        self.content.addWidget(self.told)
        self.told.hide()
        again = TextButton(self.theme, "Guess again")
        again.setToolTip("Let go of the styles that you chose")
        again.clicked.connect(self.table.forget)
        cancel = TextButton(self.theme, "Cancel")
        cancel.clicked.connect(self.reject)
        self.use = TextButton(self.theme, use, "accent")
        self.use.setEnabled(False)
        self.use.clicked.connect(self._on_use_clicked)
        self.add_buttons((again, cancel, self.use))

    def _on_file_activated(self) -> None:
        if self.file is not None:
            self.look_requested.emit(self.file.path, ())

    def _ask(self) -> None:
        if self.file is not None:
            self.look_requested.emit(self.file.path, self.table.roles)

    def _on_use_clicked(self) -> None:
        if self.file is not None:
            self.style_chosen.emit(self.file, self.table.roles)
            self.accept()
