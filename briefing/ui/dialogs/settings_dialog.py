"""The settings: looks, text size, folders, what happens at the start. Each acts at once."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QRadioButton,
    QWidget,
)

from briefing.settings import Settings
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.looks import Looks
from briefing.ui.theme import TEXT_SIZES, Theme, ThemeMode
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.labels import make_label

_MODES = (
    (ThemeMode.SYSTEM, "Follow the system"),
    (ThemeMode.LIGHT, "Light"),
    (ThemeMode.DARK, "Dark"),
)


class SettingsDialog(Sheet):
    """One line a setting: its name at the left, the choice at the right."""

    def __init__(
        self,
        theme: Theme,
        settings: Settings,
        looks: Looks,
        files: FileChoices,
        templates: Path,
        parent: QWidget,
    ) -> None:
        super().__init__(theme, "Settings", parent)
        self._settings = settings
        self._looks = looks
        self._files = files
        self._templates = templates
        self.setMinimumWidth(theme.px(560))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(16)
        self._grid.setColumnStretch(1, 1)
        self.content.addLayout(self._grid)
        self._add_row("Theme", self._make_theme_choice())
        self._add_row("Text size", self._make_size_choice())
        self._add_row("Folder for files", self._make_folder_choice())
        self._add_row("Your own templates", self._make_templates_row())
        self._add_row("At the start", self._make_start_choice())
        self.content.addStretch(1)
        self.add_close_button().setFocus()

    def _add_row(self, name: str, choice: QWidget | QLayout) -> None:
        row = self._grid.rowCount()
        label = make_label(name, "muted")
        self._grid.addWidget(label, row, 0)
        if isinstance(choice, QLayout):
            self._grid.addLayout(choice, row, 1)
        else:
            label.setBuddy(choice)
            self._grid.addWidget(choice, row, 1)

    def _make_theme_choice(self) -> QLayout:
        row = QHBoxLayout()
        row.setSpacing(14)
        self._modes = QButtonGroup(self)
        for number, (mode, text) in enumerate(_MODES):
            button = QRadioButton(text)
            button.setAccessibleName(f"Theme: {text}")
            button.setChecked(mode is self.theme.mode)
            self._modes.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        self._modes.idClicked.connect(self._on_mode_clicked)
        return row

    def _make_size_choice(self) -> QLayout:
        self._sizes = QComboBox()
        self._sizes.setAccessibleName("Text size")
        for size in TEXT_SIZES:
            self._sizes.addItem(f"{size} %", size)
        self._sizes.setCurrentIndex(max(0, self._sizes.findData(self.theme.text_size)))
        self._sizes.activated.connect(self._on_size_activated)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._sizes)
        row.addWidget(make_label("also Ctrl and + or −", "small"))
        row.addStretch(1)
        return row

    def _make_folder_choice(self) -> QLayout:
        self._folder = ElidedLabel(str(self._settings.default_folder))
        button = TextButton(self.theme, "Choose…")
        button.setAccessibleName("Choose the folder for files")
        button.clicked.connect(self._on_choose_folder_clicked)
        return _with_button(self._folder, button)

    def _make_templates_row(self) -> QLayout:
        button = TextButton(self.theme, "Open the folder")
        button.setAccessibleName("Open the folder of your own templates")
        button.clicked.connect(self._on_open_templates_clicked)
        return _with_button(ElidedLabel(str(self._templates)), button)

    def _make_start_choice(self) -> QWidget:
        box = QCheckBox("Open the library that was open last")
        box.setChecked(self._settings.opens_last_library)
        box.toggled.connect(self._on_start_toggled)
        return box

    def _on_mode_clicked(self, number: int) -> None:
        self._looks.set_mode(_MODES[number][0])

    def _on_size_activated(self, number: int) -> None:
        self._looks.set_text_size(TEXT_SIZES[number])

    def _on_choose_folder_clicked(self) -> None:
        folder = self._files.open_folder("The folder where file dialogs begin")
        if folder is not None:
            self._settings.default_folder = folder
            self._folder.setText(str(folder))

    def _on_open_templates_clicked(self) -> None:
        self._templates.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._templates)))

    def _on_start_toggled(self, is_on: bool) -> None:  # noqa: FBT001 - a slot of Qt
        self._settings.opens_last_library = is_on


def _with_button(label: QLabel, button: TextButton) -> QLayout:
    row = QHBoxLayout()
    row.setSpacing(12)
    row.addWidget(label, 1)
    row.addWidget(button)
    return row
