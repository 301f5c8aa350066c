"""The list of memos: open one, begin one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from briefing.model.ids import Uid
from briefing.model.memo import MemoRow
from briefing.ui.memo.memo_rows import MemoDelegate, MemoModel
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ActionButton
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_label

_WIDEST = 860  # px at 100 %
_MOST_ROWS = 40  # that the list's frame closes round; more fill the room
_NO_LIMIT = 16_777_215  # Qt's QWIDGETSIZE_MAX
_FRAME = 4  # px: the border and the margin, above and below


class MemoList(QFrame):
    """Memos, the last changed first."""

    open_requested = Signal(str)  # uid
    menu_requested = Signal(str, QPoint)  # uid, where on the screen
    remove_requested = Signal(str)  # uid

    def __init__(
        self, theme: Theme, new_button: ActionButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setProperty("role", "background")
        self._model = MemoModel(self)
        self._list = QListView()
        self._card = QFrame()
        self._fill_list()
        self._count = make_label("", "muted")
        empty = EmptyState(
            theme,
            "file-text",
            "No memos yet",
            "A memo begins with a template: a decision memo, a situation report, talking points.",
            (new_button,),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(empty)
        self._pages.addWidget(self._framed())
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 0, 20, 0)
        row.addStretch(1)
        row.addWidget(self._pages, 100)
        row.addStretch(1)
        self._pages.setMaximumWidth(theme.px(_WIDEST))
        theme.changed.connect(self._close_frame)

    @property
    def current(self) -> Uid | None:
        """Return the memo that is selected."""
        row = self._model.row(self._list.currentIndex().row())
        return row.uid if row else None

    @property
    def count(self) -> int:
        """Return how many memos there are."""
        return self._model.rowCount()

    def set_memos(self, rows: Sequence[MemoRow], titles: Mapping[str, str]) -> None:
        """Show other memos; the one selected stays so."""
        selected, bar = self.current, self._list.verticalScrollBar()
        scrolled = bar.value()
        self._model.set_memos(rows, titles)
        self._pages.setCurrentIndex(1 if rows else 0)
        self._close_frame()
        self._count.setText("1 memo" if len(rows) == 1 else f"{len(rows):,} memos")
        number = self._model.number_of(selected) if selected else -1
        self._list.setCurrentIndex(self._model.index(max(number, 0), 0))
        bar.setValue(scrolled)  # the newest stay in sight, whichever is selected

    def take_focus(self) -> None:
        """Take the keyboard."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(MemoDelegate(self._theme, self._list))
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName("Memos")
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.clicked.connect(self._on_list_activated)
        self._list.activated.connect(self._on_list_activated)
        self._list.customContextMenuRequested.connect(self._on_list_menu_requested)

    def _close_frame(self) -> None:
        """Let the frame close round a few rows; it grows with them as far as there is room."""
        count = self._model.rowCount()
        height = sum(self._list.sizeHintForRow(n) for n in range(min(count, _MOST_ROWS)))
        self._card.setMaximumHeight(height + _FRAME if count <= _MOST_ROWS else _NO_LIMIT)

    def _framed(self) -> QWidget:
        self._card.setProperty("role", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self._list)
        head = QHBoxLayout()
        head.addWidget(make_label("Memos", "heading"))
        head.addStretch(1)
        head.addWidget(self._count)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 28, 0, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._card, 100)
        column.addStretch(1)
        return page

    def _on_list_activated(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is not None:
            self.open_requested.emit(row.uid)

    def _on_list_menu_requested(self, point: QPoint) -> None:
        row = self._model.row(self._list.indexAt(point).row())
        if row is not None:
            self.menu_requested.emit(row.uid, self._list.viewport().mapToGlobal(point))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.current:
            self.remove_requested.emit(self.current)
        else:
            super().keyPressEvent(event)
