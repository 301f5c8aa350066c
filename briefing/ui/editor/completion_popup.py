"""The list that comes up under `@`: articles and facts to cite."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from briefing.services.citing import Completion
from briefing.ui.editor.completion_rows import CompletionDelegate, CompletionModel
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_frame, make_label
from briefing.ui.widgets.shadow import SHADOW_MARGIN, paint_shadow

_WIDTH = 430  # px at 100 %
_MOST_ROWS = 7


class CompletionPopup(QWidget):
    """Stands over the editor and never takes the keyboard from it."""

    chosen = Signal(object)  # a Completion

    def __init__(self, theme: Theme, area: QWidget) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = CompletionModel(self)
        self._frame = make_frame("palette", self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(CompletionDelegate(theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName("Articles and facts to cite")
        self._list.clicked.connect(self._on_list_clicked)
        self._nothing = make_label("No article or fact is called that.", "muted")
        self._nothing.setContentsMargins(10, 6, 10, 6)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW_MARGIN, SHADOW_MARGIN, SHADOW_MARGIN, SHADOW_MARGIN)
        outer.addWidget(self._frame)
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._list)
        column.addWidget(self._nothing)
        self.hide()

    @property
    def count(self) -> int:
        """Return how many rows there are."""
        return self._model.rowCount()

    def show_offers(self, offers: Sequence[Completion], cursor: QRect) -> None:
        """Show what can be cited, below the cursor (in coordinates of the area)."""
        self._model.set_offers(offers)
        self._list.setVisible(bool(offers))
        self._nothing.setVisible(not offers)
        self._list.setCurrentIndex(self._model.index(0, 0))
        self._place(cursor)
        self.show()
        self.raise_()

    def step(self, rows: int) -> None:
        """Go some rows down or up, round at the ends."""
        if self.count:
            row = (self._list.currentIndex().row() + rows) % self.count
            self._list.setCurrentIndex(self._model.index(row, 0))

    def choose(self) -> bool:
        """Take the row that is selected; return whether there is one."""
        offer = self._model.offer(self._list.currentIndex().row())
        if offer is not None:
            self.chosen.emit(offer)
        return offer is not None

    def _place(self, cursor: QRect) -> None:
        margin = SHADOW_MARGIN
        row = self._list.sizeHintForRow(0) if self.count else self._theme.px(32)
        rows = min(max(self.count, 1), _MOST_ROWS)
        height = rows * row + 12 + 2 * margin
        width = min(self._theme.px(_WIDTH) + 2 * margin, self._area.width())
        left = min(max(cursor.left() - margin - 24, 0), self._area.width() - width)
        top = cursor.bottom() + 4 - margin
        if top + height > self._area.height() and cursor.top() - height + margin > 0:
            top = cursor.top() - 4 - height + margin
        self.setGeometry(QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1)))

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._list.setCurrentIndex(index)
        self.choose()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow behind the list."""
        box = QRectF(self._frame.geometry())
        paint_shadow(QPainter(self), box, self._theme.color("shadow"))
