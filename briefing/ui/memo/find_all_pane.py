"""The pane that finds words in all memos: a line, how it is meant, and what was found."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QListView, QVBoxLayout, QWidget

from briefing.model.memo_find import FindAllAnswer
from briefing.ui.memo.find_all_rows import FindAllDelegate, FindAllModel
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import IconButton
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.search_field import SearchField

_PAUSE = 180  # ms after a letter


class FindAllPane(QFrame):
    """Asks for what is typed after a pause; Enter or a click wishes for a place."""

    find_requested = Signal(str, bool, bool)  # words, match case, whole words
    place_requested = Signal(str, int, int)  # uid, start, end
    close_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._theme = theme
        self._line = SearchField(theme, "Find in all memos")
        self._case = QCheckBox("Match case")
        self._whole = QCheckBox("Whole words")
        self._count = make_label("", "small", is_wrapped=True)
        self._model = FindAllModel(self)
        self._list = QListView()
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self.ask)
        self._fill_list()
        self._lay_out()
        self._line.textChanged.connect(self._pause.start)
        self._line.returnPressed.connect(self._on_return_pressed)
        self._line.installEventFilter(self)
        for box in (self._case, self._whole):
            box.toggled.connect(self.ask)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def begin(self, words: str) -> None:
        """Take the keyboard, with words to be typed over."""
        if words:
            self._line.setText(words)
        self._line.selectAll()
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.ask()

    def ask(self) -> None:
        """Ask for what stands in the line now."""
        self._pause.stop()
        words = self._line.text().strip()
        if words:
            self._count.setText("Looking…")
            self.find_requested.emit(words, self._case.isChecked(), self._whole.isChecked())
        else:
            self.show_answer(FindAllAnswer())

    def show_answer(self, answer: FindAllAnswer) -> None:
        """Show what was found; where the list was read it goes on."""
        scrolled, row = self._list.verticalScrollBar().value(), self._list.currentIndex().row()
        self._model.set_memos(answer.memos)
        self._count.setText(_told(answer) if self._line.text().strip() else "")
        self._list.setCurrentIndex(self._model.index(max(row, 0), 0))
        self._list.verticalScrollBar().setValue(scrolled)

    def _fill_list(self) -> None:
        self._list.setModel(self._model)
        self._list.setItemDelegate(FindAllDelegate(self._theme, self._list))
        self._list.setMouseTracking(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setAccessibleName("Places found")
        self._list.setResizeMode(QListView.ResizeMode.Adjust)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._on_list_activated)
        self._list.activated.connect(self._on_list_activated)

    def _lay_out(self) -> None:
        close = IconButton(self._theme, "x", "Close (Esc)")
        close.clicked.connect(self.close_requested)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.addWidget(self._line, 1)
        first.addWidget(close)
        second.setSpacing(14)
        second.addWidget(self._case)
        second.addWidget(self._whole)
        second.addStretch(1)
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 10, 6)
        head.setSpacing(8)
        head.addLayout(first)
        head.addLayout(second)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._list, 1)

    def _on_theme_changed(self) -> None:
        self.setMinimumWidth(self._theme.px(240))

    def _on_return_pressed(self) -> None:
        if self._model.rowCount():
            first = max(self._list.currentIndex().row(), 0)
            self._list.setCurrentIndex(self._model.index(first, 0))
            self._on_list_activated(self._list.currentIndex())

    def _on_list_activated(self, index: QModelIndex) -> None:
        row = self._model.row(index.row())
        if row is None:
            return
        passage = row.passage or next(iter(row.memo.passages), None)
        if passage is not None:
            self.place_requested.emit(row.memo.uid, passage.start, passage.end)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the line into the list with the arrow down."""
        is_down = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Down
        if is_down and event.type() is QEvent.Type.KeyPress and self._model.rowCount():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_requested.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._list.scheduleDelayedItemsLayout()


def _told(answer: FindAllAnswer) -> str:
    memos = "1 memo" if len(answer.memos) == 1 else f"{len(answer.memos):,} memos"
    if answer.is_loose and answer.memos:
        return f"Nowhere together; {memos} with all the words"
    if not answer.memos:
        return "Nothing found in any memo"
    places = "1 place" if answer.count == 1 else f"{answer.count:,} places"
    return f"{places} in {memos}"
