"""Brings a sentence of the open memo up to date when a fact that it cites no longer stands."""

from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.finding import Finding
from briefing.model.memo import Memo
from briefing.model.ripple import TouchedSentence
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.update_sentence_dialog import UpdateSentenceDialog

_Offer = tuple[TouchedSentence, str]  # and its proposal


class SentenceUpdateFlow(QObject):
    """Offers the newer fact's words for a sentence; they are one step of the editor's undo."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        room.outline.findings.update_requested.connect(self._on_update_requested)
        context.actions.handle("memo.update_sentence", self.offer_at_cursor)

    def offer_at_cursor(self) -> None:
        """Offer to update the sentence at the cursor."""
        self._offer(self._room.editor.position())

    def _on_update_requested(self, finding: Finding) -> None:
        if finding.start is not None:
            self._offer(finding.start)

    def _offer(self, position: int) -> None:
        if self._opened.is_open:
            work = partial(self._read, self._opened.memo, position)
            self._context.tasks.run(work, self._on_read, key="memo.ripple")

    def _read(self, memo: Memo, position: int) -> _Offer | None:
        """Find the sentence and what it might say, on a worker's thread."""
        desk = self._context.desk
        touched = desk.trace.touched(memo, position)
        return (touched[0], desk.ripple.proposal(touched[0])) if touched else None

    def _on_read(self, offer: _Offer | None) -> None:
        if offer is None:
            self._context.messages.info("All facts that this sentence cites still stand.")
            return
        touched, proposal = offer
        dialog = UpdateSentenceDialog(self._context.theme, touched, proposal, self._room.window())
        dialog.update_chosen.connect(partial(self._update, touched))
        dialog.keep_chosen.connect(partial(self._keep, touched))
        dialog.open_over_window()

    def _update(self, touched: TouchedSentence, words: str) -> None:
        """Write the new words where the sentence stands now."""
        editor = self._room.editor
        text, start = editor.text(), touched.start
        if not text.startswith(touched.text, start):
            start = text.find(touched.text)
        if start < 0 or not self._opened.is_open or self._opened.memo.uid != touched.memo_uid:
            self._context.messages.warn("The sentence was changed meanwhile; update it again.")
            return
        editor.replace_spans(((start, start + len(touched.text), words),))
        editor.set_position(start + len(words))
        editor.setFocus()

    def _keep(self, touched: TouchedSentence, reason: str) -> None:
        work = partial(self._context.desk.ripple.keep, [touched], reason)
        self._context.tasks.run(work, self._on_kept)

    def _on_kept(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info("Kept as it is", undo=True)
