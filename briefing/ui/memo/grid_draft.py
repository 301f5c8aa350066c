"""A grid while it is edited: each change is a step that can be taken back."""

from PySide6.QtCore import QObject, Signal

from briefing.model.grid import Grid


class GridDraft(QObject):
    """Holds the grid as it stands, and those it was before."""

    changed = Signal()

    def __init__(self, grid: Grid, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._first = grid
        self._grid = grid
        self._past: list[Grid] = []
        self._future: list[Grid] = []

    @property
    def grid(self) -> Grid:
        """Return the grid as it stands."""
        return self._grid

    @property
    def is_changed(self) -> bool:
        """Return whether it is another grid than it was at first."""
        return self._grid != self._first

    def put(self, grid: Grid) -> None:
        """Take a changed grid."""
        if grid != self._grid:
            self._past.append(self._grid)
            self._future.clear()
            self._take(grid)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._future.append(self._grid)
            self._take(self._past.pop())

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._future:
            self._past.append(self._grid)
            self._take(self._future.pop())

    def _take(self, grid: Grid) -> None:
        self._grid = grid
        self.changed.emit()
