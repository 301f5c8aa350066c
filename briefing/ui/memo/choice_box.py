"""A list of choices, the last of which may ask for a file."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QSizePolicy

from briefing.ui.dialogs.file_choices import FileChoices
from briefing.ui.memo.export_choices import Choice

_LEAST = 12  # characters that are seen of the longest choice
_OTHER = "\0"  # no path


class ChoiceBox(QComboBox):
    """Keeps a file that was asked for among its choices; thought better of, the last one stays."""

    def __init__(
        self,
        choices: Sequence[Choice],
        value: str,
        files: FileChoices | None = None,
        filters: str = "",
    ) -> None:
        super().__init__()
        self._files = files
        self._filters = filters
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for choice in choices:
            self.addItem(choice.label, choice.value)
        if files is not None:
            self.addItem("Another file…", _OTHER)
        self._last = 0
        self.choose(value)
        self.activated.connect(self._on_activated)

    @property
    def value(self) -> str:
        """Return what is chosen."""
        return str(self.currentData())

    def choose(self, value: str) -> None:
        """Choose by value; a file that is not in the list is put there."""
        at = self.findData(value)
        if at < 0 and self._files is not None and value:
            at = self.count() - 1
            self.insertItem(at, Path(value).name, value)
        self.setCurrentIndex(max(at, 0))
        self._last = self.currentIndex()

    def _on_activated(self, at: int) -> None:
        if self.itemData(at) != _OTHER:
            self._last = at
            return
        self.setCurrentIndex(self._last)
        path = self._files.open_file("Choose a file", self._filters) if self._files else None
        if path is not None:
            self.choose(str(path))
