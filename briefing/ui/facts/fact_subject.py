"""Which fact the keys are for: the one in the list, or the chosen side of a conflict."""

from briefing.model.fact import Fact, FactStatus
from briefing.ui.actions import ActionSet
from briefing.ui.facts.conflict_pane import ConflictPane
from briefing.ui.facts.fact_list_pane import FactListPane

_OF_ONE = (
    "facts.edit", "facts.open", "facts.quote", "facts.copy_link", "facts.touched",
)  # fmt: skip


class FactSubject:
    """Asked by whoever changes the standing of a fact."""

    def __init__(self, found: FactListPane, conflicts: ConflictPane, actions: ActionSet) -> None:
        self._list = found
        self._conflicts = conflicts
        self._actions = actions

    @property
    def is_in_conflicts(self) -> bool:
        """Tell whether the conflicts are in front."""
        return self._conflicts.isVisible()

    def fact(self) -> Fact | None:
        """Return the fact that the keys are for."""
        if self.is_in_conflicts:
            return self._conflicts.chosen()
        row = self._list.current_row()
        return row.fact if row else None

    def rival(self) -> Fact | None:
        """Return the other fact of a conflict, which the first would supersede."""
        return self._conflicts.other() if self.is_in_conflicts else None

    def switch_actions(self) -> None:
        """Switch on what can be done with the fact."""
        fact = self.fact()
        switch = self._actions.set_enabled
        in_list = fact is not None and not self.is_in_conflicts
        for name in _OF_ONE:
            switch(name, enabled=in_list or (fact is not None and name != "facts.edit"))
        many = in_list and len(self._list.selected()) > 1
        stands = fact is not None and fact.status in (FactStatus.CURRENT, FactStatus.DISPUTED)
        switch("facts.supersede", enabled=stands)
        is_current = fact is not None and fact.status is FactStatus.CURRENT
        switch("facts.dispute", enabled=is_current or many)
        switch("facts.retract", enabled=stands or many)
        switch("facts.reinstate", enabled=many or (fact is not None and not is_current))
        for name in ("facts.edit_many", "facts.remove", "facts.select_all"):
            switch(name, enabled=in_list)
        switch("facts.all", enabled=self.is_in_conflicts)
        switch("facts.not_same", enabled=self.is_in_conflicts and fact is not None)
