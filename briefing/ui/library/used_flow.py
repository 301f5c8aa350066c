"""Showing where the open article is used, and going there."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.ui.context import WindowContext
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.library.used_menu import UsedMenu

if TYPE_CHECKING:
    from briefing.services.used_in import UsedIn


class UsedFlow(QObject):
    """Answers the pill of the reader and the key."""

    def __init__(self, context: WindowContext, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._context = context
        self._reader = reader
        context.actions.handle("library.used_in", self._ask)

    def _ask(self) -> None:
        opened = self._reader.opened()
        if opened:
            work = partial(self._context.desk.used_in, opened.article.uid)
            self._context.tasks.run(work, self._on_read, key="library.used_in")

    def _on_read(self, used: "UsedIn") -> None:
        if not used.memos and not used.facts:
            self._context.messages.info("No memo cites this article, and no fact rests on it.")
            return
        menu = UsedMenu(used, self._reader)
        menu.memo_chosen.connect(self._context.navigator.open_memo)
        menu.fact_chosen.connect(self._context.navigator.open_fact)
        menu.open_at(self._reader.uses_place())
