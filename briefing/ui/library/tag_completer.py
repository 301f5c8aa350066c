"""Completes the last of several tags in one line; which tags there are is told from outside."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit


class TagCompleter(QCompleter):
    """Asks for the tags that the piece behind the last comma may mean, and offers them."""

    wanted = Signal(str)  # the piece

    def __init__(self, edit: QLineEdit) -> None:
        super().__init__(edit)
        self._edit = edit
        self._offers = QStringListModel(self)
        self.setModel(self._offers)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        # What is on offer narrows with each key, until the offers for it have come.
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = self.popup()
        if popup is not None:  # there always is one; the binding cannot say so
            popup.setProperty("role", "completions")
        edit.setCompleter(self)
        edit.textEdited.connect(self._on_edit_text_edited)

    def offer(self, tags: Sequence[str]) -> None:
        """Offer some tags for what stands in the line now."""
        self._offers.setStringList(list(tags))
        if self._edit.hasFocus() and self._piece():
            self.setCompletionPrefix(self._edit.text())
            self.complete()

    def _on_edit_text_edited(self) -> None:
        piece = self._piece()
        if piece:
            self.wanted.emit(piece)
        else:
            self._offers.setStringList([])

    def _piece(self) -> str:
        return self._edit.text().rpartition(",")[2].strip()

    # Qt's own

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        before, comma, _ = self._edit.text().rpartition(",")
        tag = str(index.data(self.completionRole()) or "")
        return f"{before}{comma} {tag}" if comma else tag
