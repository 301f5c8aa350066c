"""A second editor that shows the same text: each edit of the first is carried over as it comes."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QTextCursor

from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit

_KEEP = QTextCursor.MoveMode.KeepAnchor
_REST = 400  # ms after an edit, then both texts are compared


class TextMirror(QObject):
    """Copies from one editor to another while it is on; only what changed, so a key stays cheap."""

    def __init__(self, source: MarkdownTextEdit, copy: MarkdownTextEdit) -> None:
        super().__init__(copy)
        self._source = source
        self._copy = copy
        self._is_on = False
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._compare)
        source.lines_moved.connect(self._on_lines_moved)
        source.text_replaced.connect(self._rest.start)

    def start(self, position: int) -> None:
        """Show the source's text with the cursor at a code point, and follow it."""
        self._is_on = True
        text = self._source.text()
        self._copy.set_text(text, min(position, len(text)))

    def stop(self) -> None:
        """Follow no more; what is shown stays."""
        self._is_on = False
        self._rest.stop()

    def _on_lines_moved(self, position: int, removed: int, added: int) -> None:
        if not self._is_on:
            return
        end = self._source.document().characterCount() - 1
        found = QTextCursor(self._source.document())
        found.setPosition(min(position, end))
        found.setPosition(min(position + added, end), _KEEP)
        text = found.selectedText().replace("\u2029", "\n")
        last = self._copy.document().characterCount() - 1
        cursor = QTextCursor(self._copy.document())
        cursor.setPosition(min(position, last))
        cursor.setPosition(min(position + removed, last), _KEEP)
        cursor.insertText(text)
        self._rest.start()

    def _compare(self) -> None:
        """Make good what was not carried over, as a whole text that took another's place."""
        if self._is_on and self._copy.text() != self._source.text():
            self._copy.replace_text(self._source.text())
