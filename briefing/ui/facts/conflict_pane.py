"""Facts that contradict one another: the list of pairs, and one pair side by side."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.model.conflict import Conflict
from briefing.model.fact import Fact
from briefing.services.fact_reading import OpenedEvidence
from briefing.ui.actions import ActionSet
from briefing.ui.facts.conflict_side import ConflictSide
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_frame, make_label
from briefing.ui.widgets.pane_splitter import PaneSplitter

_NONE = (
    "No two facts differ in a value, a unit, a date or in what they say of the same thing. Briefing"
    " compares each fact when it is captured."
)


class ConflictPane(QFrame):
    """Shows conflicts; the keys settle the side that is chosen (Left, Right)."""

    conflict_changed = Signal(object)  # a Conflict, or None
    side_changed = Signal()
    passage_requested = Signal(str, int, int)  # article, start, end

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "background")
        self.conflicts: tuple[Conflict, ...] = ()
        self._title = make_label("", "strong")
        self._reason = make_label("", is_wrapped=True)
        self._list = QListWidget()
        self._list.setAccessibleName("Conflicts")
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.installEventFilter(self)
        self._list.currentRowChanged.connect(self._on_row_changed)
        self.sides = (ConflictSide(theme, actions), ConflictSide(theme, actions))
        for side in self.sides:
            side.passage_requested.connect(self.passage_requested)
            side.chosen.connect(self._on_side_chosen)
        self._chosen = 1
        self._stack = QStackedWidget()
        self._stack.addWidget(EmptyState(theme, "check-check", "No conflicts", _NONE))
        self._stack.addWidget(self._make_body(theme, actions))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_bar(theme, actions))
        column.addWidget(self._stack, 1)

    def _make_bar(self, theme: Theme, actions: ActionSet) -> QFrame:
        bar = make_frame("panel")
        row = QHBoxLayout(bar)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        back = actions.action("facts.all")
        row.addWidget(ActionButton(theme, back, "arrow-left", "pill", "All facts"))
        row.addWidget(self._title)
        row.addStretch(1)
        return bar

    def _make_body(self, theme: Theme, actions: ActionSet) -> QWidget:
        self.panes = PaneSplitter()
        self.panes.add_pane("left", self._list, 320)
        pair = QWidget()
        column = QVBoxLayout(pair)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        column.addWidget(self._reason)
        sides = QHBoxLayout()
        sides.setSpacing(12)
        for side in self.sides:
            sides.addWidget(side, 1)
        column.addLayout(sides, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        hint = "← and → choose a side: S it is the newer, D disputed, X retracted."
        buttons.addWidget(make_label(hint, "small", is_wrapped=True), 1)
        apart = actions.action("facts.not_same")
        buttons.addWidget(ActionButton(theme, apart, "split", "plain", "Not the same thing…"))
        column.addLayout(buttons)
        self.panes.add_pane("right", pair, 900, stretch=1)
        return self.panes

    # showing

    def show_conflicts(self, conflicts: Sequence[Conflict]) -> None:
        """Show the pairs; the one that was current stays so, else the one in its place."""
        before, at = self.current(), max(self._list.currentRow(), 0)
        self.conflicts = tuple(conflicts)
        count = len(conflicts)
        self._title.setText(f"{count:,} conflict{'' if count == 1 else 's'}" if count else "")
        self._stack.setCurrentIndex(1 if conflicts else 0)
        self._list.blockSignals(True)
        self._list.clear()
        for one in conflicts:
            item = QListWidgetItem(f"{one.first.statement}\n↔ {one.second.statement}")
            item.setToolTip(one.reason)
            self._list.addItem(item)
        self._list.blockSignals(False)
        if not conflicts:
            self.conflict_changed.emit(None)
        elif before is None or not self.go_to(before.first.uid, before.second.uid):
            self._list.setCurrentRow(min(at, count - 1))

    def show_evidence(
        self, conflict: Conflict, quotes: tuple[Sequence[OpenedEvidence], Sequence[OpenedEvidence]]
    ) -> None:
        """Show a pair side by side; the later one is chosen."""
        self._reason.setText(f"They differ in the {conflict.kind.value}: {conflict.reason}")
        for side, fact, pieces in zip(
            self.sides, (conflict.first, conflict.second), quotes, strict=True
        ):
            side.show_fact(fact, pieces)
        self.choose(0 if _is_later(conflict.first, conflict.second) else 1)

    def current(self) -> Conflict | None:
        """Return the pair that is shown."""
        at = self._list.currentRow()
        return self.conflicts[at] if 0 <= at < len(self.conflicts) else None

    def chosen(self) -> Fact | None:
        """Return the fact of the chosen side."""
        pair = self.current()
        return (pair.first, pair.second)[self._chosen] if pair else None

    def other(self) -> Fact | None:
        """Return the fact of the other side."""
        pair = self.current()
        return (pair.second, pair.first)[self._chosen] if pair else None

    def choose(self, place: int) -> None:
        """Choose the left (0) or the right (1) side for the keys."""
        self._chosen = place
        for at, side in enumerate(self.sides):
            side.show_chosen(is_chosen=at == place)
        self.side_changed.emit()

    def go_to(self, first: str, second: str) -> bool:
        """Show the pair of two facts; False where they are none."""
        for at, one in enumerate(self.conflicts):
            if {one.first.uid, one.second.uid} == {first, second}:
                self._list.setCurrentRow(at)
                return True
        return False

    def forget(self) -> None:
        """Let the next conflicts come up with the first of them."""
        self._list.blockSignals(True)
        self._list.setCurrentRow(-1)
        self._list.blockSignals(False)

    def step(self, rows: int) -> None:
        """Go on to the next pair (1) or back (-1)."""
        at = self._list.currentRow() + rows
        self._list.setCurrentRow(min(max(at, 0), self._list.count() - 1))

    def take_focus(self) -> None:
        """Let the keys go to the pairs."""
        (self._list if self.conflicts else self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_row_changed(self, _at: int) -> None:
        self.conflict_changed.emit(self.current())

    def _on_side_chosen(self) -> None:
        self.choose(0 if self.sender() is self.sides[0] else 1)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._list and event.type() is QEvent.Type.KeyPress:
            key = event.key() if isinstance(event, QKeyEvent) else None
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
                self.choose(0 if key == Qt.Key.Key_Left else 1)
                return True
        return super().eventFilter(watched, event)


def _is_later(first: Fact, second: Fact) -> bool:
    """Tell whether the first holds for a later day than the second."""
    if first.as_of is None or second.as_of is None:
        return False
    return first.as_of.first_day() > second.as_of.first_day()
