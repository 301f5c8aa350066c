"""What chips and folds say: handed in from outside, asked for when a line first needs it."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from briefing.services.citing import CitationLabel
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit


class ChipLabels(QObject):
    """Keeps the labels of citations and the words of folds for one editor."""

    labels_wanted = Signal(object)  # frozenset of citation keys
    folds_wanted = Signal(object)  # frozenset of the lines that open a looked-up div

    def __init__(self, editor: MarkdownTextEdit) -> None:
        super().__init__(editor)
        self._editor = editor
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._listen()

    def set_labels(self, labels: Mapping[str, CitationLabel]) -> None:
        """Show what keys stand for; lines that cite one of them are drawn anew."""
        setter = self._editor.setter
        changed = {key for key, label in labels.items() if setter.labels.get(key) != label}
        setter.labels.update(labels)
        if changed:
            self._refresh_where(lambda number: not changed.isdisjoint(self._keys_of(number)))

    def set_fold_words(self, words: Mapping[str, str]) -> None:
        """Show what folds hold: for the line that opens one, its words."""
        setter, entries = self._editor.setter, self._editor.table.entries
        changed = {line for line, said in words.items() if setter.fold_words.get(line) != said}
        setter.fold_words.update(words)
        if changed:
            self._refresh_where(lambda number: entries[number].text in changed)

    def label(self, key: str) -> CitationLabel | None:
        """Return what a key stands for, once it is known."""
        return self._editor.setter.labels.get(key)

    def ask_again(self) -> None:
        """Ask for everything that is shown, because the library changed."""
        setter = self._editor.setter
        self.labels_wanted.emit(frozenset(setter.labels))
        self.folds_wanted.emit(frozenset(setter.fold_words))

    def carry_over(self) -> None:
        """Listen to a new setter of lines, made when the looks changed."""
        self._listen()

    def _listen(self) -> None:
        self._editor.setter.on_unknown = self._timer.start

    def _on_timer_timeout(self) -> None:
        setter = self._editor.setter
        keys, folds = setter.take_unknown()
        if keys:
            self.labels_wanted.emit(keys)
        if folds:
            self.folds_wanted.emit(folds)

    def _keys_of(self, number: int) -> frozenset[str]:
        laid = self._editor.page.laid(number)
        return frozenset(key for chip in laid.chips for key in chip.keys) if laid else frozenset()

    def _refresh_where(self, is_meant: Callable[[int], bool]) -> None:
        numbers = [n for n in range(len(self._editor.table.entries)) if is_meant(n)]
        if numbers:
            self._editor.page.refresh(numbers)
