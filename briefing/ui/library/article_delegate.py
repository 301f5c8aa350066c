"""One article in the list, painted: title, usage, where it is from, the words found, its tags."""

from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from briefing.model.article import ArticleRow, Colour, Usage
from briefing.model.search_page import Hit, Marked
from briefing.ui.library.article_model import HIT_ROLE
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token
from briefing.ui.utf16 import utf16_offset
from briefing.ui.widgets.row_ground import is_chosen, paint_ground, paint_line_below

USAGE_TOKENS: dict[Usage, tuple[Token, Token]] = {
    Usage.CANDIDATE: ("warn_strong", "warn_soft"),
    Usage.SHORTLISTED: ("accent", "accent_soft"),
    Usage.USED: ("ok_strong", "ok_soft"),
    Usage.REJECTED: ("muted_strong", "hover"),
}
COLOUR_TOKENS: dict[Colour, Token] = {
    Colour.RED: "label_red",
    Colour.ORANGE: "label_orange",
    Colour.YELLOW: "label_yellow",
    Colour.GREEN: "label_green",
    Colour.BLUE: "label_blue",
    Colour.PURPLE: "label_purple",
}
_TITLE_LINES = 2
_SNIPPET_LINES = 3
_MARGIN = 14
_GAP = 4


@dataclass(frozen=True, slots=True)
class _Setting:
    """The laid-out texts of one row and how high they are."""

    title: QTextLayout
    snippet: QTextLayout
    title_height: int
    snippet_height: int
    has_tags: bool


class ArticleDelegate(QStyledItemDelegate):
    """Paints hits; asks the theme for every colour and font."""

    def __init__(self, theme: Theme, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._theme = theme
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        width = self._view.viewport().width()
        setting = self._set(index.data(HIT_ROLE), width - 2 * self._theme.px(_MARGIN))
        px = self._theme.px
        height = px(10) + setting.title_height + px(_GAP) + self._badge_height()
        if setting.snippet_height:
            height += px(_GAP) + setting.snippet_height
        if setting.has_tags:
            height += px(8) + self._badge_height() + px(2)
        return QSize(width, height + px(12))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit: Hit = index.data(HIT_ROLE)
        frame = QRect(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, frame)
        self._paint_texts(painter, hit, frame)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, frame: QRect) -> None:
        paint_ground(self._theme, painter, option)
        if is_chosen(option) and option.state & QStyle.StateFlag.State_HasFocus:
            bar = QRect(frame.left(), frame.top(), self._theme.px(3), frame.height())
            painter.fillRect(bar, self._theme.color("accent"))
        paint_line_below(self._theme, painter, option)

    def _paint_texts(self, painter: QPainter, hit: Hit, frame: QRect) -> None:
        px = self._theme.px
        left, width = frame.left() + px(_MARGIN), frame.width() - 2 * px(_MARGIN)
        setting = self._set(hit, width)
        top = frame.top() + px(10)
        painter.setPen(self._theme.color("ink"))
        setting.title.draw(painter, QPointF(left, top))
        top += setting.title_height + px(_GAP)
        self._paint_origin(painter, hit.article, QRect(left, top, width, self._badge_height()))
        top += self._badge_height() + px(_GAP)
        if setting.snippet_height:
            painter.setPen(self._theme.color("muted_strong"))
            setting.snippet.draw(painter, QPointF(left, top))
            top += setting.snippet_height
        if setting.has_tags:
            self._paint_tags(painter, hit.article, QRect(left, top + px(8), width, 0))

    def _paint_origin(self, painter: QPainter, row: ArticleRow, box: QRect) -> None:
        word = row.usage.value.capitalize()
        if row.usage is Usage.USED and row.memo_count:
            word = f"Used in {row.memo_count}"
        ink, ground = USAGE_TOKENS[row.usage]
        right = self._badge(painter, word, box.topLeft().x(), box.top(), ink, ground, is_bold=True)
        left = right + self._theme.px(7)
        if row.colour in COLOUR_TOKENS:
            left = self._dot(painter, COLOUR_TOKENS[row.colour], left, box) + self._theme.px(5)
        copies = copies_text(row)
        needed = self._pill_width(copies) + self._theme.px(8) if copies else 0
        painter.setPen(self._theme.color("muted_strong"))
        painter.setFont(self._theme.font(FontRole.SMALL))
        metrics = QFontMetrics(painter.font())
        room = box.right() - left - needed
        text = metrics.elidedText(origin_text(row), Qt.TextElideMode.ElideRight, room)
        rest = QRect(left, box.top(), room, box.height())
        painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        if copies:
            place = left + metrics.horizontalAdvance(text) + self._theme.px(8)
            self._outline(painter, copies, place, box.top() - 1, "warn_strong")

    def _dot(self, painter: QPainter, ink: Token, left: int, box: QRect) -> int:
        """Paint the label of a colour and return where it ends; the word stands beside it."""
        size = self._theme.px(9)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(ink))
        painter.drawEllipse(QRect(left, box.center().y() - size // 2 + 1, size, size))
        return left + size

    def _paint_tags(self, painter: QPainter, row: ArticleRow, box: QRect) -> None:
        left = box.left()
        font = self._theme.font(FontRole.TINY)
        metrics = QFontMetrics(font)
        for at, tag in enumerate(row.tags):
            needed = metrics.horizontalAdvance(tag) + self._theme.px(16)
            rest = f"+{len(row.tags) - at}"
            if left + needed > box.right() and at:
                painter.setPen(self._theme.color("muted_strong"))
                painter.setFont(font)
                area = QRect(left, box.top(), self._theme.px(40), self._badge_height() + 2)
                painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, rest)
                return
            left = self._outline(painter, tag, left, box.top()) + self._theme.px(4)

    def _badge(
        self,
        painter: QPainter,
        word: str,
        left: int,
        top: int,
        ink: Token,
        ground: Token,
        *,
        is_bold: bool = False,
    ) -> int:
        """Paint a filled badge and return where it ends."""
        font = self._theme.font(FontRole.TINY_BOLD if is_bold else FontRole.TINY)
        width = QFontMetrics(font).horizontalAdvance(word) + self._theme.px(10)
        box = QRectF(left, top, width, self._badge_height())
        path = QPainterPath()
        path.addRoundedRect(box, self._theme.px(4), self._theme.px(4))
        painter.fillPath(path, self._theme.color(ground))
        painter.setFont(font)
        painter.setPen(self._theme.color(ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        return left + width

    def _outline(
        self, painter: QPainter, word: str, left: int, top: int, ink: Token | None = None
    ) -> int:
        """Paint a tag, or a remark in its own ink, and return where it ends."""
        width = self._pill_width(word)
        box = QRectF(left + 0.5, top + 0.5, width, self._badge_height() + 1)
        painter.setPen(QPen(self._theme.color(ink or "line"), 1))
        painter.setBrush(self._theme.color("paper"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self._theme.font(FontRole.TINY))
        painter.setPen(self._theme.color(ink or "muted_strong"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, word)
        return left + width

    def _pill_width(self, word: str) -> int:
        metrics = QFontMetrics(self._theme.font(FontRole.TINY))
        return metrics.horizontalAdvance(word) + self._theme.px(14)

    def _badge_height(self) -> int:
        return self._theme.px(17)

    def _set(self, hit: Hit, width: int) -> _Setting:
        title = self._layout(hit.title, FontRole.UI_BOLD)
        snippet = self._layout(hit.snippet, FontRole.SMALL)
        return _Setting(
            title,
            snippet,
            _break(title, width, _TITLE_LINES),
            _break(snippet, width, _SNIPPET_LINES) if hit.snippet.text else 0,
            bool(hit.article.tags),
        )

    def _layout(self, marked: Marked, role: FontRole) -> QTextLayout:
        text = marked.text
        layout = QTextLayout(text, self._theme.font(role))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        look = QTextCharFormat()
        look.setBackground(self._theme.color("highlight"))
        look.setForeground(self._theme.color("ink"))
        ranges: list[QTextLayout.FormatRange] = []
        for start, end in marked.marks:
            one = QTextLayout.FormatRange()
            one.start = utf16_offset(text, start)  # pyright: ignore[reportAttributeAccessIssue]
            one.length = utf16_offset(text, end) - one.start  # pyright: ignore[reportAttributeAccessIssue]
            one.format = look  # pyright: ignore[reportAttributeAccessIssue]
            ranges.append(one)
        layout.setFormats(ranges)
        return layout


def origin_text(row: ArticleRow) -> str:
    """Return colour, publisher, date, rank and rating as one line."""
    published = row.published
    parts = [
        row.colour.value,
        row.publisher,
        published.short() if published else "undated",
        f"rank {row.rank}" if row.rank is not None else "",
        row.rating,
        "cited" if row.memo_count and row.usage is not Usage.USED else "",
    ]
    return " · ".join(part for part in parts if part)


def copies_text(row: ArticleRow) -> str:
    """Return `2 near-copies`, or nothing."""
    count = row.copy_count
    return f"{count} near-cop{'y' if count == 1 else 'ies'}" if count else ""


def _break(layout: QTextLayout, width: int, most: int) -> int:
    """Break a text into at most so many lines and return their height, rounded up."""
    height = 0.0
    layout.beginLayout()
    for _ in range(most):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return ceil(height)
