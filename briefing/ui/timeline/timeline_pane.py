"""What the timeline shows: its search line, what is on the axis, the axis, what is left out."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from briefing.model.timeline import TimelineKind
from briefing.ui.actions import ActionSet
from briefing.ui.theme import Theme
from briefing.ui.timeline.timeline_canvas import TimelineCanvas
from briefing.ui.widgets.buttons import ActionButton
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_frame, make_label
from briefing.ui.widgets.search_line import SearchLine

_SWITCHES = (
    ("timeline.facts", TimelineKind.FACT, "quote", "Facts"),
    ("timeline.articles", TimelineKind.ARTICLE, "newspaper", "Articles"),
)
_ZOOMS = (
    ("timeline.zoom_out", "zoom-out", "Zoom out"),
    ("timeline.zoom_in", "zoom-in", "Zoom in"),
    ("timeline.fit", "maximize-2", "Fit"),
)


class TimelinePane(QFrame):
    """One column: line, axis, remark."""

    def __init__(self, theme: Theme, actions: ActionSet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "background")
        self.search_line = SearchLine(
            theme, "Search facts and articles by words, tag, kind or date", "Search the timeline"
        )
        self.canvas = TimelineCanvas(theme)
        self._remark = make_label("", "small", is_wrapped=True)
        nothing = EmptyState(
            theme,
            "calendar-range",
            "Nothing with a date here",
            "Facts with an as-of date and articles with a date of publication stand on this axis."
            " Capture a fact in an article (F), or search for less.",
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar(theme, actions))
        column.addWidget(self._stack, 1)
        strip = make_frame("strip")
        inner = QHBoxLayout(strip)
        inner.setContentsMargins(14, 6, 14, 6)
        inner.addWidget(self._remark)
        self._strip = strip
        column.addWidget(strip)
        self.say("")

    def _bar(self, theme: Theme, actions: ActionSet) -> QFrame:
        bar = make_frame("panel")
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self.search_line, 1)
        for name, _, icon, text in _SWITCHES:
            row.addWidget(ActionButton(theme, actions.action(name), icon, "pill", text))
        for name, icon, text in _ZOOMS:
            row.addWidget(ActionButton(theme, actions.action(name), icon, "pill", text))
        return bar

    def show_empty(self, *, is_empty: bool) -> None:
        """Show the axis, or what to do where nothing stands on it."""
        self._stack.setCurrentIndex(1 if is_empty else 0)

    def say(self, words: str) -> None:
        """Show a remark under the axis, or none."""
        self._remark.setText(words)
        self._strip.setVisible(bool(words))
