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
)
