"""The menu of colours to label articles with; each word begins with the letter that chooses it."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu, QWidget

from briefing.model.article import Colour
from briefing.ui.library.article_delegate import COLOUR_TOKENS
from briefing.ui.theme import Theme

_SIZE = 12


class ColourMenu(QMenu):
    """Offers the colours, and none."""

    chosen = Signal(object)  # a Colour

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__("Colour", parent)
        self.setIcon(theme.icon("flag", "muted", _SIZE))
        for colour, token in COLOUR_TOKENS.items():
            self._add(colour, f"&{colour.value.capitalize()}", _disc(theme.color(token)))
        self.addSeparator()
        self._add(Colour.NONE, "&No colour", QIcon())
        self.triggered.connect(self._on_triggered)

    def _add(self, colour: Colour, text: str, icon: QIcon) -> None:
        action = QAction(icon, text, self)
        action.setData(colour.value)
        self.addAction(action)

    def _on_triggered(self, action: QAction) -> None:
        self.chosen.emit(Colour(action.data()))


def _disc(color: QColor) -> QIcon:
    ratio = 3  # sharp on screens up to 300 %
    picture = QPixmap(QSize(_SIZE, _SIZE) * ratio)
    picture.fill(QColor("transparent"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(color)
    painter.setPen(color)
    painter.drawEllipse(picture.rect().adjusted(2, 2, -2, -2))
    painter.end()
    return QIcon(picture)
