"""Saved and recent searches: keeping them, running them again, removing them."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QInputDialog, QMenu

from briefing.model.changes import Changes
from briefing.model.saved_search import SavedSearch
from briefing.model.search_page import Total
from briefing.ui.context import WindowContext
from briefing.ui.library.facet_pane import FacetPane
from briefing.ui.library.search_flow import SearchFlow
from briefing.ui.widgets.search_line import SearchLine

_REST = 3_000  # ms: a line that rests so long was meant
_COUNTED = 10_000  # articles of a saved search are counted up to here
_AGAIN = 1_500  # ms after a write, in which more may come


class SavedFlow(QObject):
    """Keeps what is asked often."""

    def __init__(
        self, context: WindowContext, facets: FacetPane, line: SearchLine, searching: SearchFlow
    ) -> None:
        super().__init__(facets)
        self._context = context
        self._facets = facets
        self._searching = searching
        self._line = line
        self._searches: tuple[SavedSearch, ...] | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST)
        self._rest.timeout.connect(self._remember)
        line.line_changed.connect(self._rest.start)
        line.left_downwards.connect(self._remember)
        self._again = QTimer(self, singleShot=True, interval=_AGAIN)
        self._again.timeout.connect(self.show)
        context.bulletin.changed.connect(self._again.start)
        context.actions.handle("library.save_search", self.ask_name)
        context.actions.handle("library.recent", self._read_recent)

    def show(self) -> None:
        """Read the saved searches and show them."""
        saved = self._context.desk.searching.saved
        self._context.tasks.run(saved, self._on_saved_read, key="library.saved")

    def _on_saved_read(self, searches: tuple[SavedSearch, ...]) -> None:
        if searches != self._searches:
            self._searches = searches
            self._facets.show_saved(searches)
        work = partial(self._count, searches)
        self._context.tasks.run(work, self._facets.show_saved_counts, key="library.saved_counts")

    def _count(self, searches: tuple[SavedSearch, ...]) -> dict[str, Total]:
        count = self._context.desk.searching.count
        return {search.name: count(search.query, _COUNTED) for search in searches}

    def run(self, search: SavedSearch) -> None:
        """Search for what was saved."""
        self._context.navigator.search(search.query)

    def ask_name(self) -> None:
        """Ask what to call the search in force, and keep it."""
        line = self._searching.asked
        if not line:
            self._context.messages.info("Search for something first; then it can be saved.")
            return
        name, is_given = QInputDialog.getText(self._facets, "Save this search", "Name", text=line)
        if is_given and name.strip():
            work = partial(self._context.desk.searching.save_search, name.strip(), line)
            self._context.tasks.run(work, partial(self._on_written, "Search saved"))

    def show_menu(self, search: SavedSearch, place: QPoint) -> None:
        """Offer what can be done with a saved search."""
        menu = QMenu(self._facets)
        menu.addAction("Search", partial(self.run, search))
        menu.addAction("Remove", partial(self._remove, search))
        menu.exec(place)
        menu.deleteLater()

    def _remember(self) -> None:
        self._rest.stop()
        line = self._searching.line
        if line:
            work = partial(self._context.desk.searching.remember, line)
            self._context.tasks.run(work, key="library.remember")

    def _read_recent(self) -> None:
        self._context.tasks.run(self._context.desk.searching.recent, self._on_recent_read)

    def _on_recent_read(self, lines: tuple[str, ...]) -> None:
        if not lines:
            self._context.messages.info("Nothing was searched for yet in this library.")
            return
        menu = QMenu(self._line)
        for line in lines:
            menu.addAction(line.replace("&", "&&"), partial(self._line.set_line, line))
        menu.exec(self._line.mapToGlobal(self._line.rect().bottomLeft()))
        menu.deleteLater()

    def _remove(self, search: SavedSearch) -> None:
        work = partial(self._context.desk.searching.remove_saved, search.uid)
        self._context.tasks.run(work, partial(self._on_written, "Saved search removed"))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)
        self.show()
