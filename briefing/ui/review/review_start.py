"""The room without a review: pick the file that came back, or go on with a review begun."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from briefing.ui.actions import ActionSet
from briefing.ui.review.count_row import CountRow
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_frame, make_label

_WIDTH = 620
_WORDS = (
    "Pick the Word file that came back, or drop it here. Its tracked changes and comments are laid"
    " beside your memo; you accept or reject each, and nothing is written until you apply."
)


ReviewRow = tuple[str, str, str]  # its uid, what is reviewed, how far it is


class ReviewStart(QFrame):
    """Tells which review shall be gone on with."""

    review_chosen = Signal(str)  # uid

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "paper")
        pick = ActionButton(
            theme, actions.action("review.open"), "file-search", "accent", "Review a returned file…"
        )
        nothing = EmptyState(theme, "message-square-diff", "Review what came back", _WORDS, (pick,))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        middle = QWidget()
        middle.setFixedWidth(theme.px(_WIDTH))
        column = QVBoxLayout(middle)
        column.addStretch(2)
        column.addWidget(nothing)
        column.addLayout(self._rows)
        column.addStretch(3)
        page = QWidget()
        page.setProperty("role", "scrolled")
        row = QHBoxLayout(page)
        row.addStretch(1)
        row.addWidget(middle)
        row.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(area)

    def show_reviews(self, waiting: Sequence[ReviewRow], done: Sequence[ReviewRow]) -> None:
        """List the reviews that can be gone on with, and those that are done or put away."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._add_rows("Go on with", waiting)
        self._add_rows("Done", done)

    def _add_rows(self, title: str, reviews: Sequence[ReviewRow]) -> None:
        if reviews:
            caption = make_label(title, "caption")
            caption.setContentsMargins(0, self._theme.px(14), 0, self._theme.px(6))
            self._rows.addWidget(caption)
        for uid, name, detail in reviews:
            row = CountRow(self._theme, name, detail, "message-square-diff")
            row.pressed.connect(partial(self.review_chosen.emit, uid))
            self._rows.addWidget(row)
            self._rows.addWidget(make_frame("line"))
