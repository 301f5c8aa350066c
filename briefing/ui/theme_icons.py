"""Lucide icons in the theme's ink: SVG text, recoloured and drawn for every screen's sharpness."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_STROKE = "currentColor"


@lru_cache(maxsize=256)
def read_icon(file: Path) -> str:
    """Return an icon's SVG text; raises FileNotFoundError for a name that is not shipped."""
    return file.read_text(encoding="utf-8")


def colored_svg(svg: str, color: str, *, stroke: float = 2.0) -> str:
    """Return the icon with its ink and its line width (24ths of its side)."""
    return svg.replace(_STROKE, color).replace('stroke-width="2"', f'stroke-width="{stroke:g}"')


def draw_pixmap(svg: str, size: int, ratio: float, gap: int = 0) -> QPixmap:
    """Draw an icon at `size` logical pixels for a screen with `ratio` device pixels each.

    `gap` is empty room at its right.
    """
    pixmap = QPixmap(QSize(size + gap, size) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size * ratio, size * ratio))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def screen_ratios() -> tuple[float, ...]:
    """Return the device pixel ratios of the screens at hand, each once, ascending."""
    return tuple(
        sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} | {1.0})
    )


def make_icon(svg: str, size: int, gap: int, color: str) -> QIcon:
    """Return an icon of `size` logical pixels, sharp on each screen at hand.

    Qt pales it by itself where the control is disabled.
    The pixmaps are drawn outright: a QIconEngine written in Python loses its clone's owner.
    """
    icon = QIcon()
    drawn = colored_svg(svg, color, stroke=stroke_for(size))
    for ratio in screen_ratios():
        icon.addPixmap(draw_pixmap(drawn, size, ratio, gap))
    return icon


def stroke_for(size: int) -> float:
    """Return the line width, in 24ths of the side, that draws about 1.4 px at every size."""
    return min(2.0, max(1.5, 1.4 * 24 / max(size, 1)))
