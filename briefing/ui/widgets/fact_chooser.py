"""Choosing a fact: words above, the facts that have them below."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing.model.fact import Fact
from briefing.model.ids import Uid

_PAUSE = 80  # ms after a key
_ROOM = 150  # pixels: three facts or so
_UID = Qt.ItemDataRole.UserRole


class FactChooser(QWidget):
    """Asks for facts as one types; Return or a double click takes the one under the cursor."""

    search_requested = Signal(str)  # a query line
    fact_taken = Signal(str)  # uid
    current_changed = Signal(str)  # uid, or nothing

    def __init__(self, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left_out: frozenset[Uid] = frozenset()
        self._edit = QLineEdit()
        self._edit.setPlaceholderText(placeholder)
        self._edit.setAccessibleName(placeholder)
        self._edit.setClearButtonEnabled(True)
        self._edit.installEventFilter(self)
        self._list = QListWidget()
        self._list.setAccessibleName("Facts found")
        self._list.setWordWrap(True)
        self._list.setSpacing(3)
        self._list.setMinimumHeight(_ROOM)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemActivated.connect(self._on_item_activated)
        self._list.currentItemChanged.connect(self._on_current_changed)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._ask)
        self._edit.textEdited.connect(self._pause.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._edit)
        column.addWidget(self._list, 1)
        self.setFocusProxy(self._edit)

    def leave_out(self, uids: Sequence[Uid]) -> None:
        """Do not offer these."""
        self._left_out = frozenset(uids)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Offer facts; the first is under the cursor once words were asked for, none before."""
        self._list.clear()
        for fact in facts:
            if fact.uid not in self._left_out:
                self._list.addItem(_item(fact))
        if self._list.count() and self.line():
            self._list.setCurrentRow(0)
        else:
            self.current_changed.emit("")

    def current(self) -> Uid | None:
        """Return the fact under the cursor."""
        item = self._list.currentItem()
        return Uid(str(item.data(_UID))) if item else None

    def line(self) -> str:
        """Return the words as a query; the last one may be unfinished."""
        words = self._edit.text().strip()
        return f"{words}*" if words and words[-1].isalnum() and ":" not in words else words

    def _ask(self) -> None:
        self.search_requested.emit(self.line())

    def _on_item_activated(self, item: QListWidgetItem) -> None:
        self.fact_taken.emit(str(item.data(_UID)))

    def _on_current_changed(self, item: QListWidgetItem | None) -> None:
        self.current_changed.emit(str(item.data(_UID)) if item else "")

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._edit and isinstance(event, QKeyEvent):
            is_press = event.type() is QEvent.Type.KeyPress
            if is_press and event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if event.key() == Qt.Key.Key_Down else -1
                at = self._list.currentRow() + step
                self._list.setCurrentRow(min(max(at, 0), self._list.count() - 1))
                return True
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if is_press and plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                uid = self.current()
                if uid:
                    self.fact_taken.emit(uid)
                return True
        return super().eventFilter(watched, event)


def _item(fact: Fact) -> QListWidgetItem:
    when = fact.as_of.short() if fact.as_of else "undated"
    item = QListWidgetItem(f"{fact.statement}\n{fact.key} · {fact.kind} · {when} · {fact.status}")
    item.setData(_UID, fact.uid)
    item.setToolTip(fact.statement)
    return item
