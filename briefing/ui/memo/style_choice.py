"""The house style of one export: the template's or a Word file, with the styles of its roles."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing.model.export_options import ExportOptions
from briefing.model.house_style import StyleRoles
from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.memo.choice_box import ChoiceBox
from briefing.ui.memo.export_choices import Choice
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton

_WORD_FILES = "Word files (*.docx *.dotx *.docm *.dotm)"


class StyleChoice(QWidget):
    """Wishes to show the roles of the file that is chosen; the roles chosen go with the file."""

    roles_requested = Signal(str, object)  # the file, StyleRoles

    def __init__(
        self, theme: Theme, choices: Sequence[Choice], options: ExportOptions, files: FileChoices
    ) -> None:
        super().__init__()
        self._roles: StyleRoles = options.styles if options.style else ()
        self.box = ChoiceBox(choices, str(options.style or ""), files, _WORD_FILES)
        self.box.setAccessibleName("House style")
        self.box.currentIndexChanged.connect(self._on_style_changed)
        self._button = TextButton(theme, "Styles…")
        self._button.setToolTip("Which style of the file plays which role")
        self._button.clicked.connect(self._on_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.box, 1)
        row.addWidget(self._button)
        self.setFocusProxy(self.box)
        self._button.setEnabled(bool(self.box.value))

    @property
    def path(self) -> Path | None:
        """Return the Word file; nothing where the template's house style serves."""
        return Path(self.box.value) if self.box.value else None

    @property
    def roles(self) -> StyleRoles:
        """Return the roles whose styles were chosen for the file."""
        return self._roles

    def use(self, path: Path, roles: StyleRoles) -> None:
        """Choose a file and the styles of its roles."""
        self.box.choose(str(path))
        self._roles = roles

    def _on_style_changed(self) -> None:
        self._roles = ()
        self._button.setEnabled(bool(self.box.value))

    def _on_button_clicked(self) -> None:
        self.roles_requested.emit(self.box.value, self._roles)
