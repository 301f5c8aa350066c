"""The palette's rows: a model that adapts entries, and a delegate that paints them."""

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
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.ui.palette.palette_entries import PaletteEntry
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole

ENTRY_ROLE = Qt.ItemDataRole.UserRole
_ROOT = QModelIndex()
_PAD = 12


class PaletteModel(QAbstractListModel):
    """Entries as rows; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[PaletteEntry, ...] = ()

    def set_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self._entries = tuple(entries)
        self.endResetModel()

    def entry(self, row: int) -> PaletteEntry | None:
        """Return a row that can be chosen, or nothing."""
        if 0 <= row < len(self._entries) and self._entries[row].kind:
            return self._entries[row]
        return None

    def next_row(self, row: int, step: int) -> int:
        """Return the next row that can be chosen, going round at the ends; -1 where none is."""
        count = len(self._entries)
        for distance in range(1, count + 1):
            at = (row + step * distance) % count
            if self._entries[at].kind:
                return at
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._entries)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return the entry, or its words for a screen reader."""
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return " ".join(part for part in (entry.title, entry.detail, entry.key) if part)
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Let headings be seen only."""
        if self._entries[index.row()].kind:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsEnabled


class PaletteDelegate(QStyledItemDelegate):
    """Icon, title with the typed letters set bold, detail and key at the right."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme

    def _paint_heading(self, painter: QPainter, rect: QRect, title: str) -> None:
        painter.setFont(self._theme.font(FontRole.CAPTION))
        painter.setPen(self._theme.color("muted"))
        box = rect.adjusted(_PAD, 0, -_PAD, -3)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, title)

    def _paint_entry(
        self, painter: QPainter, rect: QRect, entry: PaletteEntry, *, is_selected: bool
    ) -> None:
        quiet = self._theme.color("muted_strong" if is_selected else "muted")
        if is_selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 6, 6)
        side = self._theme.px(16)
        left = rect.left() + _PAD
        if entry.icon:
            ink = "accent" if is_selected else "muted"
            ratio = painter.device().devicePixelRatioF()
            pixmap = self._theme.pixmap(entry.icon, ink, 16, ratio)
            painter.drawPixmap(left, rect.center().y() - side // 2, pixmap)
        right = rect.right() - _PAD
        if entry.key:
            right = self._paint_key(painter, rect, right, entry.key, quiet) - 8
        text_rect = QRect(left + side + 10, rect.top(), 0, rect.height())
        text_rect.setRight(right)
        self._paint_words(painter, text_rect, entry, quiet)

    def _paint_key(self, painter: QPainter, rect: QRect, right: int, key: str, ink: QColor) -> int:
        """Paint a key cap that ends at `right`; return where it begins."""
        font = self._theme.font(FontRole.TINY)
        metrics = QFontMetrics(font)
        width = metrics.horizontalAdvance(key) + 10
        height = metrics.height() + 4
        box = QRect(right - width, rect.center().y() - height // 2, width, height)
        painter.setPen(QPen(self._theme.color("line")))
        painter.setBrush(self._theme.color("panel"))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
        return box.left()

    def _paint_words(
        self, painter: QPainter, rect: QRect, entry: PaletteEntry, quiet: QColor
    ) -> None:
        plain, bold = self._theme.font(FontRole.UI), self._theme.font(FontRole.UI_BOLD)
        small = self._theme.font(FontRole.SMALL)
        wanted = QFontMetrics(small).horizontalAdvance(entry.detail) + 2
        detail_width = min(wanted, rect.width() // 2)
        room = rect.width() - (detail_width + 12 if entry.detail else 0)
        title = QFontMetrics(bold).elidedText(entry.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(self._theme.color("ink"))
        x = rect.left()
        for text, is_marked in _runs(title, entry.places):
            x += _paint_run(painter, rect, x, text, bold if is_marked else plain)
        if entry.detail:
            painter.setFont(small)
            painter.setPen(quiet)
            box = QRect(rect.right() - detail_width, rect.top(), detail_width + 1, rect.height())
            text = QFontMetrics(small).elidedText(
                entry.detail, Qt.TextElideMode.ElideRight, detail_width
            )
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a heading or an entry."""
        entry = index.data(ENTRY_ROLE)
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue]
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(entry, PaletteEntry) and entry.kind:
            is_selected = bool(state & QStyle.StateFlag.State_Selected)
            self._paint_entry(painter, rect, entry, is_selected=is_selected)
        elif isinstance(entry, PaletteEntry):
            self._paint_heading(painter, rect, entry.title)
        painter.restore()

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return one line's room."""
        _ = option
        entry = index.data(ENTRY_ROLE)
        is_heading = isinstance(entry, PaletteEntry) and not entry.kind
        return QSize(100, self._theme.px(26 if is_heading else 32))


def _runs(text: str, places: tuple[int, ...]) -> list[tuple[str, bool]]:
    """Split a text into runs of marked and unmarked letters."""
    runs: list[tuple[str, bool]] = []
    marked = set(places)
    for number, letter in enumerate(text):
        is_marked = number in marked
        if runs and runs[-1][1] == is_marked:
            runs[-1] = (runs[-1][0] + letter, is_marked)
        else:
            runs.append((letter, is_marked))
    return runs


def _paint_run(painter: QPainter, rect: QRect, x: int, text: str, font: QFont) -> int:
    """Paint a run of text at `x`; return its width."""
    painter.setFont(font)
    width = QFontMetrics(font).horizontalAdvance(text)
    box = QRect(x, rect.top(), width + 1, rect.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return width
