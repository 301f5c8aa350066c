"""The libraries that were opened last."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import IconButton, TextButton
from briefing.ui.widgets.elided_label import ElidedLabel
from briefing.ui.widgets.labels import make_label

_MOST = 5


class RecentList(QWidget):
    """One line a library: its name, its folder, a cross to forget it."""

    open_requested = Signal(object)  # a Path
    removal_requested = Signal(object)  # a Path

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(make_label("Recent libraries", "caption"))

    def set_paths(self, paths: Sequence[Path]) -> None:
        """Show these; nothing at all when there are none."""
        for line in self._lines:
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._make_line(path) for path in paths[:_MOST]]
        for line in self._lines:
            self._column.addWidget(line)
        self.setVisible(bool(paths))

    def _make_line(self, path: Path) -> QWidget:
        line = QWidget()
        name = TextButton(self._theme, path.stem, "link", "book-marked")
        name.setToolTip(str(path))
        name.setProperty("path", str(path))
        name.clicked.connect(self._on_name_clicked)
        forget = IconButton(self._theme, "x", f"Take {path.stem} off this list", size=12)
        forget.setProperty("path", str(path))
        forget.clicked.connect(self._on_forget_clicked)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(name)
        row.addWidget(ElidedLabel(str(path.parent), "small"), 1)
        row.addWidget(forget)
        return line

    def _on_name_clicked(self) -> None:
        self.open_requested.emit(Path(str(self.sender().property("path"))))

    def _on_forget_clicked(self) -> None:
        self.removal_requested.emit(Path(str(self.sender().property("path"))))
