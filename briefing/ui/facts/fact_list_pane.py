"""The middle pane of the facts: the search line, the filters, the table or the cards."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.model.fact import FactKind, FactStatus
from briefing.model.ids import Uid
from briefing.services.fact_listing import FactRow, FactSort
from briefing.ui.actions import ActionSet
from briefing.ui.facts.fact_filters import with_field
from briefing.ui.facts.fact_model import FactModel
from briefing.ui.facts.fact_views import FactCards, FactTable
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.search_line import SearchLine

_NARROWEST = 420
_SWITCHES = (
    ("facts.cards", "list", "Cards"),
    ("facts.conflicts", "git-compare", "Conflicts"),
)
_NOTHING = "No fact has all these words and filters."
_EMPTY = (
    "Open an article in the Library, select the words that matter and press F. The fact then"
    " stands here with its quote."
)


class FactListPane(QFrame):
    """Shows rows of facts; tells which is current and which are selected."""

    current_changed = Signal(str)  # uid, or nothing
    selection_changed = Signal()
    sort_changed = Signal(FactSort, bool)
    opened = Signal(str)  # Return or a double click
    menu_requested = Signal(QPoint)

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "background")
        self.setMinimumWidth(theme.px(_NARROWEST))
        self.model = FactModel(self)
        self._kept: Uid | None = None
        self._whole: tuple[Uid, ...] = ()  # all found, selected though not all are loaded
        self.search_line = SearchLine(
            theme, "Search facts by words, tag:, status:, kind: or date", "Search the facts"
        )
        self.search_line.left_downwards.connect(self.take_focus)
        self.search_line.line_changed.connect(self._on_line_changed)
        self._found = make_label("", "small")
        self._problems = make_label("", "warn", is_wrapped=True)
        self._problems.hide()
        self._filters = {
            "status": self._make_filter("status", "Any status", list(FactStatus)),
            "kind": self._make_filter("kind", "Any kind", list(FactKind)),
        }
        self.table = FactTable(theme, self.model)
        self.cards = FactCards(theme, self.model, self.table.selectionModel())
        self._connect_views()
        self._stack = QStackedWidget()
        self._nothing = EmptyState(theme, "search-x", "Nothing found", _NOTHING)
        self._empty = EmptyState(theme, "quote", "No facts yet", _EMPTY)
        for page in (self.table, self.cards, self._nothing, self._empty):
            self._stack.addWidget(page)
        self._view: QAbstractItemView = self.table
        self._lay_out(theme, actions)

    def _make_filter(self, field: str, every: str, values: Sequence[str]) -> QComboBox:
        box = QComboBox()
        box.setProperty("role", "quiet")
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setAccessibleName(f"Filter by {field}")
        box.setObjectName(field)
        box.addItem(every, "")
        for value in values:
            box.addItem(value.capitalize(), str(value))
        box.activated.connect(self._on_filter_activated)
        return box

    def _connect_views(self) -> None:
        selection = self.table.selectionModel()
        selection.currentChanged.connect(self._on_current_changed)
        selection.selectionChanged.connect(self._on_selection_changed)
        self.table.sort_changed.connect(self.sort_changed)
        for view in (self.table, self.cards):
            view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            view.customContextMenuRequested.connect(self._on_menu_requested)
            view.activated.connect(self._on_activated)

    def _lay_out(self, theme: Theme, actions: ActionSet) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        head.setSpacing(8)
        top = QHBoxLayout()
        top.setSpacing(6)
        top.addWidget(self.search_line, 1)
        for name, icon, text in _SWITCHES:
            top.addWidget(ActionButton(theme, actions.action(name), icon, "pill", text))
        head.addLayout(top)
        line = QHBoxLayout()
        line.addWidget(self._found)
        line.addStretch(1)
        for box in self._filters.values():
            line.addWidget(box)
        head.addLayout(line)
        head.addWidget(self._problems)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    # showing

    def show_rows(
        self, rows: Sequence[FactRow], after: tuple[Uid, ...], *, is_library_empty: bool
    ) -> None:
        """Show the first page; the fact that was current stays so if it is there."""
        self._whole = ()
        kept = self._kept or self.current()
        self._kept = None
        top = self._view.verticalScrollBar().value()
        self.model.show_rows(rows, after)
        if not rows:
            self._stack.setCurrentWidget(self._empty if is_library_empty else self._nothing)
            self.current_changed.emit("")
            return
        self._stack.setCurrentWidget(self._view)
        at = self.model.find(kept) if kept else -1
        if at >= 0:
            self._view.verticalScrollBar().setValue(top)
        self.go_to(max(at, 0))

    def show_words(self, found: str, problems: str) -> None:
        """Say how many were found, and what is wrong with the line."""
        self._found.setText(found)
        self._problems.setText(problems)
        self._problems.setVisible(bool(problems))

    def show_cards(self, *, shown: bool) -> None:
        """Show cards in place of the table, or the table."""
        had_view = self._stack.currentWidget() is self._view
        self._view = self.cards if shown else self.table
        if had_view:
            self._stack.setCurrentWidget(self._view)
            self.go_to(max(self.table.currentIndex().row(), 0))

    def keep(self, uid: Uid) -> None:
        """Let the next page come up with this fact current."""
        self._kept = uid

    # where one is

    def current(self) -> Uid | None:
        """Return the fact that the cursor is on."""
        row = self.current_row()
        return row.fact.uid if row else None

    def current_row(self) -> FactRow | None:
        """Return the same as the table shows it."""
        return self.model.row(self.table.currentIndex().row())

    def selected(self) -> tuple[Uid, ...]:
        """Return the selected facts in their order, the current one if none is."""
        if self._whole:
            return self._whole
        selection = self.table.selectionModel().selectedIndexes()
        uids = self.model.uids({index.row() for index in selection})
        current = self.current()
        return uids or ((current,) if current else ())

    def go_to(self, at: int) -> None:
        """Make a row current and see to it that it is seen."""
        if 0 <= at < self.model.rowCount():
            index = self.model.index(at, 0)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self._view.scrollTo(index)

    def step(self, rows: int) -> None:
        """Go on to the next fact (1) or back (-1)."""
        at = self.table.currentIndex().row() + rows
        if at >= self.model.rowCount() and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        self.go_to(min(max(at, 0), self.model.rowCount() - 1))

    def select_all(self) -> None:
        """Select all that was found, also what is not loaded yet, until another is selected."""
        self.table.selectAll()
        self._whole = self.model.all_uids()
        self.selection_changed.emit()

    def take_focus(self) -> None:
        """Let the keys go to the list."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(index.row())
        self.current_changed.emit(row.fact.uid if row else "")

    def _on_selection_changed(self, _now: QItemSelection, _before: QItemSelection) -> None:
        self._whole = ()
        self.selection_changed.emit()

    def _on_menu_requested(self, place: QPoint) -> None:
        self.menu_requested.emit(self._view.viewport().mapToGlobal(place))

    def _on_activated(self, index: QModelIndex) -> None:
        row = self.model.row(index.row())
        if row:
            self.opened.emit(row.fact.uid)

    def _on_filter_activated(self) -> None:
        line = self.search_line.line()
        for field, box in self._filters.items():
            line = with_field(line, field, str(box.currentData()))
        self.search_line.set_line(line)

    def _on_line_changed(self, line: str) -> None:
        for field, box in self._filters.items():
            values = [box.itemData(at) for at in range(1, box.count())]
            at = next((n for n, v in enumerate(values, 1) if f"{field}:{v}" in line.split()), 0)
            box.setCurrentIndex(at)
