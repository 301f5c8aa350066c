"""A splitter of named panes that can be hidden and come back as they were left."""

from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget


class PaneSplitter(QSplitter):
    """Panes side by side with a line of 1 px between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._panes: dict[str, QWidget] = {}
        self._drawn_sizes: list[int] = []

    def add_pane(self, name: str, widget: QWidget, size: int, *, stretch: int = 0) -> None:
        """Add a pane `size` px wide at first; those with a stretch share what is left over."""
        self._panes[name] = widget
        self._drawn_sizes.append(size)
        self.addWidget(widget)
        self.setStretchFactor(self.count() - 1, stretch)
        self.setSizes(self._drawn_sizes)

    def is_pane_shown(self, name: str) -> bool:
        """Return whether a pane is meant to be seen."""
        return not self._panes[name].isHidden()

    def show_pane(self, name: str, *, shown: bool) -> None:
        """Show or hide a pane; the focus does not stay in a hidden one."""
        self._panes[name].setVisible(shown)

    def toggle_pane(self, name: str) -> bool:
        """Hide a pane that is shown, or show it; return whether it is shown now."""
        shown = not self.is_pane_shown(name)
        self.show_pane(name, shown=shown)
        return shown

    def state(self) -> dict[str, object]:
        """Return sizes and hidden panes, as JSON keeps them."""
        hidden = [name for name in self._panes if not self.is_pane_shown(name)]
        return {"sizes": self.sizes(), "hidden": hidden}

    def restore(self, state: Mapping[str, Any]) -> None:
        """Come back as `state` told; what does not fit is passed over."""
        hidden = _as_list(state.get("hidden"))
        for name in self._panes:
            self.show_pane(name, shown=name not in hidden)
        sizes = [size for size in _as_list(state.get("sizes")) if isinstance(size, int)]
        if len(sizes) == self.count() and sum(sizes) > 0:
            self.setSizes(sizes)


def _as_list(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else []
