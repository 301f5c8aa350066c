"""Joins the palette to the commands, to the search over records, and to where they lead."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from briefing.model.ids import Uid
from briefing.ui.actions import ActionSet
from briefing.ui.context import WindowContext
from briefing.ui.palette.palette_entries import (
    COMMAND,
    PaletteEntry,
    palette_entries,
)
from briefing.ui.palette.palette_popup import PalettePopup
from briefing.ui.theme import Theme

if TYPE_CHECKING:
    from briefing.services.looking_up import Found

_LIMIT = 30


class PaletteSearch(QObject):
    """Answers what is typed: commands at once, records when the search brings them.

    Without a library (`context` None) there are commands alone.
    """

    def __init__(self, theme: Theme, actions: ActionSet, area: QWidget) -> None:
        super().__init__(area)
        self.popup = PalettePopup(theme, area)
        self._actions = actions
        self._context: WindowContext | None = None
        self._typed = ""
        self._records: tuple[Found, ...] = ()
        self.popup.typed.connect(self._on_typed)
        self.popup.chosen.connect(self._on_chosen)

    def set_context(self, context: WindowContext | None) -> None:
        """Search another library, or none."""
        self._context = context
        self.popup.close_palette()

    def _on_typed(self, typed: str) -> None:
        self._typed = typed.strip()
        wants_records = bool(self._typed) and not self._typed.startswith(">")
        if not wants_records or self._context is None:
            self._records = ()
            self._show()
            return
        # The records of the letter before stay until the new ones come, so that nothing flickers.
        self._show()
        search = partial(self._context.desk.searching.anything, self._typed, limit=_LIMIT)
        self._context.tasks.run(
            search, partial(self._on_records_found, self._typed), key="palette.search"
        )

    def _on_records_found(self, typed: str, records: "tuple[Found, ...]") -> None:
        if typed == self._typed and self.popup.isVisible():
            self._records = records
            self._show()

    def _show(self) -> None:
        front = self._actions.context
        # What the room in front can do comes first; the palette itself is not offered.
        specs = [spec for spec in self._actions.available() if spec.name != "view.palette"]
        specs.sort(key=lambda spec: spec.workspace != front)
        commands = [(spec, self._actions.key_text(spec.name)) for spec in specs]
        self.popup.set_entries(palette_entries(self._typed, commands, self._records))

    def _on_chosen(self, entry: PaletteEntry) -> None:
        if entry.kind == COMMAND:
            self._actions.trigger(entry.name)
            return
        if self._context is None:
            return
        navigator = self._context.navigator
        if entry.kind == "article":
            navigator.open_article(Uid(entry.name))
        elif entry.kind == "fact":
            navigator.open_fact(Uid(entry.name))
        elif entry.kind == "memo":
            navigator.open_memo(Uid(entry.name))
        else:
            navigator.tag_requested.emit(entry.name)
