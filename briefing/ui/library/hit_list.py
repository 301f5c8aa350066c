"""A short list of articles in a dialog, each painted as in the library's own list."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListView, QWidget

from briefing.model.article import ArticleRow
from briefing.model.search_page import Hit, Marked, SearchPage
from briefing.ui.library.article_delegate import ArticleDelegate
from briefing.ui.library.article_model import ArticleModel
from briefing.ui.theme import Theme


class HitList(QListView):
    """Shows articles, each with a remark; tells which is current and which was opened."""

    row_changed = Signal(int)
    article_opened = Signal(str)  # uid; by Enter or a double click

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = ArticleModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ArticleDelegate(theme, self))
        self.setAccessibleName(name)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    def show_rows(self, rows: Sequence[tuple[ArticleRow, str]]) -> None:
        """Show articles with their remarks; none is current."""
        hits = tuple(Hit(row, Marked(row.title), Marked(remark)) for row, remark in rows)
        self._model.show_page(SearchPage(hits))

    def current_row(self) -> int:
        """Return the row under the cursor, -1 where there is none."""
        return self.currentIndex().row()

    def remarks(self) -> list[str]:
        """Return the remarks that are shown."""
        hits = (self._model.hit(at) for at in range(self._model.rowCount()))
        return [hit.snippet.text for hit in hits if hit]

    def go_to(self, row: int) -> None:
        """Make a row current."""
        self.setCurrentIndex(self._model.index(row))

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        self.row_changed.emit(index.row())

    def _on_activated(self, index: QModelIndex) -> None:
        hit = self._model.hit(index.row())
        if hit:
            self.article_opened.emit(hit.article.uid)
