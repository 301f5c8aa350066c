"""The rows of the table of actions that weigh evidence and mark portions of a memo."""

from briefing.ui.action_spec import ActionSpec

_MEMOS = "memos"

ARGUMENT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "memo.options_grid",
        "Options grid…",
        "Ctrl+Alt+O",
        "table",
        _MEMOS,
        words="evidence weigh matrix choices",
    ),
    ActionSpec(
        "memo.hypotheses",
        "Hypotheses matrix…",
        "Ctrl+Alt+H",
        "scale",
        _MEMOS,
        words="ach competing evidence consistent",
    ),
    ActionSpec(
        "memo.mark_portion",
        "Mark the paragraph…",
        "Ctrl+Alt+M",
        "shield-check",
        _MEMOS,
        words="portion marking classification tlp",
    ),
    ActionSpec(
        "memo.banner",
        "Set the marking to the highest mark",
        "",
        "shield-check",
        _MEMOS,
        words="banner classification portion",
        short="Set the marking",
    ),
    ActionSpec(
        "memo.templates",
        "Templates…",
        "",
        "files",
        _MEMOS,
        short="Templates",
        words="sections fields guidance copy",
    ),
)
