"""The versions of the open memo counted and kept, and what another hand wrote taken over."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.model.changes import Changes
from briefing.model.memo import Memo, MemoVersion
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo


class HistoryFlow(QObject):
    """Keeps the number of the newest version in view."""

    counted = Signal()

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self.newest = 0  # version number; 0 where none was kept
        context.actions.handle("memo.make_version", self.keep)
        opened.opened.connect(self.count)

    def count(self) -> None:
        """Ask for the newest version's number."""
        if self._opened.is_open:
            work = partial(self._context.desk.drafting.versions, self._opened.memo.uid)
            self._context.tasks.run(work, self._on_counted, key="memo.versions")

    def hear(self, changes: Changes) -> None:
        """Count anew, and take over what was written to the open memo elsewhere."""
        if not self._opened.is_open:
            return
        uid = self._opened.memo.uid
        if changes.everything or uid in changes.memos:
            self.count()
            if not self._opened.is_posting:
                work = partial(self._context.desk.drafting.memo, uid)
                done = partial(self._on_changed_elsewhere, self._opened.edits)
                self._context.tasks.run(work, done, self._on_gone, key="memo.changed")

    def keep(self) -> None:
        """Keep a version of the memo as it stands."""
        if self._opened.is_open:
            self._opened.save_now()
            work = partial(
                self._context.desk.drafting.make_version, self._opened.memo.uid, "kept by hand"
            )
            self._context.tasks.run(work, self._on_kept)

    def _on_counted(self, versions: tuple[MemoVersion, ...]) -> None:
        self.newest = max((version.number for version in versions), default=0)
        self.counted.emit()

    def _on_kept(self, answer: tuple[MemoVersion, Changes]) -> None:
        version, changes = answer
        self._context.bulletin.post(changes)
        self._context.messages.info(f"Version {version.number} kept")

    def _on_changed_elsewhere(self, edits: int, memo: Memo) -> None:
        """Show what another hand wrote, unless something was typed meanwhile."""
        if edits != self._opened.edits or not self._opened.is_open:
            return
        if memo.uid != self._opened.memo.uid:
            return
        is_new_text = memo.body != self._room.editor.text()
        self._opened.adopt(memo)
        if is_new_text:
            self._room.editor.replace_text(memo.body)

    def _on_gone(self, _error: Exception) -> None:
        """Close a memo that was removed, as by an undo of its making."""
        self._opened.close()
