"""What is pasted or dropped into the text: records, pictures, words with their looks, plain words.

Words with looks and pictures are handed on; they come back as Markdown by `insert_markdown`.
"""

import re
from pathlib import Path
from typing import cast

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QImage, QTextCursor
from PySide6.QtWidgets import QApplication

from briefing.ui.editor.editor_typing import EditorTyping
from briefing.ui.editor.line_kinds import LineKind
from briefing.ui.editor.markdown_text_edit import MarkdownTextEdit
from briefing.ui.editor.note_places import place_of_notes
from briefing.ui.editor.plain_clipboard import pasted, record_in

_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".bmp", ".webp", ".svg", ".tif", ".tiff"})
_AS_IS = frozenset({LineKind.CODE, LineKind.FENCE, LineKind.DIV_OPEN})
_BLOCK = re.compile(r"(?:#{1,6} |[-*+] |\d+[.)] |>|\||```|:::|---$|\[\^)")


class ClipboardTaking(QObject):
    """Decides what becomes of the clipboard's content at the cursor."""

    record_dropped = Signal(str, str)  # kind and uid
    put_in = Signal()  # plain words came into a row of a table
    html_pasted = Signal(str, str)  # the markup and the plain words
    pictures_pasted = Signal(object)  # a tuple of paths and QImages

    def __init__(self, editor: MarkdownTextEdit, typing: EditorTyping) -> None:
        super().__init__(editor)
        self._editor = editor
        self._typing = typing
        self.takes_html = False  # set by who answers `html_pasted`
        self.takes_pictures = False

    def can_take(self, source: QMimeData) -> bool:
        """Return whether something of it can be put in."""
        has_words = source.hasText() or source.hasHtml()
        return record_in(source) is not None or has_words or bool(self._pictures(source))

    def take(self, source: QMimeData) -> None:
        """Put it in, or hand it on."""
        record = record_in(source)
        if record is not None:
            self.record_dropped.emit(*record)
            return
        kind = self._editor.table.entries[self._editor.cursor_place()[0]].kind
        pictures = self._pictures(source)
        if kind in _AS_IS:
            self._insert(source.text())
        elif kind is LineKind.TABLE:
            self._insert(" ".join(pasted(source).split()).replace("|", "\\|"))
            self.put_in.emit()
        elif pictures:
            self.pictures_pasted.emit(pictures)
        elif source.hasHtml() and self.takes_html:
            self.html_pasted.emit(source.html(), pasted(source))
        else:
            self._insert(pasted(source))

    def take_plain(self) -> None:
        """Paste the words alone, as they stand."""
        source = QApplication.clipboard().mimeData()
        if source.hasText():
            plain = QMimeData()
            plain.setText(source.text())
            self._insert(pasted(plain))

    def insert_paragraph(self, markdown: str, at: QTextCursor) -> None:
        """Put Markdown in as a paragraph of its own."""
        self.insert_markdown(markdown, at, is_block=True)

    def insert_markdown(
        self, markdown: str, at: QTextCursor, notes: str = "", *, is_block: bool | None = None
    ) -> None:
        """Put Markdown in the place of what `at` selects, as one step; blocks get blank lines.

        Footnotes go to the others of the memo; the cursor stays behind what names them.
        """
        editor = self._editor
        if not (markdown or notes) or at.document() is not editor.document():
            return
        start = editor.table.point_at(at.selectionStart())
        end = editor.table.point_at(at.selectionEnd())
        place = place_of_notes(editor) if notes else end
        is_apart = bool(notes) and not start <= place <= end
        words = markdown if is_apart or not notes else f"{markdown}\n\n{notes}".strip()
        head, tail = self._room_for(words, start, end, is_block=is_block)
        spans = [(start, end, head + words + tail)]
        cursor = start + len(head) + len(markdown)
        if is_apart:
            put = f"\n\n{notes}"
            spans.append((place, place, put))
            cursor += len(put) if place < start else 0
        editor.replace_spans(tuple(sorted(spans)))
        editor.set_position(cursor)

    def _room_for(
        self, markdown: str, start: int, end: int, *, is_block: bool | None
    ) -> tuple[str, str]:
        """Return the line ends that part Markdown from what stands before it and behind it."""
        editor = self._editor
        table = editor.table
        first, last = editor.place_of(start), editor.place_of(end)
        before = table.entries[first.line].text[: first.column]
        after = table.entries[last.line].text[last.column :]
        if is_block is None:
            is_block = bool(_BLOCK.match(markdown))
        tail_block = markdown.rpartition("\n\n")[2]
        ends_in_block = "\n" in markdown or is_block or bool(_BLOCK.match(tail_block))
        head = tail = ""
        if is_block:
            has_words_above = first.line > 0 and bool(table.entries[first.line - 1].text)
            head = "\n\n" if before.strip() else "\n" if has_words_above else ""
        if ends_in_block:
            has_words_below = (
                last.line + 1 < len(table.entries) and table.entries[last.line + 1].text
            )
            tail = "\n\n" if after.strip() else "\n" if has_words_below else ""
        return head, tail

    def _pictures(self, source: QMimeData) -> tuple[Path | QImage, ...]:
        """Return the pictures in it, where words do not say more than they do."""
        if not self.takes_pictures:
            return ()
        paths = [Path(url.toLocalFile()) for url in source.urls() if url.isLocalFile()]
        found = tuple(path for path in paths if path.suffix.casefold() in _PICTURES)
        if found:
            return found
        if source.hasImage() and not source.text().strip():
            return (cast("QImage", source.imageData()),)
        return ()

    def _insert(self, text: str) -> None:
        if text:
            has_room = self._typing.make_room(text)
            cursor = self._editor.textCursor()
            if has_room:
                cursor.joinPreviousEditBlock()  # the room and what comes into it are one step
            else:
                cursor.beginEditBlock()
            cursor.insertText(text)
            cursor.endEditBlock()
            self._editor.ensureCursorVisible()
