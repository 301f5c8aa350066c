"""Paints the cards of a review that are not at hand, and keeps the place of the one that is."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.ui.review.card_faces import CardFace
from briefing.ui.review.card_model import FACE_ROLE, ITEM_ROLE
from briefing.ui.review.card_painter import CardPainter, LaidFace
from briefing.ui.review.current_card import SIDE, TOP
from briefing.ui.review.review_items import ReviewItem
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token

_Index = QModelIndex | QPersistentModelIndex
EDGE = 12  # px beside a card
GAP = 8  # px between two cards
_RADIUS = 8


class CardDelegate(QStyledItemDelegate):
    """Cards are set once a width and a face; what is not seen is only measured."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self.painter = CardPainter(theme)
        self.inks: dict[str, Token] = {}  # of the reviewers
        self.current_row = -1
        self.current_height: Callable[[int], int] = _no_height
        self._laid: dict[CardFace, LaidFace] = {}
        self._width = 0

    def forget(self) -> None:
        """Set everything anew: the theme, or the width, is another."""
        self._laid = {}
        self.painter = CardPainter(self._theme)

    def ink(self, item: ReviewItem) -> Token:
        """Return the colour of a reviewer."""
        return self.inks.get(item.author, "muted")

    def room(self, rect: QRect) -> QRect:
        """Return where a card stands in the place of its row."""
        return rect.adjusted(EDGE, GAP // 2, -EDGE, -(GAP // 2))

    # Qt's own

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        if index.row() == self.current_row:
            return  # it is a widget
        item: ReviewItem = index.data(ITEM_ROLE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        card = self.room(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.setBrush(self._theme.color("paper"))
        painter.setPen(QPen(self._theme.color("line_strong" if is_hovered else "line"), 1))
        painter.drawRoundedRect(card.toRectF().adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        inner = card.adjusted(SIDE, TOP, -SIDE, -TOP)
        laid = self._lay(index.data(FACE_ROLE), inner.width())
        self.painter.paint(painter, laid, inner, self.ink(item), "")
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        if index.row() == self.current_row:
            return QSize(width, self.current_height(width - 2 * EDGE) + GAP)
        laid = self._lay(index.data(FACE_ROLE), width - 2 * EDGE - 2 * SIDE)
        return QSize(width, laid.height + 2 * TOP + GAP)

    def _lay(self, face: CardFace, width: int) -> LaidFace:
        if width != self._width:
            self._laid, self._width = {}, width
        if face not in self._laid:
            self._laid[face] = self.painter.lay(face, width, is_whole=False)
        return self._laid[face]


def _no_height(_width: int) -> int:
    return 0
