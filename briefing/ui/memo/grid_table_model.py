"""A grid as a table shows it: evidence, a cell a column, and the counts as its last row."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.model.grid import GridCell, Mark
from briefing.text.citation_syntax import find_plain
from briefing.text.grid_text import COUNT_LABEL
from briefing.ui.memo.grid_draft import GridDraft

CELL = Qt.ItemDataRole.UserRole  # a GridCell, for cells that can be marked
TELLS = Qt.ItemDataRole.UserRole + 1  # whether a row bears differently on the columns
_NOWHERE = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class GridTableModel(QAbstractTableModel):
    """Adapts a draft; it owns no data."""

    def __init__(self, draft: GridDraft, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        draft.changed.connect(self._on_draft_changed)

    def is_count_row(self, row: int) -> bool:
        """Return whether a row is that of the counts."""
        return row == len(self._draft.grid.rows)

    def _on_draft_changed(self) -> None:
        self.beginResetModel()
        self.endResetModel()

    # ---- what Qt calls ----

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._draft.grid.rows) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._draft.grid.columns) + 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        grid = self._draft.grid
        row, column = index.row(), index.column()
        if not 0 <= row <= len(grid.rows) or not 0 <= column <= len(grid.columns):
            return None
        if self.is_count_row(row):
            return self._count(column) if role == Qt.ItemDataRole.DisplayRole else None
        if role == TELLS:
            return grid.rows[row].tells_apart
        if column == 0:
            return words_without_citations(grid.rows[row].words) if role in _SAID else None
        cell = grid.rows[row].cells[column - 1]
        if role == CELL:
            return cell
        return _said(cell) if role in _SAID else None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # noqa: ANN401
        grid = self._draft.grid
        if orientation is not Qt.Orientation.Horizontal or section > len(grid.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return grid.corner if section == 0 else grid.columns[section - 1]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return usual if self.is_count_row(index.row()) else usual | Qt.ItemFlag.ItemIsSelectable

    def _count(self, column: int) -> str:
        if column == 0:
            return COUNT_LABEL
        return str(self._draft.grid.counts(Mark.INCONSISTENT)[column - 1])


def words_without_citations(words: str) -> str:
    """Return a row's words as they are read: what it cites is shown beside."""
    kept: list[str] = []
    place = 0
    for start, end, _ in find_plain(words):
        kept.append(words[place:start])
        place = end
    return " ".join(f"{''.join(kept)}{words[place:]}".split())


def _said(cell: GridCell) -> str:
    return ": ".join(filter(None, (cell.mark.words, cell.note)))


_SAID = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
