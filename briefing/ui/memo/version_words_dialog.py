"""Asks for a few words about a version: its name, or to whom it was sent."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class VersionWordsDialog(Sheet):
    """One line, filled with what is known."""

    words_given = Signal(str)

    def __init__(
        self, theme: Theme, title: str, prompt: str, words: str, verb: str, parent: QWidget
    ) -> None:
        super().__init__(theme, title, parent)
        self.content.addWidget(make_label(prompt, "muted", is_wrapped=True))
        self.line = QLineEdit(words)
        self.line.setAccessibleName(prompt)
        self.line.selectAll()
        self.content.addWidget(self.line)
        self.content.addStretch(1)
        cancel = TextButton(theme, "Cancel")
        cancel.clicked.connect(self.reject)
        done = TextButton(theme, verb, "accent")
        done.clicked.connect(self._on_done_clicked)
        self.add_buttons((cancel, done))
        self.setMinimumWidth(theme.px(420))
        self.line.setFocus()

    def _on_done_clicked(self) -> None:
        self.words_given.emit(self.line.text().strip())
        self.accept()
