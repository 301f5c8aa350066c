"""Paints chips, rounded and with their icon, and waves and dots under words."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from briefing.ui.editor.citation_chips import ChipLook, Tone
from briefing.ui.editor.text_looks import CHIP_TOKENS, TextLooks

_GAP = 2  # px between a chip and the words beside it


def paint_chip(
    painter: QPainter, looks: TextLooks, look: ChipLook, room: QRectF, *, is_selected: bool
) -> None:
    """Paint a chip into the room that its line keeps for it."""
    theme = looks.theme
    ink, ground = CHIP_TOKENS[look.tone]
    height = min(room.height(), looks.chip_metrics.height() + theme.px(5))
    gap = theme.px(_GAP)
    box = QRectF(room.x() + gap, room.center().y() - height / 2, room.width() - 2 * gap, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.color("accent")) if is_selected else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("selection" if is_selected else ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), theme.px(4), theme.px(4))
    inside = box.adjusted(theme.px(7), 0, -theme.px(7), 0)
    if look.icon:
        side = theme.px(13)
        ratio = painter.device().devicePixelRatioF()
        picture = theme.pixmap(look.icon, ink, 13, ratio)
        painter.drawPixmap(QPointF(inside.x(), inside.center().y() - side / 2), picture)
        inside.adjust(theme.px(18), 0, 0, 0)
    painter.setPen(theme.color(ink))
    painter.setFont(looks.chip_font)
    # Widths are fractions of a pixel: a label may not lose its last letters to rounding.
    words = looks.chip_metrics.elidedText(
        look.text, Qt.TextElideMode.ElideRight, inside.width() + 1.5
    )
    painter.drawText(
        inside.adjusted(0, 0, 2, 0),
        int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
        words,
    )
    painter.restore()


def paint_fold(
    painter: QPainter, looks: TextLooks, look: ChipLook, room: QRectF, *, is_selected: bool
) -> None:
    """Paint the chip of a fold: as wide as its words, without a ground unless it is selected."""
    theme = looks.theme
    painter.save()
    if is_selected:
        painter.fillRect(room, theme.color("selection"))
    ink = CHIP_TOKENS[Tone.PLAIN][0]
    side = theme.px(15)
    picture = theme.pixmap(look.icon, ink, 15, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(room.x(), room.center().y() - side / 2), picture)
    painter.setPen(theme.color(ink))
    painter.setFont(looks.chip_font)
    inside = room.adjusted(theme.px(21), 0, 0, 0)
    words = looks.chip_metrics.elidedText(look.text, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
    painter.restore()


def paint_underline(
    painter: QPainter, start: QPointF, end: QPointF, color: QColor, *, is_wave: bool
) -> None:
    """Draw a wave or dots from one point to another on the same height."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if is_wave:
        painter.setPen(QPen(color, 1.1))
        painter.drawPath(_wave(start, end.x()))
    else:
        pen = QPen(color, 1.6)
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([0.01, 2.2])
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(start, end)
    painter.restore()


def _wave(start: QPointF, right: float) -> QPainterPath:
    path = QPainterPath()
    points = QPolygonF()
    x, is_up = start.x(), True
    while x < right:
        points.append(QPointF(x, start.y() + (-1.2 if is_up else 1.2)))
        x, is_up = x + 3, not is_up
    path.addPolygon(points)
    return path
