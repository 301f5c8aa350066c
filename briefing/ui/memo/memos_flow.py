"""The list of memos and what is done with whole memos: begin, open, duplicate, remove."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.memo import Memo, MemoRow
from briefing.model.template import Template
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_list import MemoList
from briefing.ui.memo.memo_titles import title_of_row
from briefing.ui.memo.new_memo_dialog import NewMemoDialog
from briefing.ui.memo.open_memo import OpenMemo

Listed = tuple[tuple[MemoRow, ...], tuple[Template, ...]]


class MemosFlow(QObject):
    """Serves the list; a memo to be opened is wished for."""

    open_requested = Signal(str)  # uid
    list_requested = Signal()
    listed = Signal(object)  # uid: title

    def __init__(
        self,
        context: WindowContext,
        shown: MemoList,
        opened: OpenMemo,
        markings: tuple[str, ...],
    ) -> None:
        super().__init__(shown)
        self._context = context
        self._list = shown
        self._opened = opened
        self._markings = markings
        handle = context.actions.handle
        handle("memo.new", self.ask_new)
        handle("memo.list", self.list_requested.emit)
        handle("memo.remove", self._remove_current)
        handle("memo.duplicate", self._duplicate_current)
        shown.open_requested.connect(self.open_requested)
        shown.remove_requested.connect(self.remove)
        shown.menu_requested.connect(self._on_menu_requested)

    def refresh(self) -> None:
        """Read the memos and show them."""
        self._context.tasks.run(self._read, self._on_read, key="memo.list")

    def hear(self, changes: Changes) -> None:
        """Read anew when memos changed."""
        if changes.everything or changes.memos:
            self.refresh()

    def ask_new(self) -> None:
        """Show the templates."""
        self._context.tasks.run(self._read_new, self._on_new_read, key="memo.templates")

    def create(self, template: str, fields: Mapping[str, str]) -> None:
        """Make a memo and open it."""
        work = partial(self._context.desk.drafting.new_memo, template, fields)
        self._context.tasks.run(work, partial(self._on_made, ""))

    def remove(self, uid: str) -> None:
        """Remove a memo; a toast offers to take it back."""
        if self._opened.is_open and self._opened.memo.uid == uid:
            self._opened.save_now()
            self._opened.close()
        work = partial(self._context.desk.drafting.remove, Uid(uid))
        self._context.tasks.run(work, self._on_removed)

    def duplicate(self, uid: str) -> None:
        """Make a memo of the same text and open it."""
        if self._opened.is_open and self._opened.memo.uid == uid:
            self._opened.save_now()
        work = partial(self._context.desk.drafting.duplicate, Uid(uid))
        self._context.tasks.run(work, partial(self._on_made, "Memo duplicated"))

    def _read(self) -> Listed:
        drafting = self._context.desk.drafting
        return drafting.memos(), drafting.templates()

    def _on_read(self, listed: Listed) -> None:
        rows, templates = listed
        names = {template.name: template.title for template in templates}
        self._list.set_memos(rows, names)
        self.listed.emit(
            {row.uid: title_of_row(row, names.get(row.template, row.template)) for row in rows}
        )

    def _read_new(self) -> tuple[tuple[Template, ...], tuple[str, ...]]:
        drafting = self._context.desk.drafting
        return drafting.templates(), drafting.persons()

    def _on_new_read(self, read: tuple[tuple[Template, ...], tuple[str, ...]]) -> None:
        templates, persons = read
        window = self._list.window()
        dialog = NewMemoDialog(self._context.theme, templates, self._markings, window, persons)
        dialog.create_requested.connect(self.create)
        dialog.open_over_window()

    def _on_made(self, told: str, answer: tuple[Memo, Changes]) -> None:
        memo, changes = answer
        self._context.bulletin.post(changes)
        if told:
            self._context.messages.info(told, undo=True)
        self.open_requested.emit(memo.uid)

    def _on_removed(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info("Memo removed", undo=True)

    def _current(self) -> Uid | None:
        return self._opened.memo.uid if self._opened.is_open else self._list.current

    def _remove_current(self) -> None:
        uid = self._current()
        if uid:
            self.remove(uid)

    def _duplicate_current(self) -> None:
        uid = self._current()
        if uid:
            self.duplicate(uid)

    def _on_menu_requested(self, uid: str, place: QPoint) -> None:
        menu = QMenu(self._list)
        menu.addAction("Open", partial(self.open_requested.emit, uid))
        menu.addAction("Duplicate", partial(self.duplicate, uid))
        menu.addSeparator()
        menu.addAction("Remove", partial(self.remove, uid))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)
