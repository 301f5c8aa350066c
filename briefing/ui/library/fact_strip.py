"""The facts of the open article, under its text: kind, statement, where it stands."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.model.anchor import AnchorState
from briefing.model.fact import Fact, FactStatus
from briefing.model.ids import Uid
from briefing.services.evidence import Passage
from briefing.ui.theme import Theme
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.labels import State, make_label

_STATUS: Mapping[FactStatus, State] = {
    FactStatus.DISPUTED: "bad",
    FactStatus.SUPERSEDED: "muted",
    FactStatus.RETRACTED: "bad",
}
_MOST_HEIGHT = 190
_SIDE = 44


class FactStrip(QFrame):
    """Lists facts; pressing one goes to its passage, its menu changes or removes it."""

    fact_pressed = Signal(str)  # uid
    menu_requested = Signal(str, object)  # uid, global place

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: QVBoxLayout | None = None
        self.setProperty("role", "strip")
        self._title = make_label("Key facts from this article", "strong")
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        self._hint = ElidedLabel("Select words and press F to capture a fact.", "small")
        head.addWidget(self._hint)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setMaximumHeight(theme.px(_MOST_HEIGHT))
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_SIDE, 12, _SIDE, 12)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._scroll)

    def show_facts(self, facts: Sequence[Fact], passages: Sequence[Passage]) -> None:
        """Show the facts of an article, in the order of their passages."""
        count = f" · {len(facts)}" if facts else ""
        self._title.setText(f"Key facts from this article{count}")
        found = {one.fact_uid: one.state for one in passages}
        rows = QWidget()
        grid = QVBoxLayout(rows)
        grid.setContentsMargins(0, 0, 8, 0)
        grid.setSpacing(2)
        for fact in facts:
            row = _FactRow(fact, found.get(fact.uid))
            row.pressed.connect(self.fact_pressed)
            row.menu_requested.connect(self.menu_requested)
            grid.addWidget(row)
        grid.addStretch(1)
        self._rows = None  # the old ones go with the widget that is replaced
        self._scroll.setWidget(rows)
        self._scroll.setVisible(bool(facts))
        self._rows = grid
        self._fit()

    def _fit(self) -> None:
        """Give the list the height that its lines need at this width, up to the most."""
        if self._rows is not None:
            wanted = self._rows.heightForWidth(max(self.width() - 2 * _SIDE, 1))
            self._scroll.setFixedHeight(min(max(wanted, 0), self._theme.px(_MOST_HEIGHT)))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class _FactRow(QFrame):
    """One fact as a line that can be pressed."""

    pressed = Signal(str)
    menu_requested = Signal(str, object)

    def __init__(self, fact: Fact, state: AnchorState | None) -> None:
        super().__init__()
        self._uid: Uid = fact.uid
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("role", "row")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{fact.kind}: {fact.statement}")
        grid = QGridLayout(self)
        grid.setContentsMargins(4, 3, 4, 3)
        grid.setColumnMinimumWidth(0, 76)
        grid.setColumnStretch(1, 1)
        kind = make_label(fact.kind.value.capitalize(), "muted")
        grid.addWidget(kind, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(make_label(_told(fact), is_wrapped=True), 0, 1)
        for at, badge in enumerate(_badges(fact, state)):
            grid.addWidget(badge, 0, 2 + at, Qt.AlignmentFlag.AlignTop)

    # Qt's own

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self.menu_requested.emit(self._uid, event.globalPosition().toPoint())
        else:
            self.pressed.emit(self._uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit(self._uid)
        elif event.key() in (Qt.Key.Key_Menu, Qt.Key.Key_Delete):
            self.menu_requested.emit(self._uid, self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)


def _told(fact: Fact) -> str:
    """Return the statement with its day behind it."""
    if fact.as_of is None:
        return fact.statement
    return f"{fact.statement.removesuffix('.')} ({fact.as_of.short()})"


def _badges(fact: Fact, state: AnchorState | None) -> list[QLabel]:
    badges: list[QLabel] = []
    if state is None:
        badges.append(make_label("quote not found", "badge", state="bad"))
    elif state is AnchorState.MOVED:
        badges.append(make_label("quote moved", "badge", state="warn"))
    if fact.status in _STATUS:
        badges.append(make_label(fact.status.value, "badge", state=_STATUS[fact.status]))
    return badges
