"""The library's own snippets: a list of names, and the words of the one that is chosen."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class SnippetsDialog(Sheet):
    """Snippets are kept and removed here; they are typed in the memo as `;name`."""

    save_requested = Signal(str, str)  # name, words
    removal_requested = Signal(str)

    def __init__(self, theme: Theme, own: Mapping[str, str], parent: QWidget) -> None:
        super().__init__(theme, "Snippets", parent)
        self._own: dict[str, str] = {}
        told = (
            "Type ;name in a memo and a space: the words take its place. Every library knows"
            " ;date, ;day, ;time, ;me, ;to and ;subject."
        )
        self.content.addWidget(make_label(told, "muted", is_wrapped=True))
        self.list = QListWidget()
        self.list.setAccessibleName("Snippets")
        self.name = QLineEdit()
        self.name.setAccessibleName("Name")
        self.name.setPlaceholderText("sign-off")
        self.words = QPlainTextEdit()
        self.words.setAccessibleName("Words")
        self.words.setPlaceholderText("The words, with Markdown where you like")
        self.words.setTabChangesFocus(True)
        self._lay_out()
        self._add_row(theme)
        self.list.currentTextChanged.connect(self._on_name_chosen)
        self.name.textChanged.connect(self._judge)
        self.words.textChanged.connect(self._judge)
        self.resize(theme.px(620), theme.px(420))
        self.set_snippets(own)
        self.name.setFocus()

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(make_label("Name", "small"))
        right.addWidget(self.name)
        right.addWidget(make_label("Words", "small"))
        right.addWidget(self.words, 1)
        self._none = make_label("No snippets of your own yet.", "small", is_wrapped=True)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(make_label("This library's", "small"))
        left.addWidget(self._none)
        left.addWidget(self.list, 1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        self.content.addLayout(row, 1)

    def set_snippets(self, own: Mapping[str, str]) -> None:
        """Show the snippets as they are now."""
        self._own = dict(own)
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems(list(own))
        self._none.setVisible(not own)
        self.list.blockSignals(False)
        self._judge()

    def _add_row(self, theme: Theme) -> None:
        self.new = TextButton(theme, "New snippet", icon="plus")
        self.new.clicked.connect(self._on_new_clicked)
        self.remove = TextButton(theme, "Remove", icon="trash-2")
        self.remove.clicked.connect(self._on_remove_clicked)
        close = TextButton(theme, "Close")
        close.clicked.connect(self.reject)
        self.save = TextButton(theme, "Keep the snippet", "accent")
        self.save.clicked.connect(self._on_save_clicked)
        self.add_buttons((self.new, self.remove, close, self.save))

    def _judge(self) -> None:
        has_words = bool(self.name.text().strip() and self.words.toPlainText().strip())
        self.save.setEnabled(has_words)
        self.remove.setEnabled(self.name.text() in self._own)

    def _on_name_chosen(self, name: str) -> None:
        if name in self._own:
            self.name.setText(name)
            self.words.setPlainText(self._own[name])

    def _on_new_clicked(self) -> None:
        self.list.setCurrentRow(-1)
        self.name.clear()
        self.words.clear()
        self.name.setFocus()

    def _on_save_clicked(self) -> None:
        self.save_requested.emit(self.name.text(), self.words.toPlainText())

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self.name.text())
        self._on_new_clicked()
