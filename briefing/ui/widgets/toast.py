"""Toasts: one sentence at the bottom centre, with a button where there is something to do."""

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing.ui.messages import Message, MessageKind
from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token
from briefing.ui.widgets.buttons import IconButton
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_frame, make_label
from briefing.ui.widgets.shadow import SHADOW_MARGIN, paint_shadow

_WIDEST = 560  # px of text before it wraps
_STATUS_HEIGHT = 24  # px: stay above the status bar
_SHORT_MS = 5_000
_LONG_MS = 12_000  # when there is a button to reach, or an error to read
_ICONS: dict[MessageKind, tuple[str, Token, str]] = {
    MessageKind.INFO: ("circle-check", "ok", "Done"),
    MessageKind.WARNING: ("triangle-alert", "warn", "Warning"),
    MessageKind.ERROR: ("circle-alert", "bad", "Error"),
}


_UNDO = ("edit.undo", "edit.redo")  # an offer of either is stale when the next one comes


class Toast(QWidget):
    """One message; it goes by itself, except while the pointer or the focus is on it."""

    closed = Signal()
    action_requested = Signal(str)  # a name in the action table

    def __init__(self, theme: Theme, message: Message, action_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.message = message
        self._theme = theme
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_now)
        is_long = bool(message.action) or message.kind is not MessageKind.INFO
        self._milliseconds = _LONG_MS if is_long else _SHORT_MS
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._build(action_text)
        self._timer.start(self._milliseconds)

    def close_now(self) -> None:
        """Go away."""
        self._timer.stop()
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _build(self, action_text: str) -> None:
        icon, _ink, word = _ICONS[self.message.kind]
        self._frame = make_frame("popover", self)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(SHADOW_MARGIN, 2, SHADOW_MARGIN, 6)
        outer.addWidget(self._frame)
        row = QHBoxLayout(self._frame)
        row.setContentsMargins(12, 7, 7, 7)
        row.setSpacing(10)
        label = make_label(self.message.text)
        if label.sizeHint().width() > self._theme.px(_WIDEST):
            label.setWordWrap(True)
            label.setFixedWidth(self._theme.px(_WIDEST))
        label.setAccessibleName(f"{word}: {self.message.text}")
        row.addWidget(IconLabel(self._theme, icon, "popover_ink", 16))
        row.addWidget(label)
        if self.message.action:
            button = QPushButton(action_text)
            button.setCursor(Qt.CursorShape.PointingHandCursor)
            button.clicked.connect(self._on_button_clicked)
            row.addWidget(button)
        close = IconButton(self._theme, "x", "Close this message", ink="popover_ink", size=14)
        close.clicked.connect(self.close_now)
        row.addWidget(close)

    def _on_button_clicked(self) -> None:
        self.action_requested.emit(self.message.action)
        self.close_now()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Stay while it is being read."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Go on counting."""
        self._timer.start(self._milliseconds)
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the shadow behind the frame."""
        box = QRectF(self._frame.geometry())
        paint_shadow(QPainter(self), box, self._theme.color("shadow"))


class ToastShelf(QWidget):
    """The place of the toasts: over the bottom of its parent, at most three at once."""

    action_requested = Signal(str)
    _MOST = 3

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._area = parent
        self._toasts: list[Toast] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        parent.installEventFilter(self)
        self.hide()

    @property
    def toasts(self) -> tuple[Toast, ...]:
        """Return what is shown, the oldest first."""
        return tuple(self._toasts)

    def show_message(self, message: Message, action_text: str = "") -> None:
        """Show a message; one that stands there already is shown anew, not twice."""
        for toast in self.toasts:
            is_stale_undo = message.action in _UNDO and toast.message.action in _UNDO
            if toast.message == message or is_stale_undo:
                toast.close_now()
        while len(self._toasts) >= self._MOST:
            self._toasts[0].close_now()
        toast = Toast(self._theme, message, action_text, self)
        toast.closed.connect(self._on_toast_closed)
        toast.action_requested.connect(self.action_requested)
        self._toasts.append(toast)
        self._layout.addWidget(toast, 0, Qt.AlignmentFlag.AlignHCenter)
        toast.show()
        self._place()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, message.text))

    def clear(self) -> None:
        """Take all away, as when the library is closed."""
        for toast in self.toasts:
            toast.close_now()

    def _on_toast_closed(self) -> None:
        toast = self.sender()
        if isinstance(toast, Toast) and toast in self._toasts:
            self._toasts.remove(toast)
            self._layout.removeWidget(toast)
        self._place()

    def _place(self) -> None:
        """Stand at the bottom centre of the parent, as large as the toasts."""
        if not self._toasts:
            self.hide()
            return
        area = self._area.rect()
        self._layout.activate()
        size = self.sizeHint().boundedTo(area.size())
        left = (area.width() - size.width()) // 2
        bottom = area.bottom() - self._theme.px(_STATUS_HEIGHT)
        self.setGeometry(left, bottom - size.height(), size.width(), size.height())
        self.show()
        self.raise_()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Follow the parent's size."""
        if watched is self._area and event.type() is QEvent.Type.Resize:
            self._place()
        return False
