"""The table of facts as Qt asks for it: rows in pages, the next when it is scrolled to."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.model.ids import Uid
from briefing.services.fact_listing import FactRow
from briefing.ui.facts.fact_columns import COLUMNS

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
PAGE = 200
_Index = QModelIndex | QPersistentModelIndex


class FactModel(QAbstractTableModel):
    """Shows rows that it is given; knows which facts come after them."""

    more_requested = Signal(object)  # the uids of the next page

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FactRow] = []
        self._waiting: tuple[Uid, ...] = ()
        self._is_asked = False

    def show_rows(self, rows: Sequence[FactRow], after: tuple[Uid, ...]) -> None:
        """Replace all that is shown; `after` are the facts of the pages to come."""
        self.beginResetModel()
        self._rows = list(rows)
        self._waiting = after
        self._is_asked = False
        self.endResetModel()

    def add_rows(self, rows: Sequence[FactRow], asked: int) -> None:
        """Show the next page below; it was asked for that many facts."""
        first = len(self._rows)
        self._waiting = self._waiting[asked:]
        self._is_asked = False
        if rows:
            self.beginInsertRows(QModelIndex(), first, first + len(rows) - 1)
            self._rows.extend(rows)
            self.endInsertRows()

    def row(self, at: int) -> FactRow | None:
        """Return a row, or nothing."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    def find(self, uid: Uid) -> int:
        """Return where a fact is shown, -1 where it is not."""
        return next((at for at, row in enumerate(self._rows) if row.fact.uid == uid), -1)

    def uids(self, rows: Collection[int]) -> tuple[Uid, ...]:
        """Return the facts of rows, in their order."""
        return tuple(self._rows[at].fact.uid for at in sorted(rows) if at < len(self._rows))

    def all_uids(self) -> tuple[Uid, ...]:
        """Return all that was found, also what is not loaded yet."""
        return (*(row.fact.uid for row in self._rows), *self._waiting)

    # Qt's own

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == ROW_ROLE:
            return row
        column = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.text(row)
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip(row)
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return COLUMNS[section].title
        return None

    def canFetchMore(self, parent: _Index) -> bool:
        return not parent.isValid() and bool(self._waiting) and not self._is_asked

    def fetchMore(self, parent: _Index) -> None:
        if self.canFetchMore(parent):
            self._is_asked = True
            self.more_requested.emit(self._waiting[:PAGE])
