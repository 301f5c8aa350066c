"""The program's icon: a marked book, white on the ink blue of the light scheme."""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from briefing.ui.theme_icons import colored_svg, draw_pixmap, read_icon
from briefing.ui.theme_tokens import read_tokens

_SIZES = (16, 32, 48, 64, 128, 256)


def make_app_icon(resources: Path) -> QIcon:
    """Return the icon at every size that a desktop asks for."""
    tokens = read_tokens(resources / "themes" / "light.json")
    svg = colored_svg(read_icon(resources / "icons" / "book-marked.svg"), tokens["on_accent"])
    icon = QIcon()
    for size in _SIZES:
        icon.addPixmap(_draw(svg, QColor(tokens["accent"]), size))
    return icon


def _draw(svg: str, ground: QColor, size: int) -> QPixmap:
    """Draw a rounded plate with the book in its middle."""
    plate = QPixmap(size, size)
    plate.fill(Qt.GlobalColor.transparent)
    painter = QPainter(plate)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, size, size), size * 0.22, size * 0.22)
    side = round(size * 0.62)
    painter.drawPixmap((size - side) // 2, (size - side) // 2, draw_pixmap(svg, side, 1.0))
    painter.end()
    return plate
