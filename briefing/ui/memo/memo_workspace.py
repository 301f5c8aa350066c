"""Memos as a workspace: the list, or the room of the one that is open."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Literal, cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing.errors import BriefingError
from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.template import Template
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_list import MemoList
from briefing.ui.memo.memo_places import MemoPlaces
from briefing.ui.memo.memo_room import EVIDENCE, OUTLINE, PAGES, MemoRoom
from briefing.ui.memo.memo_tabs import MemoTabs
from briefing.ui.memo.memo_titles import title_of
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.widgets.pane_splitter import PaneSplitter
from briefing.ui.workspace import Heading, Status, Workspace

_LISTED = ("memo.templates", "memo.new")
_OPENED = ("memo.history", "memo.pages", "memo.export")
_ALWAYS = frozenset({"memo.new", "memo.import", "memo.list", "memo.templates", "memo.find_all"})
FINDS, _MEMOS = "finds", "memos"


class MemoWorkspace(Workspace):
    """Opens memos, remembers where each was left, and says what the window shows of them."""

    name = "memos"

    def __init__(
        self,
        context: WindowContext,
        shown: MemoList,
        room: MemoRoom,
        opened: OpenMemo,
        finds: QWidget,
    ) -> None:
        super().__init__()
        self._context = context
        self._list = shown
        self._room = room
        self._opened = opened
        self.tabs = MemoTabs(room)
        self._places = MemoPlaces()
        self._wanted: Uid | None = None  # being read
        self._insertion = ""  # Markdown that waits for its memo
        self.primary_actions = _LISTED
        self._stack = QStackedWidget()
        self._stack.addWidget(shown)
        self._stack.addWidget(room)
        self._frame = PaneSplitter()
        self._frame.add_pane(FINDS, finds, 300)
        self._frame.add_pane(_MEMOS, self._stack, 1000, stretch=1)
        self.show_finds(False)
        opened.closed.connect(self._on_memo_closed)
        self.tabs.tab_requested.connect(self._on_tab_requested)
        self.tabs.close_requested.connect(self.close_tab)
        opened.fields_changed.connect(self._on_fields_changed)
        handle = context.actions.handle
        handle("memo.next_tab", partial(self._step_tab, 1))
        handle("memo.previous_tab", partial(self._step_tab, -1))
        handle("memo.close_tab", self._close_current_tab)
        room.panes_changed.connect(self._on_panes_changed)
        self._on_panes_changed()
        self._set_actions(is_open=False)

    @property
    def widget(self) -> QWidget:
        return self._frame

    @property
    def is_memo_shown(self) -> bool:
        """Return whether a memo's room is in front, not the list."""
        return self._stack.currentWidget() is self._room

    def activate(self) -> None:
        if self.is_memo_shown:
            self._room.editor.setFocus()
        else:
            self._list.take_focus()

    def open(self, uid: Uid, **place: int) -> None:
        position = place.get("position", place.get("start", -1))
        if self._opened.is_open and self._opened.memo.uid == uid:
            self._show_room()
            self._go(position, place.get("end", -1))
            return
        self._leave_memo()
        self._wanted = uid
        work = partial(self._read, uid)
        done = partial(self._on_read, position, place.get("end", -1))
        self._context.tasks.run(work, done, self._on_read_failed, key="memo.open")

    def close_tab(self, uid: str) -> None:
        """Close a memo's tab; the one beside it comes to the front, or the list."""
        if not self._opened.is_open or self._opened.memo.uid != uid:
            self.tabs.drop(Uid(uid))
            return
        self._leave_memo()
        self._opened.close()

    def insert(self, markdown: str) -> None:
        """Put Markdown in at the cursor of the open memo, or keep it for the next one opened."""
        if self._wanted is not None or not self._opened.is_open:
            self._insertion = f"{self._insertion}\n\n{markdown}".strip()
            if self._wanted is None:
                self._context.messages.info("Open a memo: what you quoted is put into it then.")
        elif markdown.startswith((">", ":::", "#", "|", "- ")):
            self._room.editor.insert_paragraph(markdown)
        else:
            self._room.editor.insert_words(markdown)
        if self._opened.is_open:
            self._show_room()

    def toggle_pane(self, side: Literal["left", "right"]) -> None:
        if self.is_memo_shown:
            self._room.toggle(OUTLINE if side == "left" else EVIDENCE)

    def show_finds(self, shown: bool) -> None:  # noqa: FBT001 - a signal's slot
        """Show or hide the pane that finds in all memos."""
        self._frame.show_pane(FINDS, shown=shown)

    def open_at(self, uid: str, position: int) -> None:
        """Show a memo at a place, to write there."""
        self.open(Uid(uid), position=position)

    def open_span(self, uid: str, start: int, end: int) -> None:
        """Show a memo with some of its words selected."""
        self.open(Uid(uid), start=start, end=end)

    def save_now(self) -> None:
        self._opened.save_now()

    def state(self) -> dict[str, object]:
        self._remember_place()
        return {
            "memo": self._opened.memo.uid if self._opened.is_open else "",
            "is_listed": not self.is_memo_shown,
            "tabs": list(self.tabs.uids),
            "places": self._places.state(),
            **self._room.state(),
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        self._room.restore(state)
        self._places.restore(state.get("places"))
        tabs = state.get("tabs")
        if isinstance(tabs, list):
            named = (uid for uid in cast("list[object]", tabs) if isinstance(uid, str))
            self.tabs.restore([Uid(uid) for uid in named])
        memo = state.get("memo")
        if isinstance(memo, str) and memo and not state.get("is_listed"):
            self.open(Uid(memo))

    def show_list(self) -> None:
        """Go back to the list; the memo stays open behind it."""
        self.save_now()
        self._stack.setCurrentWidget(self._list)
        self._set_actions(is_open=False)
        self.set_heading(Heading())
        self.set_status(Status())
        self.primary_actions = _LISTED
        self.primary_actions_changed.emit()
        self._list.take_focus()

    def _read(self, uid: Uid) -> tuple[Memo, Template | None]:
        drafting = self._context.desk.drafting
        memo = drafting.memo(uid)
        return memo, drafting.find_template(memo.template)

    def _on_read(self, position: int, end: int, read: tuple[Memo, Template | None]) -> None:
        memo, template = read
        if memo.uid != self._wanted:
            return
        self._wanted = None
        left, scroll = self._places.get(memo.uid)
        at = position if position >= 0 else left
        self._leave_memo()
        self._opened.release()
        is_kept = self.tabs.bring(memo, title_of(memo, template), at)
        self._opened.show(memo, template)
        self._show_room()
        if position >= 0:
            self._go(position, end)
        elif not left and not is_kept:
            self._room.editor.sections.start()
        else:
            QTimer.singleShot(0, self, partial(self._scroll_to, memo.uid, scroll))
        if self._insertion:
            insertion, self._insertion = self._insertion, ""
            self.insert(insertion)

    def _go(self, position: int, end: int) -> None:
        """Bring a place into view; with an end, select up to there."""
        if position >= 0:
            self._room.editor.scroll_to(position)
            if end > position:
                self._room.editor.select_span(position, end)

    def _on_read_failed(self, error: BriefingError) -> None:
        """Show the list for a memo that is gone, as after it was removed on another computer."""
        if self._wanted is not None:
            self.tabs.drop(self._wanted)
        self._wanted = None
        self._context.messages.error(error)
        if not self._opened.is_open:
            self.show_list()

    def _on_memo_closed(self) -> None:
        """Go on with the memo beside the one that was closed, else with the list."""
        closed, is_shown = self.tabs.current, self.is_memo_shown
        following = self.tabs.drop(closed) if closed else None
        if following is not None and is_shown:
            self.open(following)
        else:
            self.show_list()

    def _on_tab_requested(self, uid: str) -> None:
        self.open(Uid(uid))

    def _on_fields_changed(self) -> None:
        if self._opened.is_open:
            memo = self._opened.memo
            self.tabs.set_title(memo.uid, title_of(memo, self._opened.template))

    def _step_tab(self, step: int) -> None:
        uid = self.tabs.beside(step)
        if uid is not None:
            self.open(uid)

    def _close_current_tab(self) -> None:
        if self._opened.is_open:
            self.close_tab(self._opened.memo.uid)

    def _leave_memo(self) -> None:
        """Write what was typed and note where it was, before another memo comes."""
        self.save_now()
        self._remember_place()

    def _scroll_to(self, uid: Uid, value: int) -> None:
        if self._opened.is_open and self._opened.memo.uid == uid:
            self._room.editor.verticalScrollBar().setValue(value)

    def _show_room(self) -> None:
        self._stack.setCurrentWidget(self._room)
        self._set_actions(is_open=True)
        self.primary_actions = _OPENED
        self.primary_actions_changed.emit()
        self._room.editor.setFocus()

    def _set_actions(self, *, is_open: bool) -> None:
        """Switch off what needs an open memo while the list is shown."""
        actions = self._context.actions
        for spec in actions.specs:
            if spec.workspace == self.name and spec.name not in _ALWAYS:
                actions.set_enabled(spec.name, enabled=is_open)

    def _remember_place(self) -> None:
        if self._opened.is_open:
            bar = self._room.editor.verticalScrollBar().value()
            self._places.note(self._opened.memo.uid, self._room.editor.position(), bar)

    def _on_panes_changed(self) -> None:
        actions = self._context.actions
        actions.set_checked("memo.pages", checked=self._room.is_shown(PAGES))
        actions.set_checked("memo.evidence", checked=self._room.is_shown(EVIDENCE))
