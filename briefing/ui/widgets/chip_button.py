"""A chip: a short text on a soft ground, with a cross to take it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter, QWidget

from briefing.ui.theme import Theme

_GAP = 4  # px between the text and its cross


class ChipButton(QPushButton):
    """One field of a query, one tag, one citation; pressing it (or Del) wishes it away."""

    removal_requested = Signal(str)  # the chip's text

    def __init__(self, theme: Theme, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self.setProperty("role", "chip")
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the cross stands at the end
        self.setAccessibleName(f"Remove {text}")
        self.setToolTip(f"Remove {text}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_clicked(self) -> None:
        self.removal_requested.emit(self.text())

    def _on_theme_changed(self) -> None:
        self.setIconSize(self._theme.icon_size(12))
        self.setIcon(self._theme.icon("x", "accent", 12))

    # Qt's own

    def paintEvent(self, _event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        inside = self.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self)
        room = inside.width() - self.iconSize().width() - self._theme.px(_GAP)
        option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)
