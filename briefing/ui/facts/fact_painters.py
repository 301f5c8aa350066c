"""Facts as they are painted: cells of the table, and cards."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem

from briefing.model.fact import FactStatus
from briefing.services.fact_listing import FactRow
from briefing.ui.facts.fact_columns import STATUS_COLUMN, sources_text, value_text
from briefing.ui.facts.fact_model import ROW_ROLE
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.row_ground import is_chosen, paint_ground, paint_line_below

_Index = QModelIndex | QPersistentModelIndex
_BADGES: dict[FactStatus, tuple[Token, Token]] = {
    FactStatus.CURRENT: ("ok_strong", "ok_soft"),
    FactStatus.DISPUTED: ("warn_strong", "warn_soft"),
    FactStatus.SUPERSEDED: ("muted_strong", "hover"),
    FactStatus.RETRACTED: ("bad_strong", "bad_soft"),
}
_SIDE = 8
_CARD_SIDE = 14


class FactCellDelegate(QStyledItemDelegate):
    """Paints a cell: the statement on two lines, the status as a badge, the rest muted."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: FactRow = index.data(ROW_ROLE)
        frame = QRect(option.rect)
        painter.save()
        paint_ground(self._theme, painter, option)
        paint_line_below(self._theme, painter, option)
        side = self._theme.px(_SIDE)
        inner = frame.adjusted(side, self._theme.px(7), -side, -self._theme.px(6))
        text = str(index.data() or "")
        if index.column() == STATUS_COLUMN:
            paint_badge(self._theme, painter, inner, row.fact.status)
        elif index.column() == 0:
            painter.setFont(self._theme.font(FontRole.UI))
            gone = row.fact.status in (FactStatus.SUPERSEDED, FactStatus.RETRACTED)
            painter.setPen(self._theme.color("muted_strong" if gone else "ink"))
            paint_lines(painter, inner, text, 2)
        else:
            painter.setFont(self._theme.font(FontRole.SMALL))
            painter.setPen(self._theme.color("muted_strong"))
            paint_lines(painter, inner, text, 2)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        line = QFontMetrics(self._theme.font(FontRole.UI)).lineSpacing()
        return QSize(self._theme.px(60), 2 * line + self._theme.px(14))


class FactCardDelegate(QStyledItemDelegate):
    """Paints a fact as a card: statement, then kind, value, date, sources and status."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: FactRow = index.data(ROW_ROLE)
        px = self._theme.px
        painter.save()
        frame = QRect(option.rect).adjusted(px(6), px(4), -px(6), -px(4))
        self._paint_card(painter, option, frame)
        inner = frame.adjusted(px(_CARD_SIDE), px(10), -px(_CARD_SIDE), -px(10))
        painter.setFont(self._theme.font(FontRole.UI))
        painter.setPen(self._theme.color("ink"))
        top = paint_lines(painter, inner, row.fact.statement, 3)
        below = QRect(inner.left(), top + px(6), inner.width(), inner.bottom() - top)
        width = paint_badge(self._theme, painter, below, row.fact.status)
        painter.setFont(self._theme.font(FontRole.SMALL))
        painter.setPen(self._theme.color("muted_strong"))
        paint_lines(painter, below.adjusted(width + px(8), px(2), 0, 0), _detail(row), 1)
        painter.restore()

    def _paint_card(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
        is_selected = is_chosen(option)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(self._theme.color("accent_soft" if is_selected else "paper"))
        painter.setPen(QPen(self._theme.color("accent" if is_selected else "line"), 1))
        painter.drawRoundedRect(frame, 8, 8)

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row: FactRow = index.data(ROW_ROLE)
        px = self._theme.px
        view = option.widget
        whole = view.viewport().width() if isinstance(view, QAbstractItemView) else px(400)
        width = whole - 2 * px(6 + _CARD_SIDE)
        metrics = QFontMetrics(self._theme.font(FontRole.UI))
        lines = _lines(metrics, row.fact.statement, width, 3)
        badge = QFontMetrics(self._theme.font(FontRole.SMALL)).height() + px(4)
        return QSize(whole, len(lines) * metrics.lineSpacing() + badge + px(34))


def paint_lines(painter: QPainter, frame: QRect, text: str, most: int) -> int:
    """Paint a text on up to `most` lines, the last cut; return where it ends."""
    metrics = QFontMetrics(painter.font())
    top = frame.top()
    for line in _lines(metrics, text, frame.width(), most):
        box = QRect(frame.left(), top, frame.width(), metrics.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)
        top += metrics.lineSpacing()
    return top


def paint_badge(theme: Theme, painter: QPainter, frame: QRect, status: FactStatus) -> int:
    """Paint a status as a badge at the top left of a frame; return its width."""
    ink, ground = _BADGES[status]
    font = QFont(theme.font(FontRole.SMALL))
    font.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetrics(font)
    width = metrics.horizontalAdvance(status.value) + theme.px(12)
    box = QRect(frame.left(), frame.top(), width, metrics.height() + theme.px(3))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(ground))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(theme.color(ink))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, status.value)
    return width


def _lines(metrics: QFontMetrics, text: str, width: int, most: int) -> list[str]:
    """Break a text at blanks into lines of a width; the last one ends in an ellipsis if cut."""
    lines: list[str] = []
    words = text.split()
    while words and len(lines) < most:
        if len(lines) == most - 1:
            rest = " ".join(words)
            return [*lines, metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)]
        count = _fitting(metrics, words, width)
        line = " ".join(words[:count])
        lines.append(metrics.elidedText(line, Qt.TextElideMode.ElideRight, width))
        words = words[count:]
    return lines


def _fitting(metrics: QFontMetrics, words: list[str], width: int) -> int:
    """Return how many of the words stand on a line, at least one."""
    count = 1
    while count < len(words):
        if metrics.horizontalAdvance(" ".join(words[: count + 1])) > width:
            break
        count += 1
    return count


def _detail(row: FactRow) -> str:
    fact = row.fact
    sources = f"{sources_text(row)} source{'' if row.corroboration.sources == 1 else 's'}"
    when = fact.as_of.short() if fact.as_of else ""
    memos = f"in {row.memos} memo{'s' if row.memos > 1 else ''}" if row.memos else ""
    sure = f"{fact.confidence} confidence" if fact.confidence else ""
    parts = (fact.kind.value, value_text(row), when, sources, sure, memos)
    return " · ".join(part for part in parts if part)
