"""One of two facts that contradict one another: its words, its quotes, what can be ruled."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.model.fact import Fact
from briefing.services.fact_reading import OpenedEvidence
from briefing.ui.actions import ActionSet
from briefing.ui.facts.evidence_box import EvidenceBox
from briefing.ui.facts.fact_columns import STATUS_STATES
from briefing.ui.facts.fact_words import described
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label, set_state
from briefing.ui.widgets.scrolled_page import ScrolledPage

_RULINGS = (
    ("facts.supersede", "replace", "This is the newer"),
    ("facts.dispute", "scale", "Dispute"),
    ("facts.retract", "ban", "Retract"),
)


class ConflictSide(QFrame):
    """A card that can be chosen; its buttons choose it and rule on it."""

    chosen = Signal()
    passage_requested = Signal(str, int, int)

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = actions
        self.setProperty("role", "card")
        self.setProperty("state", "quiet")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 8, 12)
        column.setSpacing(8)
        column.addWidget(self._scroll, 1)
        row = QHBoxLayout()
        row.setSpacing(6)
        self._buttons = [self._make_button(*ruling) for ruling in _RULINGS]
        for button in self._buttons:
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)

    def _make_button(self, action: str, icon: str, text: str) -> TextButton:
        button = TextButton(self._theme, text, "pill", icon)
        button.setToolTip(f"{text} ({self._actions.key_text(action)})")
        button.clicked.connect(partial(self._rule, action))
        return button

    def show_fact(self, fact: Fact, quotes: Sequence[OpenedEvidence]) -> None:
        """Show a fact with its quotes."""
        page = ScrolledPage()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        line.addWidget(make_label(fact.status.value, "badge", state=STATUS_STATES[fact.status]))
        line.addWidget(make_label(f"fact:{fact.key}", "small"))
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(make_label(fact.statement, "heading", is_wrapped=True))
        column.addWidget(make_label(described(fact), "muted", is_wrapped=True))
        for one in quotes:
            box = EvidenceBox(self._theme, one, can_remove=False)
            box.passage_requested.connect(self.passage_requested)
            column.addWidget(box)
        column.addStretch(1)
        self._scroll.setWidget(page)
        self.setAccessibleName(fact.statement)

    def show_chosen(self, *, is_chosen: bool) -> None:
        """Show that the keys are for this side."""
        set_state(self, "current" if is_chosen else "")

    def _rule(self, action: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002
        self.chosen.emit()
        self._actions.trigger(action)

    # Qt's own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit()
        super().mousePressEvent(event)
