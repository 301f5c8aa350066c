"""The rows of the table of actions for the timeline."""

from briefing.ui.action_spec import ActionSpec

TIMELINE = "timeline"

TIMELINE_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("timeline.search", "Search the timeline", "Ctrl+F", "search", TIMELINE),
    ActionSpec("timeline.facts", "Show facts", "F", "quote", TIMELINE, is_switch=True),
    ActionSpec("timeline.articles", "Show articles", "A", "newspaper", TIMELINE, is_switch=True),
    ActionSpec("timeline.zoom_in", "Zoom in", "+", "zoom-in", TIMELINE, more_keys=("=",)),
    ActionSpec("timeline.zoom_out", "Zoom out", "-", "zoom-out", TIMELINE),
    ActionSpec("timeline.fit", "Fit all into view", "0", "maximize-2", TIMELINE, words="whole"),
    ActionSpec(
        "timeline.insert",
        "Put into memo",
        "Ctrl+Return",
        "corner-down-right",
        TIMELINE,
        words="block",
    ),
    ActionSpec(
        "timeline.save_picture", "Save as picture…", "Ctrl+S", "image", TIMELINE, words="svg png"
    ),
)
