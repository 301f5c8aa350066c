"""Articles by time as bars; dragging across them asks for that span of time."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from briefing.model.search_page import Count
from briefing.ui.library.date_bars import DateBar, date_bars, told_span
from briefing.ui.theme import Theme

_HEIGHT = 38
_WIDEST = 18


class DateHistogram(QWidget):
    """Shows when the articles of a search were published."""

    span_requested = Signal(str, str)  # first and last month, `2025-07`; both empty: any time
    shown_span_changed = Signal(str)  # "Jul – Sep 2025"

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[DateBar, ...] = ()
        self._chosen: tuple[str, str] | None = None
        self._drag: tuple[int, int] | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName("Articles by date")
        self.setAccessibleDescription("Drag across bars to search in that time; Escape for any.")
        self.setMouseTracking(True)
        theme.changed.connect(self.update)

    def show_months(self, months: Sequence[Count]) -> None:
        """Show the counts of the search as it stands."""
        self._bars = date_bars(months)
        self.shown_span_changed.emit(told_span(self._bars))
        self.update()

    def set_chosen(self, first: str, last: str) -> None:
        """Mark the months that the search is narrowed to; empty for none."""
        self._chosen = (first, last) if first or last else None
        self.update()

    def _room(self) -> float:
        """Return how wide one bar's place is."""
        return min(self.width() / len(self._bars), self._theme.px(_WIDEST))

    def _bar_at(self, x: float) -> int:
        return min(max(int(x / self._room()), 0), len(self._bars) - 1)

    def _is_in(self, at: int) -> bool:
        if self._drag:
            return min(self._drag) <= at <= max(self._drag)
        if self._chosen is None:
            return True
        first, last = self._chosen
        bar = self._bars[at]
        return (not first or bar.last >= first[:7]) and (not last or bar.first <= last[:7])

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(160), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        most = max(bar.count for bar in self._bars) or 1
        for at, bar in enumerate(self._bars):
            left, right = round(at * self._room()), round((at + 1) * self._room())
            height = max(round(bar.count / most * (self.height() - 2)), 2 if bar.count else 0)
            box = QRect(left, self.height() - height, max(right - left - 1, 1), height)
            painter.fillRect(box, self._theme.color("accent" if self._is_in(at) else "bar"))
        if self.hasFocus():
            painter.setPen(self._theme.color("accent"))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._bars and event.button() is Qt.MouseButton.LeftButton:
            at = self._bar_at(event.position().x())
            self._drag = (at, at)
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._drag:
            self._drag = (self._drag[0], self._bar_at(event.position().x()))
            self.update()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        if self._drag:
            first, last = min(self._drag), max(self._drag)
            self._drag = None
            self.span_requested.emit(self._bars[first].first, self._bars[last].last)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._chosen:
            self.span_requested.emit("", "")
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._bars:
            bar = self._bars[self._bar_at(event.pos().x())]
            QToolTip.showText(event.globalPos(), f"{bar.told()}: {bar.count:,}", self)
            return True
        return super().event(event)
