"""The table of a grid: marks by one key, rows and columns moved, facts dropped in."""

from collections.abc import Callable

from PySide6.QtCore import QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from briefing.model.grid import GridCell, Mark
from briefing.ui.editor.plain_clipboard import record_in
from briefing.ui.memo.grid_delegate import GridDelegate
from briefing.ui.memo.grid_draft import GridDraft
from briefing.ui.memo.grid_table_model import GridTableModel, Index
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole

_MARKS = {
    Qt.Key.Key_C: Mark.CONSISTENT,
    Qt.Key.Key_I: Mark.INCONSISTENT,
    Qt.Key.Key_N: Mark.NEUTRAL,
    Qt.Key.Key_A: Mark.NOT_APPLICABLE,
    Qt.Key.Key_Minus: Mark.NOT_APPLICABLE,
    Qt.Key.Key_Backspace: Mark.NONE,
}
_COLUMN = 118  # px, the least a column is wide
_FIRST = 0.42  # of the width: the evidence


class GridView(QTableView):
    """Shows a draft and changes it; places are of rows and columns of the grid."""

    place_changed = Signal()
    note_requested = Signal()
    title_requested = Signal()
    source_requested = Signal()
    fact_dropped = Signal(str, int)  # uid, row before which it goes

    def __init__(self, theme: Theme, draft: GridDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._draft = draft
        self._place = (0, 1)
        self.setAccessibleName(draft.grid.kind.value.capitalize())
        self.setModel(GridTableModel(draft, self))
        self.setItemDelegate(GridDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setAcceptDrops(True)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag(_WRAP))
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setSectionsClickable(True)
        head.sectionDoubleClicked.connect(self._on_head_double_clicked)
        self.doubleClicked.connect(self._on_double_clicked)
        self.model().modelReset.connect(self._on_model_reset)
        self._keys = self._key_table()
        self._lay()

    @property
    def row(self) -> int:
        """Return the current row; the number of rows where the counts are current."""
        return max(self.currentIndex().row(), 0)

    @property
    def column(self) -> int:
        """Return the current column of the grid, -1 on the evidence."""
        return self.currentIndex().column() - 1

    def go_to(self, row: int, column: int) -> None:
        """Make a cell current; column -1 is the evidence."""
        last_row, last = len(self._draft.grid.rows), len(self._draft.grid.columns)
        index = self.model().index(min(max(row, 0), last_row), min(max(column, -1) + 1, last))
        self.setCurrentIndex(index)
        self.scrollTo(index)

    # what keys do

    def mark(self, mark: Mark) -> None:
        """Mark the current cell, or take its mark away; its note stays."""
        grid, row, column = self._draft.grid, self.row, self.column
        if row < len(grid.rows) and column >= 0:
            note = grid.rows[row].cells[column].note
            self._draft.put(grid.with_cell(row, column, GridCell(mark, note)))

    def move_row(self, by: int) -> None:
        """Move the current row up or down."""
        row, place = self.row, self.row + by
        if row < len(self._draft.grid.rows) and 0 <= place < len(self._draft.grid.rows):
            self._place = (place, self.column + 1)
            self._draft.put(self._draft.grid.with_row_at(row, place))

    def move_column(self, by: int) -> None:
        """Move the current column left or right."""
        column, place = self.column, self.column + by
        if column >= 0 and 0 <= place < len(self._draft.grid.columns):
            self._place = (self.row, place + 1)
            self._draft.put(self._draft.grid.with_column_at(column, place))

    def remove_row(self) -> None:
        """Take the current row out."""
        if self.row < len(self._draft.grid.rows):
            self._draft.put(self._draft.grid.without_row(self.row))

    def remove_column(self) -> None:
        """Take the current column out; the last one stays."""
        if self.column >= 0 and len(self._draft.grid.columns) > 1:
            self._draft.put(self._draft.grid.without_column(self.column))

    def add_column(self) -> None:
        """Put a column in at the right, and ask for its title."""
        grid = self._draft.grid
        self._place = (self.row, len(grid.columns) + 1)
        self._draft.put(grid.with_column(f"{grid.kind.one} {len(grid.columns) + 1}"))
        self.title_requested.emit()

    def _key_table(self) -> dict[str, Callable[[], object]]:
        return {
            "Return": self.note_requested.emit,
            "Enter": self.note_requested.emit,
            "F2": self.title_requested.emit,
            "Ctrl+Return": self.source_requested.emit,
            "Alt+Up": lambda: self.move_row(-1),
            "Alt+Down": lambda: self.move_row(1),
            "Alt+Left": lambda: self.move_column(-1),
            "Alt+Right": lambda: self.move_column(1),
            "Del": self.remove_row,
            "Shift+Del": self.remove_column,
            "Ins": self.add_column,
            "Ctrl+Z": self._draft.undo,
            "Ctrl+Shift+Z": self._draft.redo,
            "Ctrl+Y": self._draft.redo,
        }

    def _lay(self) -> None:
        """Give the evidence its share and the columns the rest, each row what it needs."""
        columns = len(self._draft.grid.columns)
        width = self.viewport().width()
        least = self._theme.px(_COLUMN)
        each = max(least, int(width * (1 - _FIRST)) // columns) if columns else least
        self.setColumnWidth(0, max(width - each * columns, 2 * least))
        for column in range(1, columns + 1):
            self.setColumnWidth(column, each)
        self.resizeRowsToContents()
        self.horizontalHeader().setFixedHeight(self._head_height(each))

    def _head_height(self, width: int) -> int:
        """Return the height that the longest title needs, within bounds."""
        metrics, px = QFontMetrics(self._theme.font(FontRole.SMALL)), self._theme.px
        room = QRect(0, 0, width - 2 * px(10), 10_000)
        heights = [
            metrics.boundingRect(room, _WRAP, title).height() for title in self._draft.grid.columns
        ]
        return min(max(heights, default=0), 4 * metrics.lineSpacing()) + px(16)

    def _on_model_reset(self) -> None:
        row, column = self._place
        self._lay()
        self.go_to(row, column - 1)

    def _on_double_clicked(self) -> None:
        self.note_requested.emit()

    def _on_head_double_clicked(self, section: int) -> None:
        if section > 0:
            self.go_to(self.row, section - 1)
            self.title_requested.emit()

    def _drop_row(self, event: QDropEvent) -> int:
        row = self.rowAt(int(event.position().y()))
        return row if row >= 0 else len(self._draft.grid.rows)

    # ---- what Qt calls ----

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self._place = (current.row(), current.column())
            self.place_changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in _MARKS and plain == Qt.KeyboardModifier.NoModifier:
            self.mark(_MARKS[key])
            return
        name = QKeySequence(event.keyCombination()).toString()
        work = self._keys.get(name.replace("Num+", ""))
        if work:
            work()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        _take(event, event.mimeData())

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        _take(event, event.mimeData())

    def dropEvent(self, event: QDropEvent) -> None:
        record = record_in(event.mimeData())
        if record and record[0] == "fact":
            self.fact_dropped.emit(record[1], self._drop_row(event))
            event.acceptProposedAction()


def _take(event: QDragMoveEvent | QDragEnterEvent, data: QMimeData) -> None:
    record = record_in(data)
    if record and record[0] == "fact":
        event.acceptProposedAction()
    else:
        event.ignore()


_WRAP = int(Qt.TextFlag.TextWordWrap)
