"""The second view served: it follows what is typed in its memo, and changes places on demand."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from briefing.errors import BriefingError
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.ui.context import WindowContext
from briefing.ui.editor.text_mirror import TextMirror
from briefing.ui.memo.memo_room import BESIDE, MemoRoom
from briefing.ui.memo.memo_tabs import MemoTabs
from briefing.ui.memo.open_memo import OpenMemo


class BesideFlow(QObject):
    """Shows a second place of the memo in front, or another memo as it is on the disk."""

    place_requested = Signal(str, int)  # uid and code point to write at

    def __init__(
        self, context: WindowContext, room: MemoRoom, opened: OpenMemo, tabs: MemoTabs
    ) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._tabs = tabs
        self._pane = room.beside
        self._uid: Uid | None = None
        self._mirror = TextMirror(room.editor, room.beside.editor)
        context.actions.handle("memo.split", self.toggle)
        context.actions.handle("memo.swap_views", self.swap)
        room.panes_changed.connect(self._on_panes_changed)
        opened.opened.connect(self._on_memo_opened)
        tabs.changed.connect(self._name)
        self._pane.close_requested.connect(self.toggle)
        self._pane.write_requested.connect(self.swap)
        self._pane.memo_requested.connect(self._on_memo_requested)

    def toggle(self) -> None:
        """Show the memo a second time beside itself, or close the second view."""
        self._room.toggle(BESIDE)
        if not self._room.is_shown(BESIDE):
            self._room.editor.setFocus()

    def swap(self) -> None:
        """Write at the place that is shown beside, and show there where you wrote."""
        if self._uid is None or not self._opened.is_open or not self._room.is_shown(BESIDE):
            return
        there, beside = self._uid, self._pane.editor.position()
        here, front = self._opened.memo.uid, self._room.editor.position()
        self._uid = here
        self.place_requested.emit(there, beside)
        if here == there:
            self._pane.editor.scroll_to(front)
        else:
            self._opened.save_now()
            self._read(here, front)

    def hear(self, changes: Changes) -> None:
        """Read the memo beside anew when it was written."""
        is_shown = self._uid is not None and self._room.is_shown(BESIDE)
        if not is_shown or self._uid is None or self._is_front(self._uid):
            return
        if changes.everything or self._uid in changes.memos:
            self._read(self._uid, self._pane.editor.position())

    def _is_front(self, uid: Uid) -> bool:
        return self._opened.is_open and self._opened.memo.uid == uid

    def _show(self, uid: Uid, position: int) -> None:
        self._uid = uid
        self._name()
        if self._is_front(uid):
            self._mirror.start(position)
            self._pane.editor.scroll_to(self._pane.editor.position())
        else:
            self._mirror.stop()
            self._read(uid, position)

    def _read(self, uid: Uid, position: int) -> None:
        work = partial(self._memo, uid)
        done = partial(self._on_read, position)
        self._context.tasks.run(work, done, self._on_gone, key="memo.beside")

    def _memo(self, uid: Uid) -> Memo:
        return self._context.desk.drafting.memo(uid)

    def _on_read(self, position: int, memo: Memo) -> None:
        if memo.uid != self._uid or self._is_front(memo.uid):
            return
        editor = self._pane.editor
        if editor.text() != memo.body:
            self._mirror.stop()
            editor.set_text(memo.body, min(position, len(memo.body)))
            editor.scroll_to(editor.position())
        self._name()

    def _on_gone(self, _error: BriefingError) -> None:
        """Close the view of a memo that was removed."""
        self._uid = None
        if self._room.is_shown(BESIDE):
            self.toggle()

    def _on_memo_opened(self) -> None:
        """Follow the memo in front, or stop following the one that went to the back."""
        if self._room.is_shown(BESIDE):
            self._show(self._uid or self._opened.memo.uid, self._pane.editor.position())

    def _on_panes_changed(self) -> None:
        is_shown = self._room.is_shown(BESIDE)
        self._context.actions.set_checked("memo.split", checked=is_shown)
        if not is_shown:
            self._mirror.stop()
            self._uid = None
        elif self._uid is None and self._opened.is_open:
            self._show(self._opened.memo.uid, self._room.editor.position())

    def _on_memo_requested(self, uid: str) -> None:
        self._show(Uid(uid), 0)

    def _name(self) -> None:
        if self._uid is not None:
            self._pane.set_memos(self._tabs.titles, self._uid)
