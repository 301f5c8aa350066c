"""The details of an article: every field that can be corrected, and those kept as they came."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from briefing.model.article import Article, DateOrigin
from briefing.model.partial_date import PartialDate
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label, set_state

_LINES = (
    ("title", "Title"),
    ("publisher", "Publisher"),
    ("authors", "Authors"),
    ("published", "Published"),
    ("accessed", "Accessed"),
    ("url", "Address"),
    ("language", "Language"),
)


class DetailsDialog(QDialog):
    """Emits the article with what was changed."""

    kept = Signal(object)  # an Article

    def __init__(self, theme: Theme, article: Article, parent: QWidget) -> None:
        super().__init__(parent)
        self._article = article
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Details of {article.citekey}")
        self.resize(theme.px(560), theme.px(480))
        self._edits = {name: QLineEdit(_shown(article, name)) for name, _ in _LINES}
        self._edits["authors"].setPlaceholderText("Several are set apart by semicolons")
        for name in ("published", "accessed"):
            self._edits[name].setPlaceholderText("2025, 2025-09 or 2025-09-03")
        self._note = QPlainTextEdit(article.note)
        self._note.setAccessibleName("Note")
        self._problem = make_label("", "error", is_wrapped=True)
        self._lay_out(theme)

    def _lay_out(self, theme: Theme) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(14)
        form.setVerticalSpacing(8)
        for name, text in _LINES:
            self._edits[name].setAccessibleName(text)
            form.addRow(make_label(text, "muted"), self._edits[name])
        form.addRow(make_label("Note", "muted"), self._note)
        for name, text in self._article.fields:
            value = make_label(text, is_wrapped=True)
            value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(make_label(name, "muted"), value)
        keep = TextButton(theme, "Save", "accent")
        keep.setDefault(True)
        keep.clicked.connect(self._on_keep_clicked)
        leave = TextButton(theme, "Cancel")
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(make_label(f"Cited as @{self._article.citekey}", "small"))
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 18, 18, 16)
        layout.addLayout(form, 1)
        layout.addWidget(self._problem)
        layout.addLayout(buttons)

    def ask_note(self) -> None:
        """Open with the cursor in the note."""
        self.open()
        self._note.setFocus()

    def _on_keep_clicked(self) -> None:
        if not self._text("title"):
            self._refuse("title", "An article needs a title.")
            return
        dates: dict[str, PartialDate | None] = {}
        for name in ("published", "accessed"):
            try:
                dates[name] = PartialDate.parse(self._text(name)) if self._text(name) else None
            except ValueError:
                self._refuse(name, "Write the date as 2025, 2025-09 or 2025-09-03.")
                return
        self.kept.emit(self._changed(dates["published"], dates["accessed"]))
        self.accept()

    def _changed(self, published: PartialDate | None, accessed: PartialDate | None) -> Article:
        before = self._article
        origin = before.date_origin
        if published != before.published:
            origin = DateOrigin.GIVEN if published else DateOrigin.NONE
        authors = (author.strip() for author in self._text("authors").split(";"))
        return replace(
            before,
            title=self._text("title"),
            publisher=self._text("publisher"),
            authors=tuple(author for author in authors if author),
            published=published,
            date_origin=origin,
            accessed=accessed,
            url=self._text("url"),
            language=self._text("language"),
            note=self._note.toPlainText(),
        )

    def _text(self, name: str) -> str:
        return self._edits[name].text().strip()

    def _refuse(self, name: str, sentence: str) -> None:
        self._problem.setText(sentence)
        for field, edit in self._edits.items():
            set_state(edit, "bad" if field == name else "")
        self._edits[name].setFocus()


def _shown(article: Article, name: str) -> str:
    if name == "authors":
        return "; ".join(article.authors)
    return str(getattr(article, name) or "")
