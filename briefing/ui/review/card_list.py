"""The cards to be scrolled; they are painted, but for the one at hand, which is a widget."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing.ui.review.card_buttons import MOST_KEYS, buttons_of
from briefing.ui.review.card_faces import CardFace
from briefing.ui.review.card_stack import SIDE, TOP, CardStack
from briefing.ui.review.current_card import CurrentCard
from briefing.ui.review.item_states import ItemState
from briefing.ui.review.review_items import ReviewItem
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token

_EDGE = 12  # px beside a card
_RADIUS = 8
_MOST_PICTURES = 60  # cards that are kept drawn


class CardList(QAbstractScrollArea):
    """Shows items; tells which is at hand and what is wished for it."""

    item_chosen = Signal(object)  # a ReviewItem, by the mouse or the arrows
    requested = Signal(str, int)  # an action's name, a side of a conflict

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stack = CardStack(theme)
        self._inks: dict[str, Token] = {}
        self._pictures: dict[tuple[CardFace, Token, bool, float], QPixmap] = {}
        self._row = -1
        self._hovered = -1
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Changes and comments")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setMouseTracking(True)
        self.card = CurrentCard(theme, self.viewport())
        self.card.hide()
        self.card.requested.connect(self.requested)
        self.card.resized.connect(self._fit)
        theme.changed.connect(self._on_theme_changed)

    @property
    def items(self) -> tuple[ReviewItem, ...]:
        """Return what is shown."""
        return self._stack.items

    @property
    def current(self) -> ReviewItem | None:
        """Return the item at hand."""
        return self.items[self._row] if 0 <= self._row < len(self.items) else None

    def face(self, row: int) -> CardFace:
        """Return what a card says."""
        return self._stack.face(row)

    def show_items(
        self,
        items: Sequence[ReviewItem],
        states: Mapping[ReviewItem, ItemState],
        inks: Mapping[str, Token],
    ) -> None:
        """Show items; the one at hand stays, if it is among them."""
        kept, self._inks = self.current, dict(inks)
        self._stack.set_width(self._card_width)
        self._stack.show_items(items, states)
        self._take_row(self._row_of(kept))

    def go_to(self, item: ReviewItem | None) -> None:
        """Make an item the one at hand and bring its card into view."""
        self._take_row(self._row_of(item))
        if self._row >= 0:
            self._bring_into_view()

    def open_box(self, name: str, words: str, keep: str, take: Callable[[str], None]) -> None:
        """Ask for words in the card at hand; `take` gets them."""
        self.card.open_box(name, words, keep, take)
        self._bring_into_view()

    def _side_of(self, digit: str) -> int:
        """Return the side of the conflict at hand that a digit stands for, -1 for none."""
        conflict = self.current.conflict if self.current else None
        sides = len(conflict.sides) if conflict is not None else 0
        number = int(digit) if digit.isascii() and digit.isdigit() else 0
        return number - 1 if sides > 1 and 0 < number <= min(sides, MOST_KEYS) else -1

    def _row_of(self, item: ReviewItem | None) -> int:
        if item is None:
            return -1
        return next((row for row, one in enumerate(self.items) if one.key == item.key), -1)

    def _take_row(self, row: int) -> None:
        if row != self._row:
            self.card.close_box()
            self._stack.set_height(self._row, None)
        self._row = row
        if row >= 0:
            item, face = self.items[row], self._stack.face(row)
            self.card.show_face(
                face,
                self._ink(item),
                f"{row + 1} of {len(self.items)}",
                self._stack.painter,
                buttons_of(item),
            )
            self.setAccessibleDescription(f"{face.words}. {row + 1} of {len(self.items)}")
        self.card.setVisible(row >= 0)
        self._fit()

    def _fit(self) -> None:
        """Give the card at hand its room, and the bar its range."""
        self._stack.set_height(self._row, self.card.height_at(self._card_width))
        bar = self.verticalScrollBar()
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._theme.px(30))
        bar.setRange(0, max(0, self._stack.height - self.viewport().height()))
        self._place_card()
        self.viewport().update()

    def _place_card(self) -> None:
        if self._row >= 0:
            self.card.setGeometry(self._room(self._row))

    def _bring_into_view(self) -> None:
        """Show the card at hand whole, and what comes next below it."""
        bar, view = self.verticalScrollBar(), self.viewport().height()
        top = self._stack.top(self._row)
        bottom = top + self._stack.card_height(self._row)
        ahead = min(view // 3, max(0, view - (bottom - top)))
        if bottom + ahead > bar.value() + view:
            bar.setValue(bottom + ahead - view)
        if top - self._theme.px(_EDGE) < bar.value():
            bar.setValue(top - self._theme.px(_EDGE))

    @property
    def _card_width(self) -> int:
        return self.viewport().width() - 2 * _EDGE

    def _room(self, row: int) -> QRect:
        top = self._stack.top(row) - self.verticalScrollBar().value()
        return QRect(_EDGE, top, self._card_width, self._stack.card_height(row))

    def _ink(self, item: ReviewItem) -> Token:
        return self._inks.get(item.author, "muted")

    def _row_under(self, y: float) -> int:
        row = self._stack.row_at(round(y) + self.verticalScrollBar().value())
        return row if row >= 0 and self._room(row).contains(_EDGE + 1, round(y)) else -1

    def _on_theme_changed(self) -> None:
        self._pictures.clear()
        self._stack.forget_looks()
        self._take_row(self._row)

    def _draw_card(self, painter: QPainter, row: int) -> None:
        """Draw a card as it was drawn before, if it says the same: scrolling only moves it."""
        room = self._room(row)
        ratio = self.devicePixelRatioF()
        key = self._stack.face(row), self._ink(self.items[row]), row == self._hovered, ratio
        picture = self._pictures.get(key)
        if picture is None:
            if len(self._pictures) >= _MOST_PICTURES:
                self._pictures.clear()
            picture = QPixmap(room.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(self._theme.color("background"))
            pen = QPainter(picture)
            pen.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_card(pen, row, QRect(QPoint(0, 0), room.size()))
            pen.end()
            self._pictures[key] = picture
        painter.drawPixmap(room.topLeft(), picture)

    def _paint_card(self, painter: QPainter, row: int, room: QRect) -> None:
        painter.setBrush(self._theme.color("paper"))
        line: Token = "line_strong" if row == self._hovered else "line"
        painter.setPen(QPen(self._theme.color(line), 1))
        painter.drawRoundedRect(room.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        inner = room.adjusted(SIDE, TOP, -SIDE, -TOP)
        ink = self._ink(self.items[row])
        self._stack.painter.paint(painter, self._stack.laid(row), inner, ink, "")

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("background"))
        if not self.items:
            return
        offset = self.verticalScrollBar().value()
        first = self._stack.row_at(event.rect().top() + offset)
        last = self._stack.row_at(event.rect().bottom() + offset)
        for row in range(max(first, 0), last + 1):
            if row != self._row:
                self._draw_card(painter, row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._pictures.clear()
        self._stack.set_width(self._card_width)
        self._fit()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        self._place_card()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        last = len(self.items) - 1
        rows = {
            Qt.Key.Key_Down: self._row + 1,
            Qt.Key.Key_Up: self._row - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        key = Qt.Key(event.key())
        side = self._side_of(event.text())
        if key in rows and last >= 0:
            self.item_chosen.emit(self.items[min(max(rows[key], 0), last)])
        elif side >= 0:
            self.requested.emit("review.accept", side)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:  # noqa: A002, FBT001 - Qt's own name
        """Go from the cards to the buttons of the one at hand."""
        button = self.card.first_button if next and self.hasFocus() else None
        if button is None:
            return super().focusNextPrevChild(next)
        button.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        row = self._row_under(event.position().y())
        if event.button() is Qt.MouseButton.LeftButton and row >= 0:
            self.item_chosen.emit(self.items[row])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._row_under(event.position().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()
