"""Drafts the source summary statement of the open memo, and puts it in at the cursor."""

from functools import partial

from PySide6.QtCore import QObject

from briefing.model.ids import Uid
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo


class SourceSummaryFlow(QObject):
    """Puts in words of the analyst's own to go on from; the block of the same name stays alive."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        context.actions.handle("memo.draft_source_summary", self.draft)

    def draft(self) -> None:
        """Draft it from the memo as it is typed."""
        if self._opened.is_open:
            memo = self._opened.memo
            work = partial(self._context.desk.publishing.source_summary, memo)
            done = partial(self._on_drafted, memo.uid)
            self._context.tasks.run(work, done, key="memo.source_summary")

    def _on_drafted(self, uid: Uid, words: str) -> None:
        if self._opened.is_open and self._opened.memo.uid == uid:
            self._room.editor.insert_paragraph(words)
            self._room.editor.setFocus()
