"""The facts as a workspace: the list and the chosen fact, or the conflicts in their place."""

from collections.abc import Mapping
from typing import Any, Literal, cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from briefing.model.ids import Uid
from briefing.services.fact_listing import FactSort
from briefing.ui.facts.conflict_flow import ConflictFlow
from briefing.ui.facts.conflict_pane import ConflictPane
from briefing.ui.facts.fact_detail_pane import FactDetailPane
from briefing.ui.facts.fact_flow import FactFlow
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.widgets.pane_splitter import PaneSplitter
from briefing.ui.workspace import Status, Workspace


class FactsWorkspace(Workspace):
    """List and detail; looked up when it is first entered."""

    name = "facts"
    primary_actions = ("facts.export", "facts.supersede")

    front_changed = Signal()  # list or conflicts

    def __init__(
        self,
        found: FactListPane,
        detail: FactDetailPane,
        conflicts: ConflictPane,
        flow: FactFlow,
        settling: ConflictFlow,
    ) -> None:
        super().__init__()
        self._list = found
        self._conflicts = conflicts
        self._flow = flow
        self._settling = settling
        self._panes = PaneSplitter()
        self._panes.add_pane("list", found, 830, stretch=3)
        self._panes.add_pane("right", detail, 550, stretch=2)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._panes)
        self._pages.addWidget(conflicts)
        flow.counted.connect(self._on_counted)
        detail.conflict_requested.connect(self.show_pair)

    @property
    def widget(self) -> QWidget:
        return self._pages

    def activate(self) -> None:
        if self._front() is self._conflicts:
            self._settling.find()
        elif self._flow.is_stale:
            self._flow.search()
        self._front().take_focus()

    def open(self, uid: Uid, **place: int) -> None:
        """Show a fact, whatever the list was searched for."""
        del place
        self.show_list()
        at = self._list.model.find(uid)
        if at >= 0:
            self._list.go_to(at)
            return
        self._list.keep(uid)
        if self._flow.line:
            self._list.search_line.set_line("")
        else:
            self._flow.search()

    def show_list(self) -> None:
        """Come back from the conflicts."""
        self._pages.setCurrentWidget(self._panes)
        if self._flow.is_stale:
            self._flow.search()
        self._list.take_focus()
        self.front_changed.emit()

    def show_conflicts(self) -> None:
        """Show all conflicts in place of the list."""
        self._pages.setCurrentWidget(self._conflicts)
        self._conflicts.forget()
        self._settling.find()
        self._conflicts.take_focus()
        self.front_changed.emit()

    def show_pair(self, first: str, second: str) -> None:
        """Show two facts that contradict one another side by side."""
        self.show_conflicts()
        self._settling.show_pair(first, second)

    def step(self, rows: int) -> None:
        """Go on to the next fact or conflict (1), or back (-1)."""
        self._front().step(rows)

    def _front(self) -> FactListPane | ConflictPane:
        is_list = self._pages.currentWidget() is self._panes
        return self._list if is_list else self._conflicts

    def search_for(self, line: str) -> None:
        """Show what a query line finds."""
        self._list.search_line.set_line(line)

    def toggle_pane(self, side: Literal["left", "right"]) -> None:
        """Hide or show the detail."""
        if side == "right":
            self._panes.toggle_pane(side)

    def state(self) -> dict[str, object]:
        return {
            "panes": self._panes.state(),
            "pairs": self._conflicts.panes.state(),
            "line": self._flow.line,
            "sort": self._flow.sort.value,
            "falls": self._flow.is_descending,
            "cards": self._flow.has_cards,
            "columns": self._list.table.widths(),
            "fact": self._list.current() or "",
        }

    def restore(self, state: Mapping[str, Any]) -> None:
        columns = state.get("columns")
        for name, splitter in (("panes", self._panes), ("pairs", self._conflicts.panes)):
            panes = state.get(name)
            if isinstance(panes, dict):
                splitter.restore(cast("dict[str, Any]", panes))
        if isinstance(columns, dict):
            self._list.table.set_widths(cast("dict[str, Any]", columns))
        self._flow.set_cards(shown=bool(state.get("cards")))
        if state.get("fact"):
            self._list.keep(Uid(str(state["fact"])))
        line = str(state.get("line") or "")
        sort = state.get("sort")
        if sort in set(FactSort):
            self._flow.set_sort(FactSort(str(sort)), bool(state.get("falls")))
        if line:
            self._list.search_line.set_line(line)

    def _on_counted(self, found: int, total: int) -> None:
        self.set_status(Status(right=f"{found:,} of {total:,} facts"))
