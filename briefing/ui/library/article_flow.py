"""What is done with one article as a whole: its details, versions, like, its menu."""

from functools import partial

from PySide6.QtCore import QObject, QPoint

from briefing.model.article import Article
from briefing.model.article_version import ArticleVersion
from briefing.model.changes import Changes
from briefing.model.ids import Uid
from briefing.model.search_page import Likeness
from briefing.text.word_changes import word_changes
from briefing.ui.context import WindowContext
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.details_dialog import DetailsDialog
from briefing.ui.library.earlier_dialog import EarlierDialog
from briefing.ui.library.likeness_dialog import LikenessDialog
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.widgets.action_menu import show_action_menu

_MENU = (
    "library.shortlist", "library.reject", "library.candidate", "", "library.tag", "library.rate",
    "library.colour", "library.edit", "library.note", "", "library.like", "library.copies_of",
    "library.versions", "library.original", "library.copy_link", "",
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
        handle("library.versions", self._show_versions)
        handle("library.like", self._show_like)

    def show_menu(self, place: QPoint) -> None:
        """Offer what can be done with the selected articles."""
        show_action_menu(self._context.actions, _MENU, self._list, place)

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

    # what it said before

    def _show_versions(self) -> None:
        opened = self._reader.opened()
        if opened:
            work = partial(self._context.desk.versions.of, opened.article.uid)
            done = partial(self._on_versions_read, opened.article)
            self._context.tasks.run(work, done, key="library.versions")

    def _on_versions_read(self, article: Article, versions: tuple[ArticleVersion, ...]) -> None:
        if not versions:
            self._context.messages.info("There is no earlier version of this article.")
            return
        dialog = EarlierDialog(self._context.theme, article, versions, self._reader.window())
        dialog.comparison_requested.connect(partial(self._compare, dialog))
        dialog.restore_requested.connect(partial(self._restore, article.uid))
        dialog.begin()

    def _compare(self, dialog: EarlierDialog, before: str, after: str) -> None:
        work = partial(word_changes, before, after)
        self._context.tasks.run(work, dialog.show_changes, key="library.compare")

    def _restore(self, article: Uid, version: str) -> None:
        work = partial(self._context.desk.versions.restore, article, Uid(version))
        self._context.tasks.run(work, self._on_restored)

    def _on_restored(self, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info("The earlier text is back", undo=True)

    # its like

    def _show_like(self) -> None:
        opened = self._reader.opened()
        if opened:
            work = partial(self._context.desk.searching.more_like, opened.article.uid)
            done = partial(self._on_like_found, opened.article.title)
            self._context.tasks.run(work, done, key="library.like")

    def _on_like_found(self, title: str, found: tuple[Likeness, ...]) -> None:
        dialog = LikenessDialog(self._context.theme, title, found, self._reader.window())
        dialog.article_requested.connect(self._on_article_requested)
        dialog.open_over_window()

    def _on_article_requested(self, uid: str) -> None:
        self._context.navigator.open_article(Uid(uid))
