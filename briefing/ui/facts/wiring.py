"""Joins the panes of the facts to the services, and the window's wishes to the panes."""

from briefing.services.fact_listing import FactListing
from briefing.services.fact_reading import FactReading
from briefing.ui.context import WindowContext
from briefing.ui.facts.detail_flow import DetailFlow
from briefing.ui.facts.fact_detail_pane import FactDetailPane
from briefing.ui.facts.fact_flow import FactFlow
from briefing.ui.facts.fact_list_pane import FactListPane
from briefing.ui.facts.facts_workspace import FactsWorkspace
from briefing.ui.facts.standing_flow import StandingFlow


def build_facts(context: WindowContext) -> FactsWorkspace:
    """Build the facts workspace; the window owns it from then on."""
    listing = FactListing(context.desk.library)
    reading = FactReading(context.desk.library)
    found = FactListPane(context.theme, context.actions)
    detail = FactDetailPane(context.theme, context.actions)
    flow = FactFlow(context, listing, found)
    opening = DetailFlow(context, reading, detail)
    StandingFlow(context, found)
    workspace = FactsWorkspace(found, detail, flow)
    found.current_changed.connect(opening.open)
    found.opened.connect(context.navigator.open_fact)
    for hear in (flow.hear, opening.hear):
        context.bulletin.changed.connect(hear)
    return workspace
