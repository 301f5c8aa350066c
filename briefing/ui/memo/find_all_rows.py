"""The rows of what all memos hold of some words: memos, and under each its passages."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from briefing.model.memo_find import MemoFinds, MemoPassage
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.utf16 import utf16_offset
from briefing.ui.widgets.row_ground import paint_ground

FIND_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_PAD, _ABOVE = 14, 5  # px at 100 %
_INDENT = 12


@dataclass(frozen=True, slots=True)
class FindRow:
    """A memo's heading, or with a passage one find in it."""

    memo: MemoFinds
    passage: MemoPassage | None = None


class FindAllModel(QAbstractListModel):
    """Adapts an answer to Qt."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[FindRow] = []

    def set_memos(self, memos: Sequence[MemoFinds]) -> None:
        """Show another answer."""
        self.beginResetModel()
        self._rows = [
            row
            for memo in memos
            for row in (FindRow(memo), *(FindRow(memo, one) for one in memo.passages))
        ]
        self.endResetModel()

    def row(self, number: int) -> FindRow | None:
        """Return a row, if there is one of that number."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        row = self.row(index.row())
        if row is None:
            return None
        if role == FIND_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.passage.shown.text if row.passage else f"{row.memo.title}, {row.memo.count}"
        return None


class FindAllDelegate(QStyledItemDelegate):
    """Wraps a passage and marks the words in it."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        row: object = index.data(FIND_ROLE)
        rect = option.rect
        if not isinstance(row, FindRow):
            return
        painter.save()
        paint_ground(self._theme, painter, option)
        pad, above = self._theme.px(_PAD), self._theme.px(_ABOVE)
        painter.setPen(self._theme.color("ink"))
        if row.passage is None:
            self._paint_heading(painter, rect.adjusted(pad, above, -pad, 0), row.memo)
        else:
            layout = self._laid(row.passage)
            layout.draw(painter, QPointF(rect.left() + pad + self._indent, rect.top() + above))
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        del option
        row: object = index.data(FIND_ROLE)
        width, above = self._view.viewport().width(), self._theme.px(_ABOVE)
        if isinstance(row, FindRow) and row.passage is not None:
            layout = self._laid(row.passage)
            return QSize(width, round(layout.boundingRect().height()) + 2 * above)
        height = QFontMetrics(self._theme.font(FontRole.UI_BOLD)).height()
        return QSize(width, height + 2 * above)

    @property
    def _indent(self) -> int:
        return self._theme.px(_INDENT)

    def _paint_heading(self, painter: QPainter, box: QRect, memo: MemoFinds) -> None:
        bold = self._theme.font(FontRole.UI_BOLD)
        amount = f"{memo.count:,}"
        painter.setFont(self._theme.font(FontRole.SMALL))
        top = Qt.AlignmentFlag.AlignTop
        room = box.width() - painter.fontMetrics().horizontalAdvance(amount) - self._indent
        painter.setPen(self._theme.color("muted_strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | top, amount)
        painter.setFont(bold)
        painter.setPen(self._theme.color("ink"))
        title = QFontMetrics(bold).elidedText(memo.title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | top, title)

    def _laid(self, passage: MemoPassage) -> QTextLayout:
        """Return the words of a passage broken into lines, with room left for a scroll bar."""
        bar = self._view.verticalScrollBar().sizeHint().width()
        width = self._view.width() - 2 * self._view.frameWidth() - bar
        text = passage.shown.text.replace("\n", " ")
        layout = QTextLayout(text, self._theme.font(FontRole.SMALL))
        layout.setTextOption(QTextOption(Qt.AlignmentFlag.AlignLeft))
        layout.setFormats([self._mark(text, *span) for span in passage.shown.marks])
        room = max(40, width - 2 * self._theme.px(_PAD) - self._indent)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(room)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout

    def _mark(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        """Return the looks of what was found: bold as well as coloured."""
        found = QTextLayout.FormatRange()
        found.start = utf16_offset(text, start)  # type: ignore[misc]
        found.length = utf16_offset(text, end) - utf16_offset(text, start)  # type: ignore[misc]
        look = QTextCharFormat()
        look.setFontWeight(self._theme.font(FontRole.SMALL_BOLD).weight())
        look.setBackground(self._theme.color("highlight"))
        found.format = look  # type: ignore[misc]
        return found
