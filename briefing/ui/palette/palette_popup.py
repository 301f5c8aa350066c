"""The palette: a line to type in and what it finds, over the window."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QVBoxLayout, QWidget

from briefing.ui.palette.palette_entries import PaletteEntry
from briefing.ui.palette.palette_list import PaletteDelegate, PaletteModel
from briefing.ui.theme import Theme
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_frame, make_label
from briefing.ui.widgets.shadow import SHADOW_MARGIN, paint_shadow

_WIDTH = 640
_HEIGHT = 440
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class PalettePopup(QWidget):
    """A layer over the whole window: a press beside the box, or Esc, closes it."""

    typed = Signal(str)
    chosen = Signal(object)  # a PaletteEntry

    def __init__(self, theme: Theme, area: QWidget) -> None:
        super().__init__(area)
        self._theme = theme
        self._area = area
        self._came_from: QWidget | None = None
        self.setAccessibleName("Search, open or run anything")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._model = PaletteModel(self)
        self._build()
        area.installEventFilter(self)
        self.hide()

    def open_palette(self, text: str = "") -> None:
        """Come up with an empty line (or `text`) and take the keyboard."""
        if not self.isVisible():
            self._came_from = self.window().focusWidget()
        self.line.setText(text)
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.typed.emit(text)

    def close_palette(self) -> None:
        """Go away and give the keyboard back."""
        if not self.isVisible():
            return
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from is not None:
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show what was found; the first that can be chosen is selected."""
        self._model.set_entries(entries)
        self._select(self._model.next_row(-1, 1))
        self._nothing.setVisible(not entries)
        self._list.setVisible(bool(entries))

    def selected_entry(self) -> PaletteEntry | None:
        """Return what Enter would choose."""
        return self._model.entry(self._list.currentIndex().row())

    def _build(self) -> None:
        self._box = make_frame("palette", self)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Search, open or run anything")
        self.line.setAccessibleName("Search, open or run anything")
        self.line.textEdited.connect(self.typed)
        self.line.installEventFilter(self)
        self._list = QListView()
        self._list.setModel(self._model)
        self._list.setItemDelegate(PaletteDelegate(self._theme, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setMouseTracking(True)
        self._list.setAccessibleName("Results")
        self._list.clicked.connect(self._on_list_clicked)
        self._nothing = make_label("Nothing is called that.", "muted")
        self._nothing.setContentsMargins(14, 10, 14, 14)
        row = QHBoxLayout()
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(8)
        row.addWidget(IconLabel(self._theme, "search", "muted", 18))
        row.addWidget(self.line)
        row.addWidget(make_label("Esc", "key"))
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)

    def _select(self, row: int) -> None:
        index = self._model.index(max(row, 0), 0)
        self._list.setCurrentIndex(index)
        if row <= 1:
            self._list.scrollToTop()
        else:
            self._list.scrollTo(index)

    def _place(self) -> None:
        """Cover the window; the box stands below the top bar, in the middle."""
        self.setGeometry(self._area.rect())
        margin = SHADOW_MARGIN
        width = min(self._theme.px(_WIDTH), self.width() - 2 * margin)
        top = self._theme.px(44) + 6
        height = min(self._theme.px(_HEIGHT), self.height() - top - margin)
        self._box.setGeometry((self.width() - width) // 2, top, width, height)

    def _choose(self) -> None:
        entry = self.selected_entry()
        if entry is not None:
            self.close_palette()
            self.chosen.emit(entry)

    def _on_list_clicked(self) -> None:
        self._choose()

    def _take_key(self, key: Qt.Key) -> bool:
        """Serve the keys that are not for typing; return whether it was one."""
        row = self._list.currentIndex().row()
        if key in _STEPS:
            self._select(self._model.next_row(row, _STEPS[key]))
        elif key in {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
            step = 8 if key is Qt.Key.Key_PageDown else -8
            wanted = min(max(row + step, 0), self._model.rowCount() - 1)
            self._select(self._model.next_row(wanted - 1, 1))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        elif key is Qt.Key.Key_Escape:
            self.close_palette()
        else:
            return key in {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size; take the keys of the list from the line."""
        if watched is self._area and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.line:
            if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
                return self._take_key(Qt.Key(event.key()))
            if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
                self._on_line_left(event)
        return False

    def _on_line_left(self, event: QFocusEvent) -> None:
        """Close when the keyboard goes elsewhere in this window, not when the window is left."""
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._came_from = None
            self.close_palette()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close on a press beside the box."""
        if not self._box.geometry().contains(event.position().toPoint()):
            self.close_palette()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow of the box."""
        box = QRectF(self._box.geometry())
        paint_shadow(QPainter(self), box, self._theme.color("shadow"))
