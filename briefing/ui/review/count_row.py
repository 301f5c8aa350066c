"""A row of a side pane that can be pressed: a dot or an icon, a name, a count at the right."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import State, set_state

_PRESSING = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space})
_MARGIN = 14
_DOT = 9
_NAME = 84  # px that a name keeps before its count is cut


class ColourDot(QWidget):
    """A dot in one ink of the theme."""

    def __init__(self, theme: Theme, ink: Token) -> None:
        super().__init__()
        self._theme = theme
        self._ink: Token = ink
        self.setFixedSize(theme.px(_DOT), theme.px(_DOT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(self._ink))
        painter.drawEllipse(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))


class CountRow(QFrame):
    """`Background … 5 changes · 2 comments`; the current one stands out."""

    pressed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        detail: str,
        icon: str = "",
        ink: Token | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "row")
        self.setProperty("state", "")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{name}: {detail}")
        self._name = ElidedLabel(name)
        self._name.setMinimumWidth(min(self._name.sizeHint().width() + 4, theme.px(_NAME)))
        self._detail = ElidedLabel(detail, "small")
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(_MARGIN), theme.px(7), theme.px(_MARGIN), theme.px(7))
        row.setSpacing(8)
        self._icon = IconLabel(theme, icon, ink or "muted", 14) if icon else None
        if self._icon is not None:
            row.addWidget(self._icon)
        elif ink is not None:
            row.addWidget(ColourDot(theme, ink))
        row.addWidget(self._name, 1)
        row.addWidget(self._detail)

    @property
    def name(self) -> str:
        """Return what the row is of."""
        return self._name.text()

    @property
    def detail(self) -> str:
        """Return what stands at the right."""
        return self._detail.text()

    def set_detail(self, detail: str) -> None:
        """Say another count."""
        if detail != self._detail.text():
            self._detail.setText(detail)
            self.setAccessibleName(f"{self.name}: {detail}")

    def set_icon(self, icon: str, ink: Token) -> None:
        """Show another icon, where there is one."""
        if self._icon is not None:
            self._icon.set_icon(icon, ink)

    def set_row_state(self, state: State) -> None:
        """Let the row stand out, or not; what stands in it takes its ink from the row."""
        if self.property("state") == state:
            return
        set_state(self, state)
        for label in (self._name, self._detail):
            label.style().unpolish(label)
            label.style().polish(label)

    # Qt's own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSING:
            self.pressed.emit()
        else:
            super().keyPressEvent(event)
