"""A row of an icon and words that wrap, which can be pressed and reached with the keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import LabelRole, make_label

_ICON = 15


class PressRow(QFrame):
    """Words of any length in a narrow pane; `below` is room under them."""

    pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        words: str,
        icon: str,
        ink: Token,
        role: LabelRole,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self._words = make_label(words, role, is_wrapped=True)
        self.below = QVBoxLayout()
        self.below.setSpacing(3)
        self.below.addWidget(self._words)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 3, 0, 3)
        row.setSpacing(8)
        row.addWidget(IconLabel(theme, icon, ink, _ICON), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self.below, 1)

    @property
    def words(self) -> str:
        """Return what the row says."""
        return self._words.text()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._underline(is_on=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._underline(is_on=False)

    def _underline(self, *, is_on: bool) -> None:
        font = self._words.font()
        font.setUnderline(is_on)
        self._words.setFont(font)
