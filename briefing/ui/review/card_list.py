"""The cards one under another; the one at hand is a widget that can be worked with."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from briefing.ui.review.card_buttons import buttons_of
from briefing.ui.review.card_delegate import CardDelegate
from briefing.ui.review.card_model import CardModel
from briefing.ui.review.current_card import CurrentCard
from briefing.ui.review.review_board import ItemState
from briefing.ui.review.review_items import ReviewItem
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token


class CardList(QListView):
    """Shows items; tells which is at hand and what is wished for it."""

    item_chosen = Signal(object)  # a ReviewItem, by the mouse or the arrows
    requested = Signal(str, int)  # an action's name, a side of a conflict

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards = CardModel(self)
        self._delegate = CardDelegate(theme, self)
        self.setModel(self._cards)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Changes and comments")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.card = CurrentCard(theme, self.viewport())
        self.card.hide()
        self.card.requested.connect(self.requested)
        self.card.resized.connect(self._on_card_resized)
        self._delegate.current_height = self.card.height_at
        theme.changed.connect(self._on_theme_changed)

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """Return what is shown."""
        return self._cards.items

    @property
    def current(self) -> ReviewItem | None:
        """Return the item at hand."""
        row = self._delegate.current_row
        return self.items[row] if 0 <= row < len(self.items) else None

    def show_items(
        self,
        items: Sequence[ReviewItem],
        states: Mapping[ReviewItem, ItemState],
        inks: Mapping[str, Token],
    ) -> None:
        """Show items; the one at hand stays, if it is among them."""
        kept = self.current
        self._delegate.inks = dict(inks)
        self._cards.show_items(items, states)
        row = next((at for at, one in enumerate(self.items) if kept and one.key == kept.key), -1)
        self._take_row(row)

    def go_to(self, item: ReviewItem | None) -> None:
        """Make an item the one at hand and bring its card into view."""
        rows = {one.key: at for at, one in enumerate(self.items)}
        self._take_row(rows.get(item.key, -1) if item else -1)
        if self._delegate.current_row >= 0:
            self.executeDelayedItemsLayout()
            self.scrollTo(self._cards.index(self._delegate.current_row))
            self._place_card()

    def open_box(self, name: str, words: str, keep: str, take: Callable[[str], None]) -> None:
        """Ask for words in the card at hand; `take` gets them."""
        self.card.open_box(name, words, keep, take)
        self.scrollTo(self._cards.index(self._delegate.current_row))

    def _take_row(self, row: int) -> None:
        if row != self._delegate.current_row:
            self.card.close_box()
        self._delegate.current_row = row
        if row >= 0:
            item, state = self.items[row], self._cards.state(row)
            self.card.show_face(
                self._cards.face(row),
                self._delegate.ink(item),
                f"{row + 1} of {len(self.items)}",
                self._delegate.painter,
                buttons_of(item, state),
            )
            self.setCurrentIndex(self._cards.index(row))
        self.card.setVisible(row >= 0)
        self.scheduleDelayedItemsLayout()

    def _place_card(self) -> None:
        row = self._delegate.current_row
        if row >= 0:
            place = self._delegate.room(self.visualRect(self._cards.index(row)))
            if place != self.card.geometry():
                self.card.setGeometry(place)

    def _on_card_resized(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.executeDelayedItemsLayout()
        self._place_card()

    def _on_theme_changed(self) -> None:
        self._delegate.forget()
        self._take_row(self._delegate.current_row)

    # Qt's own

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and current.row() != self._delegate.current_row:
            self.item_chosen.emit(self.items[current.row()])

    def doItemsLayout(self) -> None:
        super().doItemsLayout()
        self._place_card()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_card()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.scheduleDelayedItemsLayout()
