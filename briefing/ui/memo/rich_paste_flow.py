"""Words pasted with their looks: made Markdown off the window's thread, put in as one step."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor

from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom

if TYPE_CHECKING:
    from briefing.services.smart_paste import PastedMarkdown


class RichPasteFlow(QObject):
    """Answers the editor's HTML; says what was left behind."""

    def __init__(self, context: WindowContext, room: MemoRoom) -> None:
        super().__init__(room)
        self._context = context
        self._pasting = room.editor.pasting
        self._editor = room.editor
        self._pasting.takes_html = True
        self._pasting.html_pasted.connect(self._on_html_pasted)

    def _on_html_pasted(self, html: str, plain: str) -> None:
        at = QTextCursor(self._editor.textCursor())
        at.setKeepPositionOnInsert(True)
        work = partial(self._convert, html, self._editor.text())
        self._context.tasks.run(work, partial(self._on_converted, at, plain))

    @staticmethod
    def _convert(html: str, memo: str) -> "PastedMarkdown":
        # The parser of HTML comes with it: 60 ms, on the worker's thread.
        from briefing.services.smart_paste import pasted_markdown  # noqa: PLC0415 - start-up time

        return pasted_markdown(html, memo)

    def _on_converted(self, at: QTextCursor, plain: str, found: "PastedMarkdown") -> None:
        self._pasting.insert_markdown(found.markdown or plain, at, found.notes)
        count = found.dropped_pictures
        if count and found.markdown:
            told = "A picture was" if count == 1 else f"{count} pictures were"
            self._context.messages.info(
                f"{told} left out: copy a picture by itself, or insert its file."
            )
