"""Snippets of the open memo: what each name becomes, and the dialog in which they are kept."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.snippets_dialog import SnippetsDialog


class SnippetFlow(QObject):
    """Tells the editor the snippets; keeps and removes those of the library."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        self._dialog: SnippetsDialog | None = None
        room.snippets.words = self._words
        context.actions.handle("memo.snippets", self._show)

    def _words(self) -> Mapping[str, str]:
        """Return the snippets of the moment: one row of settings is read, and a clock."""
        now = datetime.now().astimezone()
        return self._context.desk.snippets.words(dict(self._opened.fields), now)

    def _show(self) -> None:
        own = self._context.desk.snippets.own
        dialog = SnippetsDialog(self._context.theme, own, self._room.window())
        dialog.save_requested.connect(self._save)
        dialog.removal_requested.connect(self._remove)
        dialog.finished.connect(self._on_dialog_finished)
        self._dialog = dialog
        dialog.open_over_window()

    def _save(self, name: str, text: str) -> None:
        self._run(partial(self._save_now, name, text))

    def _save_now(self, name: str, text: str) -> Changes:
        return self._context.desk.snippets.keep(name, text)

    def _remove(self, name: str) -> None:
        self._run(partial(self._remove_now, name))

    def _remove_now(self, name: str) -> Changes:
        return self._context.desk.snippets.remove(name)

    def _run(self, work: Callable[[], Changes]) -> None:
        self._context.tasks.run(work, self._on_changed)

    def _on_changed(self, _changes: Changes) -> None:
        if self._dialog is not None:
            self._dialog.set_snippets(self._context.desk.snippets.own)

    def _on_dialog_finished(self) -> None:
        self._dialog = None
