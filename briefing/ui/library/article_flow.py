"""What is done with one article as a whole: its details, its note, its original, its menu."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from briefing.model.article import Article, Original
from briefing.model.changes import Changes
from briefing.ui.context import WindowContext
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.details_dialog import DetailsDialog
from briefing.ui.library.original_dialog import OriginalDialog
from briefing.ui.library.reader_pane import ReaderPane

_MENU = (
    "library.shortlist", "library.reject", "library.candidate", "", "library.tag", "library.rate",
    "library.edit", "library.note", "", "library.original", "library.copy_link", "",
    "library.remove",
)  # fmt: skip


class ArticleFlow(QObject):
    """Opens the dialogs of an article and writes what they bring."""

    def __init__(self, context: WindowContext, found: ArticleList, reader: ReaderPane) -> None:
        super().__init__(found)
        self._context = context
        self._list = found
        self._reader = reader
        handle = context.actions.handle
        handle("library.edit", self._ask_details)
        handle("library.note", self._ask_note)
        handle("library.original", self._show_original)

    def show_menu(self, place: QPoint) -> None:
        """Offer what can be done with the selected articles."""
        menu = QMenu(self._list)
        for name in _MENU:
            if name:
                menu.addAction(self._context.actions.action(name))
            else:
                menu.addSeparator()
        menu.exec(place)
        menu.deleteLater()

    def _ask_details(self) -> None:
        dialog = self._details()
        if dialog:
            dialog.open()

    def _ask_note(self) -> None:
        dialog = self._details()
        if dialog:
            dialog.ask_note()

    def _details(self) -> DetailsDialog | None:
        opened = self._reader.opened()
        if opened is None:
            return None
        dialog = DetailsDialog(self._context.theme, opened.article, self._reader.window())
        dialog.kept.connect(self._on_details_kept)
        return dialog

    def _on_details_kept(self, article: Article) -> None:
        work = partial(self._context.desk.triage.edit, article)
        self._context.tasks.run(work, self._on_written)

    def _on_written(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        if changes:
            self._context.messages.info("Details changed", undo=True)

    def _show_original(self) -> None:
        opened = self._reader.opened()
        if opened:
            work = partial(self._context.desk.searching.original, opened.article.uid)
            self._context.tasks.run(work, self._on_original_read)

    def _on_original_read(self, original: Original | None) -> None:
        if original is None:
            self._context.messages.info("This article was not made from a file.")
            return
        dialog = OriginalDialog(self._context.theme, original, self._reader.window())
        dialog.save_requested.connect(self._on_original_save_requested)
        dialog.open()

    def _on_original_save_requested(self, original: Original) -> None:
        name = Path(original.name).name
        path = self._context.files.save_file("Save the original", name, "All files (*)")
        if path:
            work = partial(path.write_bytes, original.data)
            self._context.tasks.run(work, partial(self._on_original_saved, path))

    def _on_original_saved(self, path: Path, _size: int) -> None:
        self._context.messages.info(f"Saved as {path.name}")
