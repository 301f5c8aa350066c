"""The file dialogs of the platform: one door to them, so that each begins where the user works."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from briefing.settings import Settings


class FileChoices(QObject):
    """Asks for files and folders; an empty answer means that the user thought better of it.

    `filters` is Qt's text, such as `Word files (*.docx);;Markdown (*.md)`.
    """

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folder: Path | None = None

    @property
    def folder(self) -> Path:
        """Return where the next dialog begins: the last place used, else the default folder."""
        return self._folder or self._settings.default_folder

    def open_file(self, title: str, filters: str) -> Path | None:
        """Ask for one file that exists."""
        parent = QApplication.activeWindow()
        name, _ = QFileDialog.getOpenFileName(parent, title, str(self.folder), filters)
        return self._remember(name)

    def open_files(self, title: str, filters: str) -> tuple[Path, ...]:
        """Ask for files that exist."""
        parent = QApplication.activeWindow()
        names, _ = QFileDialog.getOpenFileNames(parent, title, str(self.folder), filters)
        if names:
            self._remember(names[0])
        return tuple(Path(name) for name in names)

    def open_folder(self, title: str) -> Path | None:
        """Ask for a folder that exists."""
        parent = QApplication.activeWindow()
        name = QFileDialog.getExistingDirectory(parent, title, str(self.folder))
        if name:
            self._folder = Path(name)
        return Path(name) if name else None

    def save_file(self, title: str, suggested: str, filters: str) -> Path | None:
        """Ask where to write; `suggested` is a file name. The platform asks before overwriting.

        A name without an ending gets that of the suggested one.
        """
        parent = QApplication.activeWindow()
        start = str(self.folder / suggested)
        name, _ = QFileDialog.getSaveFileName(parent, title, start, filters)
        path = self._remember(name)
        if path is None or path.suffix:
            return path
        return path.with_suffix(Path(suggested).suffix)

    def _remember(self, name: str) -> Path | None:
        if not name:
            return None
        path = Path(name)
        self._folder = path.parent
        return path
