"""A Lucide icon that is only looked at."""

from PySide6.QtWidgets import QLabel, QWidget

from briefing.ui.theme import Theme
from briefing.ui.theme_tokens import Token


class IconLabel(QLabel):
    """An icon of the theme, `size` px at 100 %; it says nothing to a screen reader."""

    def __init__(
        self,
        theme: Theme,
        icon: str,
        ink: Token = "muted",
        size: int = 16,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = icon
        self._ink: Token = ink
        self._size = size
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def set_icon(self, icon: str, ink: Token) -> None:
        """Show another one."""
        self._icon_name = icon
        self._ink = ink
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)
        ratio = self.devicePixelRatioF()
        self.setPixmap(self._theme.pixmap(self._icon_name, self._ink, self._size, ratio))
