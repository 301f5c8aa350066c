"""Pasting from the window: files are imported, words become an article."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from briefing.model.import_outcome import ImportReport
from briefing.ui.collecting.paste_dialog import PasteDialog
from briefing.ui.context import WindowContext

Heard = Callable[[ImportReport], None]
_MOST = 5_000_000  # characters; more is no article that anyone copied


class PasteFlow(QObject):
    """Takes in what is on the clipboard; `files_pasted` and `heard` are told what came."""

    def __init__(
        self,
        context: WindowContext,
        over: QWidget,
        take_files: Callable[[list[str]], None],
        heard: Heard,
    ) -> None:
        super().__init__(over)
        self._context = context
        self._over = over
        self._take_files = take_files
        self._heard = heard
        context.actions.handle("library.paste", self._paste)

    def _paste(self) -> None:
        data = QGuiApplication.clipboard().mimeData()
        names = [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
        if names:
            self._take_files(names)
            return
        html = data.html() if data.hasHtml() else ""
        text = data.text() if data.hasText() else ""
        if len(text) > _MOST or len(html) > 4 * _MOST:
            self._context.messages.warn(
                "This is too much to paste; save it as a file and import that."
            )
            return
        dialog = PasteDialog(self._context.theme, text, html, self._over.window())
        dialog.kept.connect(self._on_dialog_kept)
        dialog.open_over_window()

    def _on_dialog_kept(self, text: str, address: str, html: str) -> None:
        work = partial(self._context.desk.collecting.paste, text, address, html)
        self._context.tasks.run(work, self._heard)
