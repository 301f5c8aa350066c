"""The facts that can become rows of a grid: searched, chosen by Enter, or dragged."""

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from briefing.services.grids import FactOffer
from briefing.ui.editor.plain_clipboard import record_data
from briefing.ui.theme import Theme
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.search_field import SearchField

_PAUSE = 150  # ms after a letter
_OFFER = Qt.ItemDataRole.UserRole


class _FactList(QListWidget):
    """A list whose rows are dragged as facts; Enter chooses one."""

    chosen = Signal(object)  # a FactOffer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.currentRow() >= 0:
            self.chosen.emit(self.currentItem().data(_OFFER))
        else:
            super().keyPressEvent(event)

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        offer: FactOffer = items[0].data(_OFFER)
        return record_data("fact", offer.uid, offer.statement)


class GridFacts(QWidget):
    """A search line over a list of facts."""

    facts_wanted = Signal(str)
    fact_chosen = Signal(str)  # uid

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.search = SearchField(theme, "Facts to add")
        self.list = _FactList()
        self.list.setAccessibleName("Facts")
        self.list.setDragEnabled(True)
        self.list.setSpacing(theme.px(4))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.chosen.connect(self._on_chosen)
        self.list.itemDoubleClicked.connect(self._on_item_double_clicked)
        self._nothing = make_label("", "muted", is_wrapped=True)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.search.textChanged.connect(self._on_text_changed)
        self.search.returnPressed.connect(self._on_return_pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.search)
        column.addWidget(self._nothing)
        column.addWidget(self.list, 1)

    def show_offers(self, offers: Sequence[FactOffer], cited: frozenset[str]) -> None:
        """Show facts; those that the grid cites already say so."""
        current = max(self.list.currentRow(), 0)
        self.list.clear()
        for offer in offers:
            mark = "in the grid" if f"fact:{offer.key}" in cited else ""
            detail = " · ".join(filter(None, (mark, offer.detail)))
            item = QListWidgetItem(f"{offer.statement}\n{detail}")
            item.setData(_OFFER, offer)
            item.setToolTip(f"{offer.statement}\n{detail}")
            self.list.addItem(item)
        self.list.setCurrentRow(min(current, len(offers) - 1))
        is_asked = bool(self.search.text().strip())
        none = "No fact is called that." if is_asked else "This library has no facts yet."
        self._nothing.setText(none)
        self._nothing.setVisible(not offers)

    def take_focus(self) -> None:
        """Take the keyboard, in the search line."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _on_timer_timeout(self) -> None:
        self.facts_wanted.emit(self.search.text())

    def _on_text_changed(self) -> None:
        self._timer.start()

    def _on_return_pressed(self) -> None:
        """Add the first fact that was found."""
        if self._timer.isActive():
            return  # the list still answers the line before
        if self.list.count():
            self._on_chosen(self.list.item(0).data(_OFFER))

    def _on_item_double_clicked(self, item: QListWidgetItem) -> None:
        self._on_chosen(item.data(_OFFER))

    def _on_chosen(self, offer: FactOffer) -> None:
        self.fact_chosen.emit(offer.uid)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes from the search line into the list."""
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.list.count():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.list.setCurrentRow(max(self.list.currentRow(), 0))
        else:
            super().keyPressEvent(event)
