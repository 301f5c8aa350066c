"""What happens on the timeline: entries are looked up, placed, opened, put into memos, drawn."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.model.changes import Changes
from briefing.model.timeline import Timeline, TimelineEntry, TimelineKind, TimelineLayout
from briefing.services.timeline_layout import (
    LARGEST_SCALE,
    MARGIN,
    SMALLEST_SCALE,
    fitting_scale,
    lay_out,
)
from briefing.services.timelines import memo_block
from briefing.text.label_width import label_width
from briefing.ui.context import WindowContext
from briefing.ui.timeline.timeline_pane import TimelinePane

_ZOOM = 1.5
_FILTERS = "Picture, scalable (*.svg);;Picture (*.png)"
_KINDS = {
    "timeline.facts": TimelineKind.FACT,
    "timeline.articles": TimelineKind.ARTICLE,
}


class TimelineFlow(QObject):
    """Keeps the axis in step with the line, the switches, the scale and the library."""

    counted = Signal()

    def __init__(self, context: WindowContext, pane: TimelinePane) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self.line = ""
        self.kinds = frozenset(TimelineKind)
        self.scale = 0.0  # pixels a day; 0: so that everything fits
        self.found = Timeline(())
        self._handle()
        pane.search_line.line_changed.connect(self._on_line_changed)
        pane.search_line.left_downwards.connect(pane.canvas.setFocus)
        pane.canvas.scale_wanted.connect(self.zoom)
        pane.canvas.entry_chosen.connect(self.open_entry)
        context.theme.changed.connect(self.place)

    def _handle(self) -> None:
        handle = self._context.actions.handle
        handle("timeline.search", self._pane.search_line.take_focus)
        handle("timeline.zoom_in", partial(self._zoom_by_key, _ZOOM))
        handle("timeline.zoom_out", partial(self._zoom_by_key, 1 / _ZOOM))
        handle("timeline.fit", self.fit)
        handle("timeline.insert", self.insert)
        handle("timeline.save_picture", self.save_picture)
        for name, kind in _KINDS.items():
            handle(name, partial(self._switch, kind))
        self.show_kinds(self.kinds)

    def show_kinds(self, kinds: frozenset[TimelineKind]) -> None:
        """Say what stands on the axis; looked up with the next search."""
        self.kinds = kinds or frozenset(TimelineKind)
        for name, kind in _KINDS.items():
            self._context.actions.set_checked(name, checked=kind in self.kinds)

    def search(self) -> None:
        """Look up what the line asks for."""
        work = partial(self._context.desk.timelines.timeline, self.line, self.kinds)
        self._context.tasks.run(work, self._on_found, key="timeline.search")

    def hear(self, changes: Changes) -> None:
        """Look up anew when facts or articles changed."""
        if changes.everything or changes.facts or changes.articles:
            self.search()

    def zoom(self, factor: float) -> None:
        """Draw a day wider or narrower; the canvas holds its day."""
        now = self.scale or self._fitting()
        self.scale = min(max(now * factor, SMALLEST_SCALE), LARGEST_SCALE)
        self.place()

    def fit(self) -> None:
        """Draw all entries into the width of the view."""
        self.scale = 0.0
        self.place()

    def place(self) -> None:
        """Lay the entries out off the window's thread."""
        entries = self.found.entries
        work = partial(lay_out, entries, self.scale or self._fitting(), label_width)
        self._context.tasks.run(work, self._on_placed, key="timeline.place")

    def open_entry(self, entry: TimelineEntry) -> None:
        """Show a fact at its quote, or an article."""
        if entry.kind is TimelineKind.FACT:
            self._context.navigator.open_fact(entry.uid)
        else:
            self._context.navigator.open_article(entry.uid)

    def insert(self) -> None:
        """Put a block that looks these facts up into the open memo."""
        self._context.navigator.insert_in_memo(memo_block(self.line))

    def save_picture(self) -> None:
        """Ask for a file and draw what is shown into it, at the scale that is shown."""
        target = self._context.files.save_file("Save the timeline", "timeline.svg", _FILTERS)
        if target is None:
            return
        title = f"Timeline: {self.line}" if self.line else "Timeline"
        write = self._context.desk.timelines.write_picture
        work = partial(write, self.found.entries, target, title, self.scale or None)
        self._context.tasks.run(work, partial(self._on_written, target))

    def _fitting(self) -> float:
        room = self._pane.canvas.viewport().width() / self._context.theme.scale
        return fitting_scale(self.found.entries, room - 2 * MARGIN, label_width)

    def _zoom_by_key(self, factor: float) -> None:
        self._pane.canvas.hold()
        self.zoom(factor)

    def _switch(self, kind: TimelineKind) -> None:
        others = self.kinds - {kind}
        self.show_kinds(others if kind in self.kinds else self.kinds | {kind})
        self.search()

    def _on_line_changed(self, line: str) -> None:
        self.line = line
        self.scale = 0.0  # what is found now may stand far from what was in view
        self.search()

    def _on_found(self, found: Timeline) -> None:
        self.found = found
        self._pane.show_empty(is_empty=not found.entries)
        self._pane.say(_remark(found))
        for name in ("timeline.insert", "timeline.save_picture"):
            self._context.actions.set_enabled(name, enabled=bool(found.entries))
        self.place()
        self.counted.emit()

    def _on_placed(self, layout: TimelineLayout) -> None:
        self._pane.canvas.show_layout(layout)

    def _on_written(self, target: Path, _answer: None) -> None:
        self._context.messages.info(f"{target.name} is written.")


def _remark(found: Timeline) -> str:
    parts = list(found.problems)
    if found.undated:
        parts.append(
            "1 match without a date is left out."
            if found.undated == 1
            else f"{found.undated:,} matches without a date are left out."
        )
    if found.has_more:
        parts.append("There are more: these are the newest. Narrow the search to see the others.")
    return "  ".join(parts)
