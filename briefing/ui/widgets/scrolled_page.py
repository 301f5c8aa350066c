"""A page in a scroll area that is as narrow as the area, whatever stands on it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class ScrolledPage(QWidget):
    """A long word on it is cut rather than the lines of all the others."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "scrolled")

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())
