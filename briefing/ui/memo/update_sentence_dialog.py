"""Asks what becomes of a sentence whose fact no longer stands: other words, or a reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from briefing.model.ripple import TouchedSentence
from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label

_ROWS = 5  # lines of text that are seen
_PROPOSED = "As the newer fact has it"
_NOTHING = "No newer fact stands in its place: say it in other words, or keep it"


class UpdateSentenceDialog(Sheet):
    """The sentence as it stands, what it would be, and a line for the reason to keep it."""

    update_chosen = Signal(str)  # the new text
    keep_chosen = Signal(str)  # the reason

    def __init__(
        self, theme: Theme, touched: TouchedSentence, proposal: str, parent: QWidget
    ) -> None:
        super().__init__(theme, "Update the sentence", parent)
        self._old = touched.text
        has_newer = proposal != touched.text
        self.content.addWidget(make_label("As it stands", "small"))
        self.content.addWidget(make_label(" ".join(touched.text.split()), is_wrapped=True))
        self.content.addWidget(make_label(_PROPOSED if has_newer else _NOTHING, "small"))
        self.words = QPlainTextEdit(proposal)
        self.words.setAccessibleName("New text of the sentence")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * _ROWS + 16)
        self.words.textChanged.connect(self._on_words_changed)
        self.content.addWidget(self.words)
        self.content.addWidget(make_label("To keep it as it is, say why", "small"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName("Reason to keep it as it is")
        self.reason.setPlaceholderText("The memo says as of June")
        self.reason.textChanged.connect(self._on_reason_changed)
        self.content.addWidget(self.reason)
        self.content.addStretch(1)
        cancel = TextButton(theme, "Cancel")
        cancel.clicked.connect(self.reject)
        self.keep = TextButton(theme, "Keep as it is")
        self.keep.setEnabled(False)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.update_it = TextButton(theme, "Update sentence", "accent")
        self.update_it.setEnabled(has_newer)
        self.update_it.clicked.connect(self._on_update_clicked)
        self.add_buttons((cancel, self.keep, self.update_it))
        self.setMinimumWidth(theme.px(520))
        (self.update_it if has_newer else self.words).setFocus()

    def _on_words_changed(self) -> None:
        words = self.words.toPlainText()
        self.update_it.setEnabled(bool(words.strip()) and words != self._old)

    def _on_reason_changed(self, reason: str) -> None:
        """Let Enter keep the sentence once a reason is written."""
        has_reason = bool(reason.strip())
        self.keep.setEnabled(has_reason)
        self.keep.setDefault(has_reason)
        self.update_it.setDefault(not has_reason)

    def _on_keep_clicked(self) -> None:
        self.keep_chosen.emit(self.reason.text().strip())
        self.accept()

    def _on_update_clicked(self) -> None:
        self.update_chosen.emit(self.words.toPlainText().strip())
        self.accept()
