"""A button that shows its key in itself: `Accept [A]`."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import ButtonRole, TextButton
from briefing.ui.widgets.labels import make_label

_GAP = 8  # px at the right of the key
_PART = 2  # px that are left of it beside the button's own padding


class KeyButton(TextButton):
    """A text button with a key at its right; without one it is like any other."""

    def __init__(
        self,
        theme: Theme,
        text: str,
        key: str,
        role: ButtonRole = "plain",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, text, role, icon, parent)
        self.setProperty("keyed", True)
        self._key: QLabel | None = make_label(key, "key") if key else None
        if self._key is not None:
            self._key.setParent(self)
            self._key.setProperty("on", role)
            self._key.setIndent(0)
            self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.setToolTip(f"{text} ({key})")

    # Qt's own

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self._key is not None:
            size.setWidth(size.width() + self._key.sizeHint().width() + _PART)
        return size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._key is not None:
            size = self._key.sizeHint()
            left = self.width() - size.width() - _GAP
            self._key.setGeometry(
                left, (self.height() - size.height()) // 2, size.width(), size.height()
            )
