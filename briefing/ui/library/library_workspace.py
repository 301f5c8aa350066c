"""The library as a workspace: its panes side by side, and what the window asks of it."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from PySide6.QtWidgets import QWidget

from briefing.model.ids import Uid
from briefing.ui.collecting.import_flow import ImportFlow
from briefing.ui.library.article_list import ArticleList
from briefing.ui.library.facet_pane import FacetPane
from briefing.ui.library.reader_flow import ReaderFlow
from briefing.ui.library.reader_pane import ReaderPane
from briefing.ui.library.search_flow import SearchFlow
from briefing.ui.widgets.pane_splitter import PaneSplitter
from briefing.ui.workspace import Workspace


class LibraryWorkspace(Workspace):
    """Facets, list, reader."""

    name = "library"
    primary_actions = ("library.import", "memo.new")

    def __init__(
        self,
        facets: FacetPane,
        found: ArticleList,
        reader: ReaderPane,
        searching: SearchFlow,
        reading: ReaderFlow,
        importing: ImportFlow,
    ) -> None:
        super().__init__()
        self._list = found
        self._reader = reader
        self._searching = searching
        self._reading = reading
        self._importing = importing
        self._panes = PaneSplitter()
        self._panes.add_pane("left", facets, 232)
        self._panes.add_pane("list", found, 432)
        self._panes.add_pane("right", reader, 720, stretch=1)
        self._pending: tuple[Uid, tuple[int, int] | Uid | None] | None = None
        self._is_filled = False
        found.current_changed.connect(self._on_list_current_changed)

    @property
    def widget(self) -> QWidget:
        return self._panes

    def activate(self) -> None:
        if not self._is_filled:
            self._is_filled = True
            self._searching.search()
        self._list.take_focus()

    def open(self, uid: Uid, **place: int) -> None:
        """Show an article, at `start` and `end` where they are given."""
        start, end = place.get("start", -1), place.get("end", -1)
        self.show_article(uid, (start, end) if 0 <= start < end else None)

    def show_article(self, uid: Uid, passage: tuple[int, int] | Uid | None = None) -> None:
        """Show an article whether or not the list has it, at a passage or a fact."""
        self._pending = (uid, passage)
        if not self._list.show_article(uid):
            self._list.open_aside(uid)
        self._pending = None
        self._reading.open(uid, passage)
        self._reader.take_focus()

    def take_files(self, names: list[str]) -> None:
        self._importing.take(names)

    def search_for(self, line: str) -> None:
        """Search for a line that is whole."""
        self._list.search_line.set_line(f"{line} ")

    def toggle_pane(self, side: Literal["left", "right"]) -> None:
        """Hide or show the left or right pane."""
        self._panes.toggle_pane(side)

    def state(self) -> dict[str, object]:
        return {
            "panes": self._panes.state(),
            "line": self._searching.line,
            "sort": self._searching.sort,
            "article": self._list.current() or "",
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        panes = state.get("panes")
        if isinstance(panes, dict):
            self._panes.restore(cast("dict[str, Any]", panes))
        self._searching.set_sort(str(state.get("sort") or "auto"))
        line, article = str(state.get("line") or ""), str(state.get("article") or "")
        if article:
            self._list.keep(Uid(article))
        if line:
            self._is_filled = True
            self._list.search_line.set_line(line)

    def _on_list_current_changed(self, uid: str) -> None:
        if self._pending is None:
            self._reading.open(Uid(uid))
