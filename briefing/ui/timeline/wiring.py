"""Joins the timeline's pane to the services."""

from briefing.ui.context import WindowContext
from briefing.ui.timeline.timeline_flow import TimelineFlow
from briefing.ui.timeline.timeline_pane import TimelinePane
from briefing.ui.timeline.timeline_workspace import TimelineWorkspace


def build_timeline(context: WindowContext) -> TimelineWorkspace:
    """Build the timeline workspace; the window owns it from then on."""
    pane = TimelinePane(context.theme, context.actions)
    flow = TimelineFlow(context, pane)
    context.bulletin.changed.connect(flow.hear)
    return TimelineWorkspace(pane, flow)
