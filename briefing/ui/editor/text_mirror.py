"""A second editor that shows the same text: what is edited in the first is carried over."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit

_KEEP = QTextCursor.MoveMode.KeepAnchor
_PAUSE = 60  # ms without an edit: a key in a long text has its price once only


class TextMirror(QObject):
    """Copies from one editor to another while it is on, between the keys, and only what changed."""

    def __init__(self, source: MarkdownTextEdit, copy: MarkdownTextEdit) -> None:
        super().__init__(copy)
        self._source = source
        self._copy = copy
        self._is_on = False
        self._edits: list[tuple[int, int, str]] = []  # Qt position, units removed, what came
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.carry_over)
        source.lines_moved.connect(self._on_lines_moved)
        source.text_replaced.connect(self._pause.start)

    def start(self, position: int) -> None:
        """Show the source's text with the cursor at a code point, and follow it."""
        self.stop()
        self._is_on = True
        text = self._source.text()
        self._copy.set_text(text, min(position, len(text)))

    def stop(self) -> None:
        """Follow no more; what is shown stays."""
        self._is_on = False
        self._edits.clear()
        self._pause.stop()

    def carry_over(self) -> None:
        """Show what was edited; what cannot be told as edits is taken over whole."""
        if not self._is_on:
            return
        edits, self._edits = self._edits, []
        cursor = QTextCursor(self._copy.document())
        cursor.beginEditBlock()
        for position, removed, text in edits:
            last = self._copy.document().characterCount() - 1
            cursor.setPosition(min(position, last))
            cursor.setPosition(min(position + removed, last), _KEEP)
            cursor.insertText(text)
        cursor.endEditBlock()
        if self._copy.text() != self._source.text():
            self._copy.replace_text(self._source.text())

    def _on_lines_moved(self, position: int, removed: int, added: int) -> None:
        if not self._is_on:
            return
        end = self._source.document().characterCount() - 1
        found = QTextCursor(self._source.document())
        found.setPosition(min(position, end))
        found.setPosition(min(position + added, end), _KEEP)
        self._edits.append((position, removed, found.selectedText().replace("\u2029", "\n")))
        self._pause.start()
