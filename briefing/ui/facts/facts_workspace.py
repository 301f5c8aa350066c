"""The facts as a workspace: the list and the chosen fact, or the conflicts in their place."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing.model.ids import Uid
from briefing.services.fact_listing import FactSort
from briefing.ui.facts.fact_detail_pane import FactDetailPane
from briefing.ui.facts.fact_flow import FactFlow
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.widgets.pane_splitter import PaneSplitter
from briefing.ui.workspace import Status, Workspace


class FactsWorkspace(Workspace):
    """List and detail; looked up when it is first entered."""

    name = "facts"
    title = "Facts"
    icon = "quote"
    primary_actions = ("facts.export", "facts.supersede")

    def __init__(self, found: FactListPane, detail: FactDetailPane, flow: FactFlow) -> None:
        super().__init__()
        self._list = found
        self._flow = flow
        self._panes = PaneSplitter()
        self._panes.add_pane("list", found, 830, stretch=1)
        self._panes.add_pane("right", detail, 550)
        self.pages = QStackedWidget()
        self.pages.addWidget(self._panes)
        self._is_filled = False
        flow.counted.connect(self._on_counted)

    @property
    def widget(self) -> QWidget:
        return self.pages

    def activate(self) -> None:
        if not self._is_filled:
            self._is_filled = True
            self._flow.search()
        self._list.take_focus()

    def open(self, uid: Uid, **place: int) -> None:
        """Show a fact, whatever the list was searched for."""
        del place
        self.show_list()
        at = self._list.model.find(uid)
        if at >= 0:
            self._list.go_to(at)
            return
        self._list.keep(uid)
        self._is_filled = True
        if self._flow.line:
            self._list.search_line.set_line("")
        else:
            self._flow.search()

    def show_list(self) -> None:
        """Come back from the conflicts."""
        self.pages.setCurrentIndex(0)
        self._list.take_focus()

    def search_for(self, line: str) -> None:
        """Show what a query line finds."""
        self._is_filled = True
        self._list.search_line.set_line(line)

    def toggle_pane(self, side: Literal["left", "right"]) -> None:
        """Hide or show the detail."""
        if side == "right":
            self._panes.toggle_pane(side)

    def state(self) -> dict[str, object]:
        return {
            "panes": self._panes.state(),
            "line": self._flow.line,
            "sort": self._flow.sort.value,
            "falls": self._flow.is_descending,
            "cards": self._flow.has_cards,
            "columns": self._list.table.widths(),
            "fact": self._list.current() or "",
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        panes, columns = state.get("panes"), state.get("columns")
        if isinstance(panes, dict):
            self._panes.restore(cast("dict[str, Any]", panes))
        if isinstance(columns, dict):
            self._list.table.set_widths(cast("dict[str, Any]", columns))
        self._flow.set_cards(shown=bool(state.get("cards")))
        if state.get("fact"):
            self._list.keep(Uid(str(state["fact"])))
        line = str(state.get("line") or "")
        sort = state.get("sort")
        if sort in set(FactSort):
            self._is_filled = True
            self._flow.set_sort(FactSort(str(sort)), bool(state.get("falls")))
        if line:
            self._list.search_line.set_line(line)

    def _on_counted(self, found: int, total: int) -> None:
        self.set_status(Status(right=f"{found:,} of {total:,} facts"))
