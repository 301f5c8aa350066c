"""Takes a Markdown file in as a memo, and opens it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from briefing.ui.context import WindowContext
from briefing.ui.memo.memo_room import MemoRoom

if TYPE_CHECKING:
    from briefing.services.memo_importing import ImportedMemo

_FILTER = "Markdown (*.md *.markdown *.txt)"
_SHOWN = 3  # warnings


class MemoImportFlow(QObject):
    """Asks for the file; what it says of sources and pictures that are missing is shown."""

    def __init__(self, context: WindowContext, room: MemoRoom) -> None:
        super().__init__(room)
        self._context = context
        context.actions.handle("memo.import", self.ask)

    def ask(self) -> None:
        """Ask for a file and read it, off the window's thread."""
        path = self._context.files.open_file("Import a memo", _FILTER)
        if path is not None:
            work = partial(self._context.desk.memo_importing.import_file, path)
            self._context.tasks.run(work, self._on_imported, key="memo.import")

    def _on_imported(self, found: "ImportedMemo") -> None:
        self._context.bulletin.post(found.changes)
        self._context.navigator.open_memo(found.memo.uid)
        sources = f" with {found.sources} sources" if found.sources else ""
        self._context.messages.info(f"Imported “{found.memo.title}”{sources}", undo=True)
        if found.warnings:
            more = len(found.warnings) - _SHOWN
            told = " ".join(found.warnings[:_SHOWN])
            self._context.messages.warn(told + (f" … and {more} more." if more > 0 else ""))
