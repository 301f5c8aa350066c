"""The timeline as a workspace: dated facts and articles on one axis."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from briefing.model.timeline import TimelineKind
from briefing.services.timeline_layout import LARGEST_SCALE, SMALLEST_SCALE
from briefing.ui.timeline.timeline_flow import TimelineFlow
from briefing.ui.timeline.timeline_pane import TimelinePane
from briefing.ui.workspace import Status, Workspace


class TimelineWorkspace(Workspace):
    """Line and axis; looked up when it is first entered."""

    name = "timeline"
    primary_actions = ("timeline.save_picture", "timeline.insert")

    def __init__(self, pane: TimelinePane, flow: TimelineFlow) -> None:
        super().__init__()
        self._pane = pane
        self._flow = flow
        self._is_filled = False
        flow.counted.connect(self._on_counted)

    @property
    def widget(self) -> QWidget:
        return self._pane

    def activate(self) -> None:
        if not self._is_filled:
            self._is_filled = True
            self._flow.search()
        self._pane.canvas.setFocus()

    def search_for(self, line: str) -> None:
        """Show what a query line finds."""
        self._is_filled = True
        self._pane.search_line.set_line(line)

    def state(self) -> dict[str, object]:
        bars = self._pane.canvas.horizontalScrollBar(), self._pane.canvas.verticalScrollBar()
        return {
            "line": self._flow.line,
            "kinds": sorted(kind.value for kind in self._flow.kinds),
            "scale": self._flow.scale,
            "place": [bar.value() for bar in bars],
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        kept: Any = state.get("kinds") or ()
        kinds = frozenset(kind for kind in TimelineKind if kind.value in kept)
        self._flow.show_kinds(kinds)
        line = state.get("line")
        if isinstance(line, str) and line:
            self.search_for(line)
        scale = state.get("scale")
        if isinstance(scale, float) and SMALLEST_SCALE <= scale <= LARGEST_SCALE:
            self._flow.scale = scale

    def _on_counted(self) -> None:
        found = self._flow.found
        facts = sum(entry.kind is TimelineKind.FACT for entry in found.entries)
        articles = len(found.entries) - facts
        self.set_status(Status(right=f"{facts:,} facts · {articles:,} articles on the axis"))
