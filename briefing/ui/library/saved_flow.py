"""Saved searches and the tag tree's own menu: naming, running, renaming, removing."""

from functools import partial

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QInputDialog, QMenu

from briefing.model.changes import Changes
from briefing.model.saved_search import SavedSearch
from briefing.ui.context import WindowContext
from briefing.ui.library.facet_pane import FacetPane
from briefing.ui.library.search_flow import SearchFlow


class SavedFlow(QObject):
    """Keeps what is asked often."""

    def __init__(self, context: WindowContext, facets: FacetPane, searching: SearchFlow) -> None:
        super().__init__(facets)
        self._context = context
        self._facets = facets
        self._searching = searching
        context.actions.handle("library.save_search", self.ask_name)
        context.actions.handle("library.rename_tag", self._ask_tag)

    def show(self) -> None:
        """Read the saved searches and show them."""
        self._context.tasks.run(
            self._context.desk.searching.saved, self._facets.show_saved, key="library.saved"
        )

    def run(self, search: SavedSearch) -> None:
        """Search for what was saved."""
        self._context.navigator.search(search.query)

    def ask_name(self) -> None:
        """Ask what to call the search in force, and keep it."""
        line = self._searching.line
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

    def show_tag_menu(self, tag: str, place: QPoint) -> None:
        """Offer what can be done with a tag."""
        menu = QMenu(self._facets)
        menu.addAction("Narrow to this tag", partial(self._searching.toggle_filter, "tag", tag))
        menu.addAction("Rename or move…", partial(self._ask_tag, tag))
        menu.exec(place)
        menu.deleteLater()

    def _ask_tag(self, tag: str = "") -> None:
        if not tag:
            tags = [one.value for one in self._context.desk.searching.tags()]
            if not tags:
                self._context.messages.info("There is no tag yet; press T to tag an article.")
                return
            tag, is_given = QInputDialog.getItem(
                self._facets, "Rename a tag", "Tag", tags, editable=False
            )
            if not is_given:
                return
        name, is_given = QInputDialog.getText(
            self._facets, "Rename or move a tag", "New path; all tags below move with it", text=tag
        )
        if is_given and name.strip() and name.strip() != tag:
            work = partial(self._context.desk.triage.rename_tag, tag, name.strip())
            self._context.tasks.run(work, partial(self._on_written, "Tag renamed"))

    def _remove(self, search: SavedSearch) -> None:
        work = partial(self._context.desk.searching.remove_saved, search.uid)
        self._context.tasks.run(work, partial(self._on_written, "Saved search removed"))

    def _on_written(self, told: str, changes: Changes) -> None:
        self._context.bulletin.post(changes)
        self._context.messages.info(told, undo=True)
        self.show()
