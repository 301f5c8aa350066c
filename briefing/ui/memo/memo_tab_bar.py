"""The tabs above the text: one for each open memo. A single one needs no tab."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from briefing.model.ids import Uid
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import IconButton


class MemoTabBar(QTabBar):
    """Shows what it is handed; a click wishes for a tab, or to close it."""

    tab_requested = Signal(str)  # uid
    close_requested = Signal(str)  # uid
    moved = Signal(int, int)  # from, to

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._uids: list[Uid] = []
        self.setAccessibleName("Open memos")
        self.setProperty("role", "memo_tabs")
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setMovable(True)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.currentChanged.connect(self._on_current_changed)
        self.tabMoved.connect(self._on_tab_moved)
        self.hide()

    def set_tabs(self, tabs: Sequence[tuple[Uid, str]], current: Uid | None) -> None:
        """Show these memos; the bar is hidden while there is only one."""
        self.blockSignals(True)
        wanted = [uid for uid, _ in tabs]
        if wanted != self._uids:
            self._rebuild(wanted)
        for number, (_, title) in enumerate(tabs):
            self.setTabText(number, _safe(title))
            self.setTabToolTip(number, title)
        if current is not None and current in self._uids:
            self.setCurrentIndex(self._uids.index(current))
        self.blockSignals(False)
        self.setVisible(len(tabs) > 1)

    def _rebuild(self, uids: list[Uid]) -> None:
        while self.count():
            self.removeTab(0)
        self._uids = uids
        for number, uid in enumerate(uids):
            self.addTab("")
            close = IconButton(self._theme, "x", "Close this memo's tab", size=12)
            close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            close.clicked.connect(lambda _checked=False, uid=uid: self.close_requested.emit(uid))
            self.setTabButton(number, QTabBar.ButtonPosition.RightSide, close)

    def _on_current_changed(self, number: int) -> None:
        if 0 <= number < len(self._uids):
            self.tab_requested.emit(self._uids[number])

    def _on_tab_moved(self, before: int, after: int) -> None:
        self._uids.insert(after, self._uids.pop(before))
        self.moved.emit(before, after)

    def _at(self, point: QPoint) -> Uid | None:
        number = self.tabAt(point)
        return self._uids[number] if 0 <= number < len(self._uids) else None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        uid = self._at(event.position().toPoint())
        if event.button() == Qt.MouseButton.MiddleButton and uid:
            self.close_requested.emit(uid)
        else:
            super().mouseReleaseEvent(event)


def _safe(title: str) -> str:
    return title.replace("&", "&&")  # else Qt reads a key out of it
