"""The bar over selected words: capture a fact, quote in the memo, tag; each with its key."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.icon_label import IconLabel
from briefing.ui.widgets.labels import make_label

_OFFERS = (
    ("library.capture", "quote", "Capture fact", "F"),
    ("library.add_evidence", "plus", "Add to a fact", "⇧F"),
    ("library.quote", "corner-down-right", "Quote in memo", "Q"),
    ("library.tag", "tag", "Tag", "T"),
)


class SelectionBar(QFrame):
    """Floats over the reader; tells which action was pressed."""

    action_requested = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self.setProperty("role", "popover")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(4, 3, 4, 3)
        layout.setSpacing(2)
        for name, icon, text, key in _OFFERS:
            layout.addWidget(self._button(theme, name, icon, text, key))
        self.hide()

    def _button(self, theme: Theme, name: str, icon: str, text: str, key: str) -> QPushButton:
        button = QPushButton()
        button.setAccessibleName(f"{text} ({key})")
        row = QHBoxLayout(button)
        row.setContentsMargins(8, 4, 6, 4)
        row.setSpacing(7)
        row.addWidget(IconLabel(theme, icon, "popover_ink", 15))
        label = QLabel(text)
        label.setProperty("role", "strong")
        row.addWidget(label)
        row.addWidget(make_label(key, "key"))
        button.setMinimumSize(row.sizeHint())
        button.clicked.connect(lambda: self.action_requested.emit(name))
        return button

    def show_over(self, place: QPoint) -> None:
        """Show the bar above a point of the parent, kept inside it."""
        self.adjustSize()
        left = min(max(place.x(), 8), max(self._over.width() - self.width() - 8, 8))
        above = place.y() - self.height() - 6
        top = above if above >= 4 else place.y() + 28
        self.move(left, top)
        self.show()
        self.raise_()
