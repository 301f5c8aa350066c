"""The rows of the list of memos: a model that adapts them, a delegate that paints them."""

from collections.abc import Mapping, Sequence

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

from briefing.model.ids import Uid
from briefing.model.memo import MemoRow
from briefing.model.partial_date import PartialDate
from briefing.ui.memo.memo_titles import title_of_row
from briefing.ui.memo.since_words import changed
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.widgets.row_ground import is_chosen, paint_ground, paint_line_below

ROW_ROLE = Qt.ItemDataRole.UserRole
TEMPLATE_ROLE = Qt.ItemDataRole.UserRole + 1
_ROOT = QModelIndex()
_HEIGHT = 62  # px at 100 %
_PAD = 16


class MemoModel(QAbstractListModel):
    """Memos as rows; `titles` names each template as the user reads it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[MemoRow, ...] = ()
        self._titles: Mapping[str, str] = {}

    def set_memos(self, rows: Sequence[MemoRow], titles: Mapping[str, str]) -> None:
        """Show other memos."""
        self.beginResetModel()
        self._rows, self._titles = tuple(rows), titles
        self.endResetModel()

    def row(self, number: int) -> MemoRow | None:
        """Return a row, or nothing beyond the last."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def number_of(self, uid: Uid) -> int:
        """Return a memo's row, or -1."""
        return next((n for n, row in enumerate(self._rows) if row.uid == uid), -1)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self._rows[index.row()]
        template = self._titles.get(row.template, row.template)
        if role == ROW_ROLE:
            return row
        if role == TEMPLATE_ROLE:
            return template
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title_of_row(row, template)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{title_of_row(row, template)}, {template}, {row_detail(row)}"
        return None


class MemoDelegate(QStyledItemDelegate):
    """Title and, under it, template, date, version and when it was changed."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: object = index.data(ROW_ROLE)
        if not isinstance(row, MemoRow):
            return
        painter.save()
        paint_ground(self._theme, painter, option)
        paint_line_below(self._theme, painter, option)
        box = option.rect.adjusted(_PAD, self._theme.px(10), -_PAD, -self._theme.px(9))
        self._paint_words(
            painter, box, row, str(index.data(TEMPLATE_ROLE)), is_current=is_chosen(option)
        )
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option, index
        return QSize(200, self._theme.px(_HEIGHT))

    def _paint_words(
        self, painter: QPainter, box: QRect, row: MemoRow, template: str, *, is_current: bool
    ) -> None:
        theme = self._theme
        bold, small = theme.font(FontRole.UI_BOLD), theme.font(FontRole.SMALL)
        painter.setFont(small)
        quiet = theme.color("muted_strong" if is_current else "muted")
        painter.setPen(quiet)
        when = f"changed {changed(row.updated_at)}"
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, right, when)
        painter.setFont(bold)
        painter.setPen(theme.color("ink"))
        room = box.width() - QFontMetrics(small).horizontalAdvance(when) - 16
        title = title_of_row(row, template)
        title = QFontMetrics(bold).elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        painter.setFont(small)
        painter.setPen(quiet)
        detail = " · ".join(part for part in (template, row_detail(row)) if part)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, detail)


def row_detail(row: MemoRow) -> str:
    """Return a memo's date and version in words."""
    try:
        date = PartialDate.parse(row.date).human()
    except ValueError:
        date = row.date
    version = f"version {row.version}" if row.version else "no version yet"
    return " · ".join(part for part in (date, version) if part)
