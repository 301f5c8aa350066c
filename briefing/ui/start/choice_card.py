"""A large button with an icon, a title and a sentence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_label


class ChoiceCard(QPushButton):
    """One choice of the first start; Space and Enter press it."""

    def __init__(
        self, theme: Theme, icon: str, title: str, text: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.setAutoDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 18, 18, 18)
        column.setSpacing(6)
        column.addWidget(IconLabel(theme, icon, "accent", 26))
        column.addSpacing(6)
        for label in (
            make_label(title, "title", is_wrapped=True),
            make_label(text, "muted", is_wrapped=True),
        ):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(label)
        column.addStretch(1)
        self._theme = theme
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _on_theme_changed(self) -> None:
        self.setMinimumSize(self._theme.px(150), self._theme.px(168))
