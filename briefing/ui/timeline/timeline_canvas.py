"""The axis of time: facts and articles placed by their dates; only what is in view is painted."""

from bisect import bisect_right
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip, QWidget

from briefing.model.timeline import PlacedEntry, TimelineEntry, TimelineLayout
from briefing.ui.theme import Theme
from briefing.ui.timeline.entry_painter import EntryPainter, entry_words

LANE, HEAD = 26, 30  # px at 100 %
_STEP = 1.25  # of the scale, a notch of the wheel
_DRAG = 4  # px that a press may tremble


class TimelineCanvas(QAbstractScrollArea):
    """Shows a layout; wishes for another scale are emitted with the day to hold still."""

    entry_chosen = Signal(object)  # a TimelineEntry: open it
    scale_wanted = Signal(float)  # factor on the present scale

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._layout: TimelineLayout | None = None
        self._lefts: list[float] = []
        self._current = -1
        self._held: tuple[date, float] | None = None  # a day, and the x it is to stay at
        self._press: tuple[QPointF, int, int] | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "paper")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Timeline")
        self.setAccessibleDescription(
            "Left and right go from entry to entry, Return opens one, plus and minus zoom."
        )
        self.viewport().setMouseTracking(True)
        theme.changed.connect(self._on_theme_changed)

    @property
    def layout_shown(self) -> TimelineLayout | None:
        """Return the layout that is painted."""
        return self._layout

    @property
    def current(self) -> TimelineEntry | None:
        """Return the entry that the keyboard is at."""
        if self._layout is None or not 0 <= self._current < len(self._layout.placed):
            return None
        return self._layout.placed[self._current].entry

    def show_layout(self, layout: TimelineLayout) -> None:
        """Show entries at another scale, or other entries; the held day stays where it is."""
        current = self.current
        self._layout = layout
        self._lefts = [one.left for one in layout.placed]
        self._current = next(
            (at for at, one in enumerate(layout.placed) if current and one.entry == current), -1
        )
        self._fit_bars()
        if self._held is not None:
            day, x = self._held
            self.horizontalScrollBar().setValue(round(self._x_of(day) - x))
            self._held = None
        self.viewport().update()

    def hold(self, x: float | None = None) -> None:
        """Keep the day at a place of the view, its middle without one, still at the next layout."""
        if self._layout is None or not self._layout.placed:
            return
        x = self.viewport().width() / 2 if x is None else x
        days = (self.horizontalScrollBar().value() + x) / (self._layout.scale * self._theme.scale)
        first, last = self._layout.placed[0].entry.first, self._last_day()
        day = self._layout.origin + timedelta(days=min(max(days, 0), (last - first).days + 1))
        self._held = (day, x)

    def go_to(self, index: int) -> None:
        """Make an entry the current one and bring it into view."""
        if self._layout is None or not self._layout.placed:
            return
        self._current = min(max(index, 0), len(self._layout.placed) - 1)
        box = self._box(self._layout.placed[self._current])
        view = self.viewport()
        left, top = self.horizontalScrollBar(), self.verticalScrollBar()
        if not left.value() <= box.left() <= left.value() + view.width() - self._theme.px(120):
            left.setValue(round(box.left() - view.width() / 3))
        if not top.value() <= box.top() - self._head() <= top.value() + view.height() * 0.8:
            top.setValue(round(box.top() - view.height() / 2))
        self.setAccessibleDescription(entry_words(self._layout.placed[self._current].entry))
        view.update()

    def _last_day(self) -> date:
        placed = self._layout.placed if self._layout else ()
        return max((one.entry.last for one in placed), default=date.min)

    def _head(self) -> int:
        return self._theme.px(HEAD)

    def _x_of(self, day: date) -> float:
        if self._layout is None:
            return 0.0
        return (day - self._layout.origin).days * self._layout.scale * self._theme.scale

    def _box(self, placed: PlacedEntry) -> QRectF:
        """Return an entry's place in the whole drawing, its words included."""
        scale = self._theme.scale
        top = self._head() + placed.lane * self._theme.px(LANE)
        width = (placed.reach - placed.left) * scale
        return QRectF(placed.left * scale, top, width, self._theme.px(LANE))

    def _fit_bars(self) -> None:
        layout = self._layout
        width = layout.width * self._theme.scale if layout else 0
        height = self._head() + (layout.lanes * self._theme.px(LANE) if layout else 0)
        for bar, whole, seen in (
            (self.horizontalScrollBar(), width, self.viewport().width()),
            (self.verticalScrollBar(), height + self._theme.px(16), self.viewport().height()),
        ):
            bar.setPageStep(seen)
            bar.setSingleStep(self._theme.px(40))
            bar.setRange(0, max(0, round(whole) - seen))

    def _visible(self) -> list[int]:
        """Return the entries that reach into the view, by their places in the layout."""
        if self._layout is None:
            return []
        scale = self._theme.scale
        first = self.horizontalScrollBar().value() / scale
        last = first + self.viewport().width() / scale
        placed = self._layout.placed
        return [at for at in range(bisect_right(self._lefts, last)) if placed[at].reach >= first]

    def _entry_at(self, point: QPointF) -> int:
        spot = point + QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        if self._layout is None or point.y() < self._head():
            return -1
        placed = self._layout.placed
        return next((at for at in self._visible() if self._box(placed[at]).contains(spot)), -1)

    def _on_theme_changed(self) -> None:
        self._fit_bars()
        self.viewport().update()

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), self._theme.color("paper"))
        if self._layout is None:
            return
        drawing = EntryPainter(painter, self._theme)
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        view = QRectF(self.viewport().rect())
        ticks = [(tick.x * self._theme.scale - left, tick) for tick in self._layout.ticks]
        shown = [(x, tick) for x, tick in ticks if -200 <= x <= view.width()]
        drawing.lines(shown, view, self._head())
        for at in self._visible():
            placed = self._layout.placed[at]
            box = self._box(placed).translated(-left, -top)
            if box.bottom() >= self._head() and box.top() <= view.height():
                drawing.entry(placed, box, self._theme.scale, is_current=at == self._current)
        drawing.head(shown, QRectF(0, 0, view.width(), self._head()))
        if self.hasFocus() and self._current < 0:
            painter.setPen(QPen(self._theme.color("accent"), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)  # the last entry left its own behind
            painter.drawRect(view.adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_bars()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            notches = event.angleDelta().y() / 120
            if notches:
                self.hold(event.position().x())
                self.scale_wanted.emit(_STEP**notches)
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            bars = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
            self._press = (event.position(), *bars)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._press is None:
            over = self._entry_at(event.position()) >= 0
            shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.OpenHandCursor
            self.viewport().setCursor(shape)
            return
        start, left, top = self._press
        moved = event.position() - start
        if moved.manhattanLength() > _DRAG:
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        self.horizontalScrollBar().setValue(round(left - moved.x()))
        self.verticalScrollBar().setValue(round(top - moved.y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        press, self._press = self._press, None
        if press is None or (event.position() - press[0]).manhattanLength() > _DRAG:
            return
        at = self._entry_at(event.position())
        if at >= 0:
            self.go_to(at)
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._layout.placed) if self._layout else 0
        places = {
            Qt.Key.Key_Right: self._current + 1,
            Qt.Key.Key_Down: self._current + 1,
            Qt.Key.Key_Left: self._current - 1,
            Qt.Key.Key_Up: self._current - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
        }
        key = Qt.Key(event.key())
        if key in places:
            self.go_to(places[key])
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._choose()
        else:
            super().keyPressEvent(event)

    def _choose(self) -> None:
        if self.current is not None:
            self.entry_chosen.emit(self.current)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            at = self._entry_at(QPointF(event.pos()))
            words = entry_words(self._layout.placed[at].entry) if self._layout and at >= 0 else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)
