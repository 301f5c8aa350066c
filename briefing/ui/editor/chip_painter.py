"""Paints chips, rounded and with their icon, and waves and dots under words."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from briefing.ui.editor.citation_chips import ChipLook, Tone
from briefing.ui.editor.text_looks import CHIP_TOKENS, TextLooks

_PERIOD = 6.0  # px of a wave
_TILE_HEIGHT = 5.0  # px
_GAP = 2  # px between a chip and the words beside it


def paint_chip(
    painter: QPainter,
    looks: TextLooks,
    look: ChipLook,
    room: QRectF,
    *,
    is_selected: bool,
    is_cut: bool,
) -> None:
    """Paint a chip into the room that its line keeps for it, cut where that is too narrow."""
    theme = looks.theme
    ink, ground = CHIP_TOKENS[look.tone]
    height = min(room.height(), looks.chip_metrics.height() + looks.px(5))
    gap = looks.px(_GAP)
    box = QRectF(room.x() + gap, room.center().y() - height / 2, room.width() - 2 * gap, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(looks.color("accent")) if is_selected else Qt.PenStyle.NoPen)
    painter.setBrush(looks.color("selection" if is_selected else ground))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), looks.px(4), looks.px(4))
    inside = box.adjusted(looks.px(7), 0, -looks.px(7), 0)
    if look.icon:
        side = looks.px(13)
        ratio = painter.device().devicePixelRatioF()
        picture = theme.pixmap(look.icon, ink, 13, ratio)
        painter.drawPixmap(QPointF(inside.x(), inside.center().y() - side / 2), picture)
        inside.adjust(looks.px(18), 0, 0, 0)
    painter.setPen(looks.color(ink))
    painter.setFont(looks.chip_font)
    words = look.text
    if is_cut:
        words = looks.chip_metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(
        inside.adjusted(0, 0, 2, 0),
        int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft),
        words,
    )
    painter.restore()


def paint_fold(
    painter: QPainter,
    looks: TextLooks,
    look: ChipLook,
    room: QRectF,
    *,
    is_selected: bool,
    is_cut: bool,
) -> None:
    """Paint the chip of a fold: as wide as its words, without a ground unless it is selected."""
    theme = looks.theme
    painter.save()
    if is_selected:
        painter.fillRect(room, looks.color("selection"))
    ink = CHIP_TOKENS[Tone.PLAIN][0]
    side = looks.px(15)
    picture = theme.pixmap(look.icon, ink, 15, painter.device().devicePixelRatioF())
    painter.drawPixmap(QPointF(room.x(), room.center().y() - side / 2), picture)
    painter.setPen(looks.color(ink))
    painter.setFont(looks.chip_font)
    inside = room.adjusted(looks.px(21), 0, 0, 0)
    words = look.text
    if is_cut:
        words = looks.chip_metrics.elidedText(words, Qt.TextElideMode.ElideRight, inside.width())
    painter.drawText(inside, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words)
    painter.restore()


def paint_underline(
    painter: QPainter, start: QPointF, end: QPointF, color: QColor, *, is_wave: bool
) -> None:
    """Draw a wave or dots from one point to another on the same height."""
    ratio = painter.device().devicePixelRatioF()
    tile = _underline_tile(color.name(), ratio, is_wave=is_wave)
    width = end.x() - start.x()
    box = QRectF(start.x(), round(start.y()) - _TILE_HEIGHT / 2, width, _TILE_HEIGHT)
    painter.drawTiledPixmap(box, tile)


@lru_cache(maxsize=32)
def _underline_tile(color: str, ratio: float, *, is_wave: bool) -> QPixmap:
    """Return one period of a line: drawn once, for a path takes longer than the words above it."""
    tile = QPixmap(round(_PERIOD * ratio), round(_TILE_HEIGHT * ratio))
    tile.setDevicePixelRatio(ratio)
    tile.fill(Qt.GlobalColor.transparent)
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle, half = _TILE_HEIGHT / 2, _PERIOD / 2
    if is_wave:
        low, high = middle + 1.2, middle - 1.2
        painter.setPen(QPen(QColor(color), 1.1))
        for x in (-_PERIOD, 0, _PERIOD):
            painter.drawLine(QPointF(x, low), QPointF(x + half, high))
            painter.drawLine(QPointF(x + half, high), QPointF(x + _PERIOD, low))
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        for x in (half / 2, half * 1.5):
            painter.drawEllipse(QPointF(x, middle), 0.85, 0.85)
    painter.end()
    return tile
