"""Pasting an article: the words from the clipboard, and the address they are from."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from briefing.ui.dialogs.sheet import Sheet
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class PasteDialog(Sheet):
    """Shows what was copied before it is kept; formatted text stays so while it is not edited."""

    kept = Signal(str, str, str)  # text, address, HTML or nothing

    def __init__(self, theme: Theme, text: str, html: str, parent: QWidget) -> None:
        super().__init__(theme, "Paste as an article", parent)
        self._html = html
        self._text = QPlainTextEdit(text)
        self._text.setFont(theme.font(FontRole.READING))
        self._text.setAccessibleName("Text of the article")
        self._text.setPlaceholderText("Paste the text here. Its first line becomes the title.")
        self._address = QLineEdit()
        self._address.setAccessibleName("Address")
        self._address.setPlaceholderText("https://… (may also stand in the first line)")
        form = QFormLayout()
        form.addRow(make_label("Address", "muted"), self._address)
        self.content.addWidget(self._text, 1)
        self.content.addLayout(form)
        self.content.addWidget(make_label("Nothing is fetched from the address.", "small"))
        leave = TextButton(theme, "Cancel")
        leave.clicked.connect(self.reject)
        self._keep = TextButton(theme, "Add the article", "accent")
        self._keep.clicked.connect(self._on_keep_clicked)
        self.add_buttons((leave, self._keep))
        self._text.textChanged.connect(self._on_text_changed)
        self._keep.setEnabled(bool(text.strip()))
        self.resize(theme.px(620), theme.px(460))
        (self._address if text else self._text).setFocus()

    def _on_text_changed(self) -> None:
        self._html = ""  # what stands here now is no longer what was copied
        self._keep.setEnabled(bool(self._text.toPlainText().strip()))

    def _on_keep_clicked(self) -> None:
        self.kept.emit(self._text.toPlainText(), self._address.text().strip(), self._html)
        self.accept()
