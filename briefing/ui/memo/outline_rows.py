"""The rows of the outline: a model that adapts the sections, a delegate that paints them."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from briefing.services.outlining import SectionState, SectionVerdict
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.row_ground import is_chosen, paint_ground

SECTION_ROLE = Qt.ItemDataRole.UserRole
WARNED_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_HEIGHT = 31  # px at 100 %
_SAID = {
    SectionVerdict.OK: "in order",
    SectionVerdict.OVER: "over its limit",
    SectionVerdict.EMPTY: "empty, and required",
    SectionVerdict.OPTIONAL: "optional",
    SectionVerdict.MISSING: "missing, and required",
    SectionVerdict.EXTRA: "not in the template",
}


class OutlineModel(QAbstractListModel):
    """The sections of the memo; `warned` are those in which a check found something."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sections: tuple[SectionState, ...] = ()
        self._warned: frozenset[int] = frozenset()
        self._remarks: tuple[str, ...] = ()

    def set_sections(self, sections: Sequence[SectionState], remarks: Sequence[str] = ()) -> None:
        """Show other sections; rows that only changed their counts are kept."""
        new = tuple(sections)
        self._remarks = tuple(remarks)
        if len(new) == len(self._sections):
            self._sections = new
            if new:
                self.dataChanged.emit(self.index(0, 0), self.index(len(new) - 1, 0))
            return
        self.beginResetModel()
        self._sections, self._warned = new, frozenset()
        self.endResetModel()

    def set_warned(self, warned: frozenset[int]) -> None:
        """Mark the sections in which a check found something."""
        if warned != self._warned:
            self._warned = warned
            if self._sections:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._sections) - 1, 0))

    def section(self, row: int) -> SectionState | None:
        """Return a section, or nothing beyond the last."""
        return self._sections[row] if 0 <= row < len(self._sections) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._sections)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        section = self._sections[index.row()]
        is_warned = index.row() in self._warned
        if role == SECTION_ROLE:
            return section
        if role == WARNED_ROLE:
            return is_warned
        if role == Qt.ItemDataRole.DisplayRole:
            return section.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            parts = [_amount(section), _SAID[section.verdict]]
            parts += ["with remarks"] if is_warned else []
            parts += [one for one in self._remarks[index.row() : index.row() + 1] if one]
            return f"{section.title}: {', '.join(parts)}"
        return None


class OutlineDelegate(QStyledItemDelegate):
    """A dot for the state, the title, and words against their limit."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        section: object = index.data(SECTION_ROLE)
        rect = option.rect
        if not isinstance(section, SectionState):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = is_chosen(option)
        paint_ground(self._theme, painter, option)
        px = self._theme.px
        left = rect.left() + px(14) + max(section.level - 2, 0) * px(14)
        is_warned = bool(index.data(WARNED_ROLE))
        self._paint_dot(painter, QPointF(left + px(4), rect.center().y() + 0.5), section, is_warned)
        box = QRect(left + px(16), rect.top(), rect.right() - left - px(28), rect.height())
        self._paint_words(painter, box, section, is_current=is_current)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option, index
        return QSize(100, self._theme.px(_HEIGHT))

    def _paint_dot(
        self,
        painter: QPainter,
        centre: QPointF,
        section: SectionState,
        is_warned: bool,  # noqa: FBT001
    ) -> None:
        """Paint a disc (there is text), a triangle (look here), or a ring (nothing yet)."""
        size = self._theme.px(9) / 2
        verdict = section.verdict
        if is_warned or verdict is SectionVerdict.OVER:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("warn"))
            tip = QPointF(centre.x(), centre.y() - size - 0.5)
            low = centre.y() + size - 0.5
            painter.drawPolygon(
                QPolygonF(
                    [tip, QPointF(centre.x() + size + 1, low), QPointF(centre.x() - size - 1, low)]
                )
            )
        elif verdict in (SectionVerdict.OK, SectionVerdict.EXTRA):
            painter.setPen(Qt.PenStyle.NoPen)
            ink: Token = "ok" if verdict is SectionVerdict.OK else "line_strong"
            small = size if section.level < 3 else size * 0.7
            painter.setBrush(self._theme.color(ink))
            painter.drawEllipse(centre, small, small)
        else:
            is_missing = verdict is SectionVerdict.MISSING
            painter.setPen(QPen(self._theme.color("bad" if is_missing else "line_strong"), 1.4))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(centre, size - 0.5, size - 0.5)

    def _paint_words(
        self, painter: QPainter, box: QRect, section: SectionState, *, is_current: bool
    ) -> None:
        theme = self._theme
        small = theme.font(FontRole.TINY_BOLD if is_current else FontRole.TINY)
        amount = _amount(section)
        amount_width = QFontMetrics(small).horizontalAdvance(amount)
        ink: Token = "muted_strong" if is_current else "muted"
        if section.verdict is SectionVerdict.OVER:
            ink = "warn_strong" if is_current else "warn"
        painter.setFont(small)
        painter.setPen(theme.color(ink))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, right, amount)
        font = theme.font(FontRole.UI_BOLD if is_current else FontRole.UI)
        if section.level > 2 and not is_current:
            font = theme.font(FontRole.SMALL)
        painter.setFont(font)
        painter.setPen(theme.color("accent" if is_current else "ink"))
        room = box.width() - amount_width - theme.px(8)
        title = QFontMetrics(font).elidedText(section.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(box), int(Qt.AlignmentFlag.AlignVCenter), title)


def _amount(section: SectionState) -> str:
    """Return what stands at the right of a row."""
    if section.verdict is SectionVerdict.MISSING:
        return "missing"
    if section.verdict is SectionVerdict.OPTIONAL:
        return "optional"
    if section.limit is not None:
        return f"{section.words} / {section.limit}"
    if section.facts and section.words == 0:
        return "1 fact" if section.facts == 1 else f"{section.facts} facts"
    return f"{section.words}" if section.words else ""
