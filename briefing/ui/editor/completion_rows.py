"""The rows of the completion list: a model that adapts the offers, a delegate that paints them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefing.services.citing import Completion
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.row_ground import is_chosen

OFFER_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_ICONS = {"fact": "quote", "article": "newspaper"}
_HEIGHT = 42  # px at 100 %
_PAD = 10


class CompletionModel(QAbstractListModel):
    """What is offered, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._offers: tuple[Completion, ...] = ()

    def set_offers(self, offers: Sequence[Completion]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._offers = tuple(offers)
        self.endResetModel()

    def offer(self, row: int) -> Completion | None:
        """Return a row, or nothing beyond the last."""
        return self._offers[row] if 0 <= row < len(self._offers) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._offers)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the offer, or its words for a screen reader."""
        offer = self._offers[index.row()]
        if role == OFFER_ROLE:
            return offer
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{offer.kind}: {offer.title}, {offer.detail}"
        return None


class CompletionDelegate(QStyledItemDelegate):
    """An icon for the kind, the title, and under it the key with publisher and date."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one row."""
        offer: object = index.data(OFFER_ROLE)
        rect = option.rect
        if not isinstance(offer, Completion):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_selected = is_chosen(option)
        if is_selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        self._paint_words(painter, rect, offer, is_selected=is_selected)
        painter.restore()

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the size of a row."""
        return QSize(100, self._theme.px(_HEIGHT))

    def _paint_words(
        self, painter: QPainter, rect: QRect, offer: Completion, *, is_selected: bool
    ) -> None:
        theme, side = self._theme, self._theme.px(16)
        icon = theme.pixmap(
            _ICONS.get(offer.kind, "file-text"),
            "accent" if is_selected else "muted",
            16,
            painter.device().devicePixelRatioF(),
        )
        painter.drawPixmap(rect.left() + _PAD, rect.center().y() - side // 2, icon)
        left, width = rect.left() + side + 2 * _PAD, rect.width() - side - 3 * _PAD
        half = rect.height() // 2
        detail = " · ".join(part for part in (offer.insert, offer.detail) if part)
        quiet: Token = "muted_strong" if is_selected else "muted"
        lines: tuple[tuple[FontRole, Token, str, QRect], ...] = (
            (FontRole.UI, "ink", offer.title, QRect(left, rect.top() + 4, width, half - 3)),
            (FontRole.SMALL, quiet, detail, QRect(left, rect.top() + half, width, half - 4)),
        )
        for role, ink, words, box in lines:
            font = theme.font(role)
            painter.setFont(font)
            painter.setPen(theme.color(ink))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, width)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
