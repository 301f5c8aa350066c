"""The library's own words, which spelling passes over: listed, added, removed."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLineEdit, QListWidget, QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class OwnWordsDialog(Sheet):
    """A list of words with a line to add one."""

    word_added = Signal(str)
    words_removed = Signal(object)  # a tuple of words

    def __init__(self, theme: Theme, words: Sequence[str], parent: QWidget) -> None:
        super().__init__(theme, "This library's words", parent)
        self.content.addWidget(
            make_label("Names and terms that spelling passes over.", "muted", is_wrapped=True)
        )
        self.line = QLineEdit()
        self.line.setPlaceholderText("A word to add")
        self.line.setAccessibleName("A word to add")
        self._add = TextButton(theme, "Add", icon="plus")
        self._add.clicked.connect(self._on_add_clicked)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self._add)
        self.content.addLayout(row)
        self.list = QListWidget()
        self.list.setAccessibleName("Words")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._judge)
        self.content.addWidget(self.list, 1)
        self._remove = TextButton(theme, "Remove", icon="trash-2")
        self._remove.clicked.connect(self._on_remove_clicked)
        close = TextButton(theme, "Close")
        close.clicked.connect(self.reject)
        self.add_buttons((self._remove, close))
        self._add.setDefault(True)
        self.line.textChanged.connect(self._judge)
        self.resize(theme.px(420), theme.px(440))
        self.set_words(words)
        self.line.setFocus()

    def set_words(self, words: Sequence[str]) -> None:
        """Show the words as they are now."""
        self.list.clear()
        self.list.addItems(list(words))
        self._judge()

    def _judge(self) -> None:
        self._add.setEnabled(bool(self.line.text().strip()))
        self._remove.setEnabled(bool(self.list.selectedItems()))

    def _on_add_clicked(self) -> None:
        word = self.line.text().strip()
        self.line.clear()
        self.line.setFocus()
        if word:
            self.word_added.emit(word)

    def _on_remove_clicked(self) -> None:
        self.words_removed.emit(tuple(item.text() for item in self.list.selectedItems()))
