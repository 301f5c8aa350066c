"""The list of articles as Qt asks for it: hits in pages, the next when it is scrolled to."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.model.article import ArticleRow
from briefing.model.ids import Uid
from briefing.model.search_page import Hit, SearchPage

HIT_ROLE = Qt.ItemDataRole.UserRole + 1
_Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """Shows hits that it is given; owns no data and runs no search."""

    more_requested = Signal(str)  # the cursor of the next page

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: list[Hit] = []
        self._after = ""
        self._is_waiting = False

    def show_page(self, page: SearchPage) -> None:
        """Replace all that is shown."""
        self.beginResetModel()
        self._hits = list(page.hits)
        self._after = page.after
        self._is_waiting = False
        self.endResetModel()

    def add_page(self, page: SearchPage) -> None:
        """Show the next page below."""
        first = len(self._hits)
        if page.hits:
            self.beginInsertRows(QModelIndex(), first, first + len(page.hits) - 1)
            self._hits.extend(page.hits)
            self.endInsertRows()
        self._after = page.after
        self._is_waiting = False

    def replace_rows(self, rows: Sequence[ArticleRow]) -> None:
        """Show changed articles in the places that they have."""
        changed = {row.uid: row for row in rows}
        for at, hit in enumerate(self._hits):
            row = changed.get(hit.article.uid)
            if row is not None:
                self._hits[at] = Hit(row, hit.title, hit.snippet)
                self.dataChanged.emit(self.index(at), self.index(at))

    def remove_rows(self, uids: Collection[Uid]) -> None:
        """Take articles out of what is shown."""
        for at in range(len(self._hits) - 1, -1, -1):
            if self._hits[at].article.uid in uids:
                self.beginRemoveRows(QModelIndex(), at, at)
                del self._hits[at]
                self.endRemoveRows()

    def hit(self, at: int) -> Hit | None:
        """Return the hit in a row, or nothing."""
        return self._hits[at] if 0 <= at < len(self._hits) else None

    def find(self, uid: Uid) -> int:
        """Return the row of an article, -1 where it is not shown."""
        return next((at for at, hit in enumerate(self._hits) if hit.article.uid == uid), -1)

    def uids(self) -> tuple[Uid, ...]:
        """Return the articles that are shown."""
        return tuple(hit.article.uid for hit in self._hits)

    # Qt's own

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        hit = self.hit(index.row())
        if hit is None:
            return None
        if role == HIT_ROLE:
            return hit
        if role == Qt.ItemDataRole.DisplayRole:
            return hit.title.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            row = hit.article
            when = row.published.human() if row.published else "undated"
            return f"{row.title}, {row.usage}, {row.publisher}, {when}"
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and bool(self._after) and not self._is_waiting

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._is_waiting = True
            self.more_requested.emit(self._after)
