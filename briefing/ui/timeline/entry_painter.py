"""How an entry of the timeline is painted: a dot or a span, its words, the lines of the axis."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from briefing.model.timeline import PlacedEntry, Tick, TimelineEntry, TimelineKind
from briefing.text.label_width import shortened
from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token

_DOT = 3.5
_GAP = 6


def entry_words(entry: TimelineEntry) -> str:
    """Return what is told of an entry: its date, its words, where it comes from, its status."""
    status = "" if entry.status in {"", "current"} else entry.status
    parts = (entry.when.human(), " ".join(entry.title.split()), entry.detail, status)
    return " · ".join(part for part in parts if part)


class EntryPainter:
    """Paints on one painter in the looks of the theme."""

    def __init__(self, painter: QPainter, theme: Theme) -> None:
        self._painter = painter
        self._theme = theme
        self._font = theme.font(FontRole.SMALL)
        self._metrics = QFontMetricsF(self._font)

    def lines(self, ticks: Sequence[tuple[float, Tick]], view: QRectF, head: int) -> None:
        """Draw the lines across the axis."""
        for x, tick in ticks:
            ink = "line_strong" if tick.is_strong else "line"
            self._painter.setPen(QPen(self._theme.color(ink), 1))
            self._painter.drawLine(
                QPointF(round(x) + 0.5, head), QPointF(round(x) + 0.5, view.bottom())
            )

    def head(self, ticks: Sequence[tuple[float, Tick]], box: QRectF) -> None:
        """Draw the labels of the axis over what scrolls under them."""
        painter = self._painter
        painter.fillRect(box, self._theme.color("panel"))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setFont(self._theme.font(FontRole.TINY))
        painter.setPen(self._theme.color("muted"))
        for x, tick in ticks:
            room = QRectF(x + 4, box.top(), 200, box.height())
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), tick.label)

    def entry(self, placed: PlacedEntry, box: QRectF, scale: float, *, is_current: bool) -> None:
        """Draw an entry into its box, which is as much larger than its place as the text is."""
        entry = placed.entry
        painter, ink = self._painter, self._ink(entry)
        mark = (placed.right - placed.left) * scale
        start = box.left() + (placed.words_left - placed.left) * scale
        inner = box.adjusted(0, 3, 0, -3)
        if is_current:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(self._theme.color("accent_soft"))
            painter.drawRoundedRect(inner.adjusted(-3, -1, 3, 1), 5, 5)
        color = self._theme.color(ink)
        if entry.first == entry.last:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawEllipse(QPointF(box.left() + mark / 2, box.center().y()), _DOT, _DOT)
        else:
            style = Qt.PenStyle.DashLine if entry.when.approximate else Qt.PenStyle.SolidLine
            painter.setPen(QPen(color, 1, style))
            color.setAlphaF(0.16)
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(inner.left(), inner.top(), mark, inner.height()), 5, 5)
        self._words(
            entry, QRectF(max(start, _GAP), box.top(), max(box.right() - start, 40), box.height())
        )

    def _words(self, entry: TimelineEntry, box: QRectF) -> None:
        font = self._font
        font.setStrikeOut(entry.status in {"retracted", "superseded"})
        self._painter.setFont(font)
        self._painter.setPen(self._theme.color("ink"))
        words = shortened(entry.told)
        shown = self._metrics.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        self._painter.drawText(box, flags, shown)

    @staticmethod
    def _ink(entry: TimelineEntry) -> Token:
        if entry.kind is TimelineKind.ARTICLE:
            return "line_strong"
        return "accent" if entry.status in {"", "current"} else "warn"
