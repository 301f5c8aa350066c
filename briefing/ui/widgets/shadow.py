"""The one shadow: painted behind what floats, without the cost of a graphics effect."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

SHADOW_MARGIN = 14  # px that a floating widget leaves free on each side
_DROP = 3  # px that it falls
_DENSITY = 3  # of 255, in each of the layers that it is painted in


def paint_shadow(painter: QPainter, box: QRectF, color: QColor, radius: float = 9) -> None:
    """Paint a soft shadow round `box`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    shade = QColor(color)
    for spread in range(SHADOW_MARGIN - _DROP, 0, -1):
        shade.setAlpha(_DENSITY)
        painter.setBrush(shade)
        grown = box.adjusted(-spread, -spread + _DROP, spread, spread + _DROP)
        painter.drawRoundedRect(grown, radius + spread, radius + spread)
    painter.restore()
