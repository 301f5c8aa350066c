"""The window: rail, top bar, the room in front, status bar; toasts and the palette over them."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from briefing.settings import Settings
from briefing.ui.actions import ActionSet
from briefing.ui.app_menu import AppMenu
from briefing.ui.messages import Message
from briefing.ui.rail import Rail, RailEntry
from briefing.ui.status_line import StatusLine
from briefing.ui.theme import Theme
from briefing.ui.top_bar import TopBar
from briefing.ui.workspace import Workspace

if TYPE_CHECKING:
    from briefing.ui.widgets.toast import ToastShelf

_DRAWN_SIZE = (1440, 900)
_SMALLEST = (760, 520)
_SUFFIX = ".briefing"


class MainWindow(QMainWindow):
    """Lays the parts out and shows what it is told; `Shell` decides what that is."""

    closing = Signal()  # emitted before the window goes; whoever hears it saves first
    library_dropped = Signal(object)  # a Path
    files_dropped = Signal(list)  # of local paths
    screen_changed = Signal()
    painted = Signal()  # once: the first picture stands, and slower things may begin

    def __init__(
        self,
        theme: Theme,
        actions: ActionSet,
        settings: Settings,
        rail_entries: tuple[RailEntry, ...],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._is_painted = False
        self._actions = actions
        self._settings = settings
        self.app_menu = AppMenu(actions, settings, self)
        self.app_menu.install_native(self)
        self.top_bar = TopBar(theme, actions, self.app_menu.menu)
        self.rail = Rail(theme, rail_entries)
        self.pages = QStackedWidget()
        self.status_line = StatusLine(theme)
        self.area = self._lay_out()
        self.setAcceptDrops(True)
        self.setMinimumSize(*_SMALLEST)
        actions.attach("", self)
        self._come_back()

    @cached_property
    def toasts(self) -> "ToastShelf":
        """Return the shelf of the toasts, made for the first message."""
        from briefing.ui.widgets.toast import ToastShelf  # noqa: PLC0415 - start-up time

        shelf = ToastShelf(self._theme, self.area)
        shelf.action_requested.connect(self._actions.trigger)
        return shelf

    def show_start(self, page: QWidget) -> None:
        """Show the first start in place of a library."""
        self._add_page(page)
        self.pages.setCurrentWidget(page)
        self.set_rooms_shown(shown=False)

    def set_rooms_shown(self, *, shown: bool) -> None:
        """Show what leads to rooms and records, when a library is open."""
        self.rail.set_rooms_shown(shown=shown)
        self.top_bar.set_search_shown(shown=shown)

    def show_room(self, workspace: Workspace) -> None:
        """Bring a workspace to the front."""
        self._add_page(workspace.widget)
        self.pages.setCurrentWidget(workspace.widget)
        self.set_rooms_shown(shown=True)
        self.rail.set_current(workspace.name)

    def remove_pages(self, but: QWidget) -> None:
        """Let go of all pages but one."""
        for number in reversed(range(self.pages.count())):
            page = self.pages.widget(number)
            if page is not None and page is not but:
                self.pages.removeWidget(page)
                page.deleteLater()

    def show_message(self, message: Message) -> None:
        """Show a toast; its button says what the action's button says."""
        text = ""
        if message.action:
            spec = self._actions.spec(message.action)
            text = spec.short or spec.text.removesuffix("…")
        self.toasts.show_message(message, text)

    def remember_geometry(self) -> None:
        """Put size and place into the settings."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode("ascii")
        self._settings.set_state("window", {"geometry": geometry})

    def restore_geometry(self, kept: str) -> bool:
        """Take the size and place that were remembered; return whether they could be read."""
        return self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii", "replace")))

    def _add_page(self, page: QWidget) -> None:
        if self.pages.indexOf(page) < 0:
            self.pages.addWidget(page)

    def _lay_out(self) -> QWidget:
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.pages, 1)
        column.addWidget(self.top_bar)
        column.addLayout(row, 1)
        column.addWidget(self.status_line)
        self.setCentralWidget(centre)
        return centre

    def _come_back(self) -> None:
        """Come back to where the window was left, else as it was drawn, within the screen."""
        kept = self._settings.state("window").get("geometry")
        if isinstance(kept, str) and self.restore_geometry(kept):
            return
        room = self.screen().availableSize()
        width, height = _DRAWN_SIZE
        self.resize(min(width, room.width()), min(height, room.height()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Have everything saved before the window goes."""
        self.remember_geometry()
        self.closing.emit()
        super().closeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell of the first picture, after it."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.painted.emit)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged over the window."""
        if _dropped_files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the library that was dropped; other files are to be imported."""
        paths = _dropped_files(event)
        if not paths:
            return
        event.acceptProposedAction()
        if len(paths) == 1 and paths[0].suffix == _SUFFIX:
            self.library_dropped.emit(paths[0])
        else:
            self.files_dropped.emit([str(path) for path in paths if path.suffix != _SUFFIX])

    def event(self, event: QEvent) -> bool:
        """Notice a screen of another sharpness."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self.screen_changed.emit()
        return super().event(event)


def _dropped_files(event: QDropEvent) -> list[Path]:
    """Return those of the dragged addresses that are files and folders here."""
    urls = event.mimeData().urls()
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
