"""A small form that opens over a pane and goes when something else is pressed."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from briefing.ui.theme import Theme

_BELOW_TOP = 96  # px at 100 %


class PanePopup(QFrame):
    """What popups of the library share: their frame, their margins, their place."""

    def __init__(self, theme: Theme, over: QWidget, spacing: int) -> None:
        super().__init__(over, Qt.WindowType.Popup)
        self._theme = theme
        self._over = over
        self.setProperty("role", "palette")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 10, 12, 12)
        self.column.setSpacing(spacing)

    def open_at(self, first: QWidget) -> None:
        """Show the popup in the middle of its pane, with the keyboard in `first`."""
        self.adjustSize()
        middle = QPoint((self._over.width() - self.width()) // 2, self._theme.px(_BELOW_TOP))
        self.move(self._over.mapToGlobal(middle))
        self.show()
        first.setFocus()
