"""The two views of the facts: a table that sorts by its headings, and cards."""

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QListView, QTableView

from briefing.services.fact_listing import FactSort
from briefing.ui.facts.fact_columns import COLUMNS
from briefing.ui.facts.fact_model import FactModel
from briefing.ui.facts.fact_painters import FactCardDelegate, FactCellDelegate
from briefing.ui.theme import Theme

_LAST_TO_HIDE = (7, 5, 1, 2)  # what a narrow pane leaves out first: memos, confidence, kind, value
_STATEMENT = 210  # px at 100 % that the statement keeps
_FALLING_FIRST = {FactSort.AS_OF, FactSort.SOURCES, FactSort.MEMOS, FactSort.VALUE}


class FactTable(QTableView):
    """One row a fact; columns that do not fit are left out, the least needed first."""

    sort_changed = Signal(FactSort, bool)

    def __init__(self, theme: Theme, model: FactModel) -> None:
        super().__init__()
        self._theme = theme
        self.setModel(model)
        self.setItemDelegate(FactCellDelegate(theme, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setAccessibleName("Facts")
        self.verticalHeader().hide()
        self._dress_header()
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _dress_header(self) -> None:
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setMinimumSectionSize(36)
        header.sectionClicked.connect(self._on_section_clicked)

    def show_sort(self, sort: FactSort, *, is_descending: bool) -> None:
        """Show by which column the rows are sorted."""
        header = self.horizontalHeader()
        place = next((at for at, one in enumerate(COLUMNS) if one.sort is sort), -1)
        header.setSortIndicatorShown(place >= 0)
        order = Qt.SortOrder.DescendingOrder if is_descending else Qt.SortOrder.AscendingOrder
        header.setSortIndicator(place, order)

    def widths(self) -> dict[str, int]:
        """Return how wide each column is, as the user left it."""
        return {
            column.title: self.columnWidth(at)
            for at, column in enumerate(COLUMNS)
            if column.width and not self.isColumnHidden(at)
        }

    def set_widths(self, widths: Mapping[str, Any]) -> None:
        """Come back with columns as wide as they were left."""
        for at, column in enumerate(COLUMNS):
            width = widths.get(column.title)
            if column.width and isinstance(width, int) and 30 <= width <= 800:
                self.setColumnWidth(at, width)

    def _on_section_clicked(self, at: int) -> None:
        header = self.horizontalHeader()
        sort = COLUMNS[at].sort
        was = header.property("sorted_by")
        falls = bool(header.property("falls"))
        is_descending = not falls if was == sort.value else sort in _FALLING_FIRST
        header.setProperty("sorted_by", sort.value)
        header.setProperty("falls", is_descending)
        self.sort_changed.emit(sort, is_descending)

    def _on_theme_changed(self) -> None:
        for at, column in enumerate(COLUMNS):
            if column.width:
                self.setColumnWidth(at, self._theme.px(column.width))
        self.verticalHeader().setDefaultSectionSize(self.sizeHintForRow(0) or self._theme.px(46))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - self._theme.px(_STATEMENT)
        room -= sum(self._theme.px(column.width) for column in COLUMNS)
        for at in reversed(_LAST_TO_HIDE):
            self.setColumnHidden(at, False)
        for at in _LAST_TO_HIDE:
            if room >= 0:
                break
            self.setColumnHidden(at, True)
            room += self._theme.px(COLUMNS[at].width)


class FactCards(QListView):
    """One card a fact, over the same selection as the table."""

    def __init__(self, theme: Theme, model: FactModel, selection: QItemSelectionModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setSelectionModel(selection)
        self.setItemDelegate(FactCardDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName("Facts as cards")
        theme.changed.connect(cast("Any", self).doItemsLayout)
