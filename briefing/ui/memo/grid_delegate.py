"""Draws a grid: evidence in lines, marks as letters on their ground, notes beneath them."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from briefing.model.grid import GridCell, Mark
from briefing.ui.memo.grid_table_model import CELL, TELLS
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token

_LOOKS: dict[Mark, tuple[Token, Token]] = {
    Mark.CONSISTENT: ("ok_strong", "ok_soft"),
    Mark.INCONSISTENT: ("bad_strong", "bad_soft"),
    Mark.NEUTRAL: ("muted_strong", "hover"),
    Mark.NOT_APPLICABLE: ("muted_strong", "hover"),
}
_EDGE, _PILL, _LEAST = 8, 22, 40  # px
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_MOST_LINES = 5
Index = QModelIndex | QPersistentModelIndex


class GridDelegate(QStyledItemDelegate):
    """Draws the cells; the row of counts is set bold above a line."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    # ---- what Qt calls ----

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        is_counts = index.row() == index.model().rowCount() - 1
        is_current = bool(state & QStyle.StateFlag.State_Selected)
        ground: Token = "panel" if is_counts else "accent_soft" if is_current else "paper"
        painter.fillRect(rect, self._theme.color(ground))
        cell = index.data(CELL)
        if isinstance(cell, GridCell):
            self._paint_cell(painter, rect, cell)
        else:
            self._paint_words(painter, rect, index, is_counts=is_counts)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        table = self.parent()
        width = table.columnWidth(index.column()) if isinstance(table, QTableView) else 200
        px, cell = self._theme.px, index.data(CELL)
        inner = width - px(2 * _EDGE) - 2  # the lines of the table are drawn within
        if isinstance(cell, GridCell):
            note = self._lines_height(FontRole.SMALL, cell.note, inner)
            height = px(_PILL) + (note + px(4) if cell.note else 0)
        else:
            height = self._lines_height(FontRole.UI, str(index.data() or ""), inner)
        return QSize(width, max(height + px(2 * _EDGE), px(_LEAST)))

    # ---- the parts ----

    def _paint_words(
        self, painter: QPainter, rect: QRect, index: Index, *, is_counts: bool
    ) -> None:
        edge = self._theme.px(_EDGE)
        is_muted = index.data(TELLS) is False
        painter.setFont(self._theme.font(FontRole.UI_BOLD if is_counts else FontRole.UI))
        painter.setPen(self._theme.color("muted_strong" if is_muted else "ink"))
        flags = _WRAPPED | Qt.AlignmentFlag.AlignVCenter
        if is_counts and index.column():
            flags = Qt.AlignmentFlag.AlignCenter
        inner = rect.adjusted(edge, edge // 2, -edge, -edge // 2)
        painter.drawText(inner, int(flags), str(index.data() or ""))

    def _paint_cell(self, painter: QPainter, rect: QRect, cell: GridCell) -> None:
        px = self._theme.px
        edge, size = px(_EDGE), px(_PILL)
        top = rect.top() + edge if cell.note else rect.center().y() - size // 2
        if cell.mark:
            ink, ground = _LOOKS[cell.mark]
            pill = QRect(rect.center().x() - px(14), top, px(28), size)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color(ground))
            painter.drawRoundedRect(pill, px(5), px(5))
            painter.setPen(self._theme.color(ink))
            painter.setFont(self._theme.font(FontRole.UI_BOLD))
            painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), cell.mark.value)
        if cell.note:
            painter.setFont(self._theme.font(FontRole.SMALL))
            painter.setPen(self._theme.color("muted_strong"))
            below = top + (size + px(4) if cell.mark else 0)
            room = QRect(
                rect.left() + edge,
                below,
                rect.width() - 2 * edge,
                rect.bottom() - below - edge // 2,
            )
            centred = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignHCenter
            painter.drawText(room, int(centred), cell.note)

    def _lines_height(self, role: FontRole, text: str, width: int) -> int:
        metrics = QFontMetrics(self._theme.font(role))
        wrapped = metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), int(_WRAPPED), text)
        return min(wrapped.height(), _MOST_LINES * metrics.lineSpacing())
