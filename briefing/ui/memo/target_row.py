"""Where an export goes: a file name to type, a folder to choose, and what is wrong of either."""

import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.memo.export_choices import LastExport
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.elided_label import ElidedLabel

_FORBIDDEN = frozenset('/\\:*?"<>|')  # in the names of files, on one system or another


class TargetRow(QObject):
    """Two fields of a form; the ending of the name follows the kind of file."""

    changed = Signal()

    def __init__(self, theme: Theme, files: FileChoices, last: LastExport) -> None:
        super().__init__()
        self._files = files
        self._written = last.target if last.is_own else None
        self._folder = last.target.parent
        self._suffix = last.target.suffix
        self.name = QLineEdit(last.target.name)
        self.name.textChanged.connect(self.changed)
        self._shown = ElidedLabel(str(self._folder))
        button = TextButton(theme, "Choose…")
        button.setAccessibleName("Choose the folder")
        button.clicked.connect(self._on_choose_clicked)
        self.folder_row = QHBoxLayout()
        self.folder_row.setSpacing(12)
        self.folder_row.addWidget(self._shown, 1)
        self.folder_row.addWidget(button)

    @property
    def path(self) -> Path:
        """Return the file; a name without the kind's ending gets it."""
        name = self.name.text().strip()
        return self._folder / (name if name.lower().endswith(self._suffix) else name + self._suffix)

    @property
    def problem(self) -> str:
        """Return why nothing can be written there, or nothing."""
        name = self.name.text().strip()
        if not name.removesuffix(self._suffix).strip("."):
            return "Give the file a name."
        if _FORBIDDEN & set(name):
            return "A file's name has none of the signs / \\ : * ? \" < > |."
        if not self._folder.is_dir():
            return "The folder is not there any more; choose another."
        if not os.access(self._folder, os.W_OK):
            return "You may not write into this folder; choose another."
        return ""

    @property
    def warning(self) -> str:
        """Return what an export would replace, unless it is the memo's own last one."""
        path = self.path
        if path != self._written and path.exists():
            return f"{path.name} is there already; exporting replaces it."
        return ""

    def set_suffix(self, suffix: str) -> None:
        """Follow another kind of file."""
        name = self.name.text().strip()
        stem = name[: -len(self._suffix)] if name.lower().endswith(self._suffix) else name
        self._suffix = suffix
        self.name.setText(stem + suffix)
        self.changed.emit()

    def _on_choose_clicked(self) -> None:
        folder = self._files.open_folder("Where to export to")
        if folder is not None:
            self._folder = folder
            self._shown.setText(str(folder))
            self.changed.emit()
