"""Drafts memos from the facts of the open one, and opens the first of them."""

from functools import partial

from PySide6.QtCore import QObject

from briefing.model.changes import Changes
from briefing.model.memo import Memo
from briefing.model.template import Template
from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo
from briefing.ui.memo.same_facts_dialog import SameFactsDialog


class SameFactsFlow(QObject):
    """Asks for templates; what was drafted is one step of undo."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        context.actions.handle("memo.same_facts", self.ask)

    def ask(self) -> None:
        """Ask which memos are wanted."""
        if self._opened.is_open:
            self._opened.save_now()
            work = self._context.desk.drafting.templates
            self._context.tasks.run(work, self._on_templates_read, key="memo.same_facts")

    def _on_templates_read(self, templates: tuple[Template, ...]) -> None:
        if not self._opened.is_open:
            return
        memo = self._opened.memo
        others = [one for one in templates if one.name != memo.template]
        dialog = SameFactsDialog(self._context.theme, memo.title, others, self._room.window())
        dialog.templates_chosen.connect(partial(self._draft, memo))
        dialog.open_over_window()

    def _draft(self, memo: Memo, names: tuple[str, ...]) -> None:
        work = partial(self._context.desk.same_facts.draft, memo, names)
        self._context.tasks.run(work, self._on_drafted, key="memo.same_facts")

    def _on_drafted(self, answer: tuple[tuple[Memo, ...], Changes]) -> None:
        made, changes = answer
        self._context.bulletin.post(changes)
        self._context.navigator.open_memo(made[0].uid)
        count = "A memo was" if len(made) == 1 else f"{len(made)} memos were"
        self._context.messages.info(f"{count} drafted from the same facts", undo=True)
