"""The frame of every dialog: a title, room for content, buttons at the bottom right."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.labels import make_label


class Sheet(QDialog):
    """A dialog in the window's language. It does not block the program: `open_over_window`.

    Esc closes it. Put widgets into `content`.
    """

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(14)
        column.addWidget(make_label(title, "heading"))
        self.content = QVBoxLayout()
        self.content.setSpacing(10)
        column.addLayout(self.content, 1)
        self._row = QHBoxLayout()
        self._row.setSpacing(8)
        self._row.addStretch(1)
        column.addLayout(self._row)

    def add_buttons(self, buttons: Sequence[QPushButton]) -> None:
        """Put buttons at the bottom right; the last one is pressed by Enter."""
        for button in buttons:
            self._row.addWidget(button)
        if buttons:
            buttons[-1].setDefault(True)

    def add_close_button(self) -> TextButton:
        """Put a Close button at the bottom right."""
        button = TextButton(self.theme, "Close")
        button.clicked.connect(self.reject)
        self.add_buttons((button,))
        return button

    def open_over_window(self) -> None:
        """Show it, modal to its window, and come back at once."""
        self.open()
