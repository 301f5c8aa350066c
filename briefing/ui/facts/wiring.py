"""Joins the panes of the facts to the services, and the window's wishes to the panes."""

from functools import partial

from briefing.services.fact_listing import FactListing
from briefing.services.fact_reading import FactReading
from briefing.ui.context import WindowContext
from briefing.ui.facts.bulk_flow import BulkFlow
from briefing.ui.facts.conflict_flow import ConflictFlow
from briefing.ui.facts.conflict_pane import ConflictPane
from briefing.ui.facts.detail_flow import DetailFlow
from briefing.ui.facts.fact_detail_pane import FactDetailPane
from briefing.ui.facts.fact_flow import FactFlow
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.facts.fact_subject import FactSubject
from briefing.ui.facts.facts_workspace import FactsWorkspace
from briefing.ui.facts.ripple_flow import RippleFlow
from briefing.ui.facts.standing_flow import StandingFlow
from briefing.ui.facts.supersede_flow import SupersedeFlow


def build_facts(context: WindowContext) -> FactsWorkspace:
    """Build the facts workspace; the window owns it from then on."""
    theme, actions = context.theme, context.actions
    listing = FactListing(context.desk.library)
    reading = FactReading(context.desk.library)
    found = FactListPane(theme, actions)
    detail = FactDetailPane(theme, actions)
    conflicts = ConflictPane(theme, actions)
    flow = FactFlow(context, listing, found)
    opening = DetailFlow(context, reading, detail)
    settling = ConflictFlow(context, reading, conflicts)
    subject = FactSubject(found, conflicts, actions)
    ripple = RippleFlow(context, subject, found)
    BulkFlow(context, listing, found)
    StandingFlow(context, found, subject, ripple)
    SupersedeFlow(context, found, subject, ripple)
    workspace = FactsWorkspace(found, detail, conflicts, flow, settling)

    actions.handle("facts.next", partial(workspace.step, 1))
    actions.handle("facts.previous", partial(workspace.step, -1))
    actions.handle("facts.conflicts", partial(_show_conflicts, context, workspace))
    actions.handle("facts.all", workspace.show_list)
    found.current_changed.connect(opening.open)
    found.opened.connect(context.navigator.open_fact)
    for changed in (
        opening.shown,
        conflicts.side_changed,
        found.selection_changed,
        workspace.front_changed,
    ):
        changed.connect(subject.switch_actions)
    for hear in (flow.hear, settling.hear):
        context.bulletin.changed.connect(hear)
    subject.switch_actions()
    return workspace


def _show_conflicts(context: WindowContext, workspace: FactsWorkspace) -> None:
    """Show the conflicts, from whichever room they are asked for."""
    context.navigator.workspace_requested.emit(workspace.name)
    workspace.show_conflicts()
