"""The pages of a memo on a grey desk: placed one under another, only the visible ones drawn."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from briefing.ui.memo.page_places import PageStrip
from briefing.ui.theme import Theme
from briefing.ui.widgets.shadow import paint_shadow

_GAP = 16  # px round the pages
_WIDEST = 900  # px at 100 %: a page that fits the width need not be larger to be read
_STEP = 1.15  # times larger or smaller
_SMALLEST, _LARGEST = 0.4, 4.0  # times the width that fits
_MARK = 3  # px: the bar beside the block with the cursor
_ZOOMS = {"+": _STEP, "=": _STEP, "-": 1 / _STEP, "0": 0.0}  # 0: fit the width


class PageCanvas(QAbstractScrollArea):
    """Keeps pictures of pages; asks for those that come into view."""

    pages_wanted = Signal(object, float)  # tuple of page numbers from 1; device pixels a point
    place_clicked = Signal(int, float)  # page from 1, points from its top

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = 0
        self._size = (595.0, 842.0)  # points; A4 until a page says otherwise
        self._images: dict[int, QImage] = {}
        self._stale: set[int] = set()
        self._strips: tuple[PageStrip, ...] = ()
        self._zoom = 1.0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("role", "canvas")
        self.setAccessibleName("Pages of the memo")
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip("Click: go to the text. + and −: larger, smaller; 0: fit the width.")
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.horizontalScrollBar().valueChanged.connect(self.viewport().update)
        theme.changed.connect(self._on_theme_changed)

    @property
    def count(self) -> int:
        """Return how many pages there are."""
        return self._count

    @property
    def drawn(self) -> tuple[int, ...]:
        """Return the pages that have a picture, whether it is the newest or not."""
        return tuple(sorted(self._images))

    @property
    def is_drawn(self) -> bool:
        """Return whether all pages in view have their newest picture."""
        return self._stale.isdisjoint(self._visible())

    def set_pages(self, count: int) -> None:
        """Take another print; old pictures stay until new ones come, and the place is kept."""
        self._count = count
        self._images = {n: image for n, image in self._images.items() if n <= count}
        self._stale = set(range(1, count + 1))
        self._fit_bar()
        self.viewport().update()
        self._want()

    def set_page_size(self, width: float, height: float) -> None:
        """Tell how large the pages are, in points."""
        if width > 0 and height > 0 and (width, height) != self._size:
            self._size = (width, height)
            self._fit_bar()
            self.viewport().update()

    def set_image(self, number: int, image: QImage) -> None:
        """Show the picture of a page."""
        if number <= self._count:
            self._images[number] = image
            self._stale.discard(number)
            self.viewport().update()

    @property
    def zoom(self) -> float:
        """Return how many times larger the pages are than fits the width."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the pages larger or smaller; 1 fits the width. The place in the middle stays."""
        new = min(max(zoom, _SMALLEST), _LARGEST)
        if new != self._zoom:
            self._zoom = new
            self._fit_again()

    def mark(self, strips: tuple[PageStrip, ...]) -> None:
        """Mark the block with the cursor by a bar beside it."""
        if strips != self._strips:
            self._strips = strips
            self.viewport().update()

    def clear(self) -> None:
        """Show no pages."""
        self._images.clear()
        self._strips = ()
        self.set_pages(0)

    def show_place(self, page: int, points: float) -> None:
        """Bring a place into view, unless it is there already."""
        top = self._page_rect(page).top() + points * self._scale()
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if not bar.value() + 20 <= top <= bar.value() + height - 60:
            bar.setValue(round(top - height / 3))

    def _scale(self) -> float:
        """Return how many px a point takes."""
        width = min(self.viewport().width() - 2 * _GAP, self._theme.px(_WIDEST))
        return max(width, 50) * self._zoom / self._size[0]

    def _page_rect(self, number: int) -> QRectF:
        """Return a page's place on the desk, in whole px: a picture between pixels is blurred."""
        width = round(self._size[0] * self._scale())
        height = round(self._size[1] * self._scale())
        left = max(
            (self.viewport().width() - width) // 2, _GAP - self.horizontalScrollBar().value()
        )
        return QRectF(left, _GAP + (number - 1) * (height + _GAP), width, height)

    def _page_scale(self, number: int) -> float:
        """Return how many px a point of a page takes; one on its side is as wide as the others."""
        image, (width, height) = self._images.get(number), self._size
        turned = image is not None and image.width() > image.height() and width < height
        return self._scale() * (width / height if turned else 1)

    def _visible(self) -> tuple[int, ...]:
        top = self.verticalScrollBar().value()
        window = QRectF(0, top, self.viewport().width(), self.viewport().height())
        step = self._page_rect(1).height() + _GAP
        first = max(1, int(top // step))
        last = min(self._count, int((top + window.height()) // step) + 1)
        return tuple(n for n in range(first, last + 1) if self._page_rect(n).intersects(window))

    def _fit_bar(self) -> None:
        """Give the scroll bar the height of all pages; the place stays in proportion."""
        bar = self.verticalScrollBar()
        total = self._page_rect(self._count).bottom() + _GAP if self._count else 0.0
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(40)
        bar.setRange(0, max(0, round(total) - self.viewport().height()))
        side = self.horizontalScrollBar()
        width = round(self._page_rect(1).width()) + 2 * _GAP
        side.setPageStep(self.viewport().width())
        side.setRange(0, max(0, width - self.viewport().width()) if self._count else 0)

    def _want(self) -> None:
        """Ask for the visible pages that have no picture of this print and size."""
        wanted = tuple(n for n in self._visible() if n in self._stale)
        if wanted and self.isVisible():
            self.pages_wanted.emit(wanted, self._scale() * self.devicePixelRatioF())

    def _on_scrolled(self) -> None:
        self.viewport().update()
        self._want()

    def _on_theme_changed(self) -> None:
        self._fit_bar()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.color("canvas"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        shift = QPointF(0, -self.verticalScrollBar().value())
        for number in self._visible():
            box = self._page_rect(number).translated(shift)
            paint_shadow(painter, box, self._theme.color("shadow"), 1)
            image = self._images.get(number)
            if image is None:
                painter.fillRect(box, self._theme.color("paper"))
            else:  # white in a dark window too: that is how it will be printed
                _draw_image(painter, box, image, self.devicePixelRatioF())
            self._paint_mark(painter, number, box)

    def _paint_mark(self, painter: QPainter, number: int, box: QRectF) -> None:
        scale = self._page_scale(number)
        for strip in self._strips:
            if strip.page == number:
                top, height = box.top() + strip.top * scale, (strip.bottom - strip.top) * scale
                bar = QRectF(box.left() + 2 * _MARK, top, _MARK, height)
                painter.fillRect(bar, self._theme.color("accent"))

    def _fit_again(self) -> None:
        """Draw the pages for another size; the place stays in proportion."""
        bar = self.verticalScrollBar()
        part = bar.value() / bar.maximum() if bar.maximum() else 0.0
        self._stale = set(range(1, self._count + 1))
        self._fit_bar()
        bar.setValue(round(part * bar.maximum()))
        self.viewport().update()
        self._want()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_again()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * _STEP ** (event.angleDelta().y() / 120))
            event.accept()
        else:
            super().wheelEvent(event)

    def showEvent(self, event: object) -> None:
        del event
        self._want()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        point = event.position() + QPointF(0, self.verticalScrollBar().value())
        for number in self._visible():
            box = self._page_rect(number)
            if box.contains(point):
                self.place_clicked.emit(number, (point.y() - box.top()) / self._page_scale(number))
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        steps = {
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
            Qt.Key.Key_Down: bar.singleStep(),
            Qt.Key.Key_Up: -bar.singleStep(),
            Qt.Key.Key_End: bar.maximum(),
            Qt.Key.Key_Home: -bar.maximum(),
        }
        step = steps.get(Qt.Key(event.key()))
        if step is not None:
            bar.setValue(bar.value() + step)
        elif event.text() in _ZOOMS:
            self.set_zoom(self._zoom * _ZOOMS[event.text()] if _ZOOMS[event.text()] else 1.0)
        else:
            super().keyPressEvent(event)


def _draw_image(painter: QPainter, box: QRectF, image: QImage, ratio: float) -> None:
    """Draw a page pixel for pixel where it was drawn for this size, else as wide as the box."""
    if abs(image.width() - box.width() * ratio) <= 2:
        image.setDevicePixelRatio(ratio)
        painter.drawImage(box.topLeft(), image)
    else:
        height = box.width() * image.height() / max(image.width(), 1)
        painter.drawImage(QRectF(box.left(), box.top(), box.width(), height), image)
