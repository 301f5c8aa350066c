"""Showing the file that an article came from, and saving a copy of it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from briefing.model.article import Original
from briefing.model.ids import Uid
from briefing.ui.context import WindowContext
from briefing.ui.library.original_dialog import OriginalDialog, ShownOriginal, as_text
from briefing.ui.library.reader_pane import ReaderPane

_PAGES = ("text/html", "application/xhtml+xml", "multipart/related", "application/x-mimearchive")
_TEXTS = ("text/", "message/", "application/json", "application/mbox", "application/rtf")
_TEXT_ENDS = ("+xml", "+json", "/xml")


class OriginalFlow(QObject):
    """Reads an original off the window's thread and shows what can be shown of it."""

    def __init__(self, context: WindowContext, reader: ReaderPane) -> None:
        super().__init__(reader)
        self._context = context
        self._reader = reader
        context.actions.handle("library.original", self._ask)

    def _ask(self) -> None:
        opened = self._reader.opened()
        if opened:
            work = partial(self._read, opened.article.uid)
            self._context.tasks.run(work, self._on_read, key="library.original")

    def _read(self, uid: Uid) -> ShownOriginal | None:
        original = self._context.desk.searching.original(uid)
        if original is None:
            return None
        if original.media_type in _PAGES:
            return _shown_page(original)
        kind = original.media_type
        if kind.startswith(_TEXTS) or kind.endswith(_TEXT_ENDS):
            return ShownOriginal(original, text=as_text(original.data))
        raw = self._context.desk.versions.raw_text(uid)
        said = "its text before cleaning" if raw else "save a copy to open it elsewhere"
        return ShownOriginal(original, text=raw, remark=said)

    def _on_read(self, shown: ShownOriginal | None) -> None:
        if shown is None:
            self._context.messages.info("This article was not made from a file.")
            return
        dialog = OriginalDialog(self._context.theme, shown, self._reader.window())
        dialog.save_requested.connect(self._on_save_requested)
        dialog.open()

    def _on_save_requested(self, original: Original) -> None:
        name = Path(original.name).name
        path = self._context.files.save_file("Save the original", name, "All files (*)")
        if path:
            work = partial(path.write_bytes, original.data)
            self._context.tasks.run(work, partial(self._on_saved, path))

    def _on_saved(self, path: Path, _size: int) -> None:
        self._context.messages.info(f"Saved as {path.name}")


def _shown_page(original: Original) -> ShownOriginal:
    """Return a saved page cleaned; where that cannot be, its text."""
    from briefing.services.clean_page import clean_html  # noqa: PLC0415 - start-up time

    text = as_text(original.data)
    try:
        page = clean_html(original)
    except BriefingError as fault:
        return ShownOriginal(original, text=text, remark=str(fault))
    return ShownOriginal(original, page, text, "shown without scripts and remote parts")
