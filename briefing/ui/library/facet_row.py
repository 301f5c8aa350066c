"""One line of the facet pane: a mark, a name, a count; pressing it narrows the search."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from briefing.ui.theme import Theme
from briefing.ui.theme_fonts import FontRole
from briefing.ui.theme_tokens import Token

_HEIGHT = 26
_MARGIN = 14
_INDENT = 22
_MARK = 15


class FacetRow(QAbstractButton):
    """A row that is a button; one with children opens and closes at its arrow."""

    fold_requested = Signal(str, bool)  # value, whether it opens
    menu_requested = Signal(str, object)  # value, global place

    def __init__(  # noqa: PLR0913 (a row has these parts)
        self,
        theme: Theme,
        value: str,
        name: str,
        count: int | None,
        *,
        icon: str = "",
        dot: Token | None = None,
        depth: int = 0,
        is_open: bool | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.value = value
        self._theme = theme
        self._name = name
        self._count_text = ""
        self._icon = icon
        self._dot: Token | None = dot
        self._depth = depth
        self._is_open = is_open
        self.setCheckable(True)
        self.setText(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.set_count(count)

    def set_count(self, count: int | None, *, has_more: bool = False) -> None:
        """Show another count; None where it is not known yet, `has_more` where it is the least."""
        self._count_text = "" if count is None else f"{count:,}{'+' if has_more else ''}"
        told = f", {self._count_text} articles" if self._count_text else ""
        self.setAccessibleName(f"{self.value or self._name}{told}")
        self.update()

    def _arrow(self) -> QRect:
        px = self._theme.px
        left = px(_MARGIN) + self._depth * px(_INDENT)
        return QRect(left, 0, px(_MARK + 4), self.height())

    def _paint_mark(self, painter: QPainter, left: int) -> int:
        """Paint arrow, icon or dot; return where the name begins."""
        px, middle = self._theme.px, self.height() // 2
        name = self._icon
        if self._is_open is not None:
            name = "chevron-down" if self._is_open else "chevron-right"
        if name:
            ink: Token = "accent" if self.isChecked() else "muted"
            picture = self._theme.pixmap(name, ink, _MARK, self.devicePixelRatioF())
            painter.drawPixmap(left, middle - px(_MARK) // 2, picture)
            return left + px(_MARK + 8)
        if self._dot is not None:
            painter.setBrush(self._theme.color(self._dot))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(left + px(3), middle - px(4), px(8), px(8))
            return left + px(_MARK + 8)
        return left

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(self._theme.px(180), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.px(60), self._theme.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        px, theme = self._theme.px, self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked():
            painter.fillRect(self.rect(), theme.color("accent_soft"))
        elif self.underMouse():
            painter.fillRect(self.rect(), theme.color("hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 1))
            painter.drawRect(self.rect().adjusted(1, 0, -2, -1))
        left = self._paint_mark(painter, px(_MARGIN) + self._depth * px(_INDENT))
        right = self.width() - px(_MARGIN)
        painter.setFont(theme.font(FontRole.UI_BOLD if self.isChecked() else FontRole.UI))
        painter.setPen(theme.color("muted_strong" if self.isChecked() else "muted"))
        count = self._count_text
        box = QRect(left, 0, right - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        metrics = QFontMetrics(painter.font())
        box.setRight(right - metrics.horizontalAdvance(count) - px(8))
        painter.setPen(theme.color("accent" if self.isChecked() else "ink"))
        name = metrics.elidedText(self._name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.RightButton:
            self.menu_requested.emit(self.value, event.globalPosition().toPoint())
        elif self._is_open is not None and self._arrow().contains(event.position().toPoint()):
            self.fold_requested.emit(self.value, not self._is_open)
        else:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self._is_open is not None and key in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self.fold_requested.emit(self.value, key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Menu:
            self.menu_requested.emit(self.value, self.mapToGlobal(self.rect().center()))
        else:
            super().keyPressEvent(event)
