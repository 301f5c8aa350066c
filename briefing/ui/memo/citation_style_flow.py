"""The style of the open memo's citations: chosen from a menu, kept among the memo's fields."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from briefing.model.citation_style import CitationStyle
from briefing.ui.context import WindowContext
from briefing.ui.memo.citation_style_menu import CitationStyleMenu
from briefing.ui.memo.memo_room import MemoRoom
from briefing.ui.memo.open_memo import OpenMemo

_FIELD = "csl"
_FILTER = "Citation styles (*.csl)"


class CitationStyleFlow(QObject):
    """Lets a style be chosen; the pages then show the memo in it."""

    def __init__(self, context: WindowContext, room: MemoRoom, opened: OpenMemo) -> None:
        super().__init__(room)
        self._context = context
        self._room = room
        self._opened = opened
        context.actions.handle("memo.citation_style", self._choose)

    def _choose(self) -> None:
        if self._opened.is_open:
            work = self._context.desk.publishing.citation_styles.every
            self._context.tasks.run(work, self._on_listed, key="memo.citation_styles")

    def _on_listed(self, styles: Sequence[CitationStyle]) -> None:
        editor = self._room.editor
        current = dict(self._opened.fields).get(_FIELD, "")
        menu = CitationStyleMenu(styles, current, editor)
        menu.style_chosen.connect(self._set_style)
        menu.file_requested.connect(self._add_file)
        menu.popup(editor.viewport().mapToGlobal(editor.cursorRect().bottomLeft()))

    def _set_style(self, name: str) -> None:
        kept = tuple(pair for pair in self._opened.fields if pair[0] != _FIELD)
        self._opened.set_fields((*kept, (_FIELD, name)) if name else kept)

    def _add_file(self) -> None:
        path = self._context.files.open_file("Add a citation style", _FILTER)
        if path is not None:
            self._context.tasks.run(partial(self._add, path), self._on_added)

    def _add(self, path: Path) -> CitationStyle:
        return self._context.desk.publishing.citation_styles.add(path)

    def _on_added(self, style: CitationStyle) -> None:
        self._set_style(style.name)
        self._context.messages.info(f"Citations are worded by “{style.title}” from now on.")
