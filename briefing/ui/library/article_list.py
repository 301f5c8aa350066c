"""The middle pane of the library: the search line, what it found, the list."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.model.article import ArticleRow
from briefing.model.ids import Uid
from briefing.model.search_page import SearchPage
from briefing.ui.library.article_delegate import ArticleDelegate
from briefing.ui.library.article_model import ArticleModel
from briefing.ui.library.elsewhere_row import ElsewhereRow
from briefing.ui.theme import Theme
from briefing.ui.widgets.buttons import TextButton
from briefing.ui.widgets.empty_state import EmptyState
from briefing.ui.widgets.labels import make_label
from briefing.ui.widgets.search_line import SearchLine

SORTS = {
    "auto": "Best first",
    "date": "Newest",
    "relevance": "Relevance",
    "rank": "Rank",
    "added": "Last added",
    "title": "Title",
}

_NARROWEST = 260


class ArticleList(QFrame):
    """Shows pages of hits; tells which article is current and which are selected."""

    current_changed = Signal(str)  # uid, or nothing
    sort_changed = Signal(str)
    menu_requested = Signal(QPoint)

    def __init__(
        self, theme: Theme, import_button: QPushButton, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "background")
        self.setMinimumWidth(theme.px(_NARROWEST))
        self.model = ArticleModel(self)
        self._kept: Uid | None = None
        self._aside: Uid | None = None
        self._whole: tuple[Uid, ...] = ()  # all found, selected though not all are loaded
        self.search_line = SearchLine(theme)
        self.search_line.left_downwards.connect(self.take_focus)
        self._found = make_label("", "small")
        self._problems = make_label("", "warn", is_wrapped=True)
        self._problems.hide()
        self.elsewhere = ElsewhereRow(theme)
        self._sort = self._make_sort()
        self._view = self._make_view(theme)
        self._stack = QStackedWidget()
        clear = TextButton(theme, "Clear the search", icon="x")
        clear.clicked.connect(self._on_clear_clicked)
        self._nothing = EmptyState(
            theme,
            "search-x",
            "Nothing found",
            "No article has all these words and filters.",
            [clear],
        )
        self._empty = EmptyState(
            theme,
            "download",
            "The library is empty",
            "Import files or folders, or drop them here. Nothing leaves this computer.",
            [import_button],
        )
        for page in (self._view, self._nothing, self._empty):
            self._stack.addWidget(page)
        self._lay_out()

    def _make_sort(self) -> QComboBox:
        box = QComboBox()
        box.setProperty("role", "quiet")
        box.setAccessibleName("Sort by")
        for name, text in SORTS.items():
            box.addItem(text, name)
        box.activated.connect(self._on_sort_activated)
        return box

    def _make_view(self, theme: Theme) -> QListView:
        view = QListView()
        view.setModel(self.model)
        view.setItemDelegate(ArticleDelegate(theme, view))
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        # Always there: were it to come and go, the rows would be laid out for another width.
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        # Without it Qt lays the rows out anew only where the height changes, never the width.
        view.setWordWrap(True)
        view.setAccessibleName("Articles")
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._on_view_menu_requested)
        selection = view.selectionModel()
        selection.currentChanged.connect(self._on_view_current_changed)
        selection.selectionChanged.connect(self._on_view_selection_changed)
        theme.changed.connect(view.doItemsLayout)
        return view

    def _lay_out(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(14, 12, 14, 8)
        head.setSpacing(8)
        head.addWidget(self.search_line)
        line = QHBoxLayout()
        line.addWidget(self._found)
        line.addStretch(1)
        line.addWidget(self._sort)
        head.addLayout(line)
        head.addWidget(self.elsewhere)
        head.addWidget(self._problems)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    # showing

    def show_page(self, page: SearchPage, *, is_library_empty: bool) -> None:
        """Show the first page of a search; the article that was current stays so if it is there."""
        self._whole = ()
        wished = [uid for uid in (self._kept, self.current()) if uid]
        self._kept = None
        top = self._view.verticalScrollBar().value()
        self.model.show_page(page)
        self._problems.setText(" ".join(page.problems))
        self._problems.setVisible(bool(page.problems))
        if not page.hits:
            self._stack.setCurrentWidget(self._empty if is_library_empty else self._nothing)
            self.current_changed.emit("")
            return
        self._stack.setCurrentWidget(self._view)
        at = next((row for row in map(self.model.find, wished) if row >= 0), -1)
        if at >= 0:
            self._view.verticalScrollBar().setValue(top)
        if at >= 0 or not self._aside:
            self.go_to(max(at, 0))

    def keep(self, uid: Uid) -> None:
        """Let the next page come up with this article current."""
        self._kept = uid

    def show_found(self, text: str) -> None:
        """Say how many were found, and how fast."""
        self._found.setText(text)

    def set_sort(self, name: str) -> None:
        """Show an order as the chosen one."""
        self._sort.setCurrentIndex(max(self._sort.findData(name), 0))

    # where one is

    def current(self) -> Uid | None:
        """Return the article that the cursor is on, or the one that is open aside."""
        row = self.current_row()
        return row.uid if row else self._aside

    def current_row(self) -> ArticleRow | None:
        """Return what the list shows of the article that the cursor is on."""
        hit = self.model.hit(self._view.currentIndex().row())
        return hit.article if hit else None

    def selected(self) -> tuple[Uid, ...]:
        """Return the selected articles in their order, the current one if none is."""
        if self._whole:
            return self._whole
        rows = sorted(index.row() for index in self._view.selectionModel().selectedIndexes())
        hits = [self.model.hit(row) for row in rows]
        uids = tuple(hit.article.uid for hit in hits if hit)
        current = self.current()
        return uids or ((current,) if current else ())

    def go_to(self, row: int) -> None:
        """Make a row current and see to it that it is seen."""
        if 0 <= row < self.model.rowCount():
            index = self.model.index(row)
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self._view.selectionModel().setCurrentIndex(index, flag)
            self._view.scrollTo(index)

    def step(self, rows: int) -> None:
        """Go on to the next article (1) or back (-1)."""
        at = self._view.currentIndex().row() + rows
        if at >= self.model.rowCount() and self.model.canFetchMore(QModelIndex()):
            self.model.fetchMore(QModelIndex())
        self.go_to(min(max(at, 0), self.model.rowCount() - 1))

    def show_article(self, uid: Uid) -> bool:
        """Make an article current; False where the list does not have it."""
        row = self.model.find(uid)
        self.go_to(row)
        return row >= 0

    def open_aside(self, uid: Uid) -> None:
        """Let the keys mean an article that the list does not have, until one of its own is."""
        self._view.selectionModel().clear()
        self._aside = uid

    def leave_aside(self) -> None:
        """Let the next page come up with an article of its own."""
        self._aside = None

    def select_all(self, uids: tuple[Uid, ...]) -> None:
        """Select all that was found, also what is not loaded yet, until another is selected."""
        self._view.selectAll()
        self._whole = uids

    def menu_place(self) -> QPoint:
        """Return where a menu for the current article opens, on the screen."""
        box = self._view.visualRect(self._view.currentIndex())
        return self._view.viewport().mapToGlobal(box.bottomLeft() + QPoint(14, -8))

    def take_focus(self) -> None:
        """Let the keys go to the list."""
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._view.currentIndex().row() < 0:
            self.go_to(0)

    def _on_view_current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        hit = self.model.hit(index.row())
        if hit:
            self._aside = None
        self.current_changed.emit(hit.article.uid if hit else "")

    def _on_view_selection_changed(self) -> None:
        self._whole = ()

    def _on_view_menu_requested(self, place: QPoint) -> None:
        self.menu_requested.emit(self._view.viewport().mapToGlobal(place))

    def _on_clear_clicked(self) -> None:
        self.search_line.set_line("")
        self.take_focus()

    def _on_sort_activated(self, at: int) -> None:
        self.sort_changed.emit(self._sort.itemData(at))
