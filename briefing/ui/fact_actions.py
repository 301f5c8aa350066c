"""The rows of the table of actions that are of facts."""

from briefing.ui.action_spec import ActionSpec

FACTS = "facts"

FACT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("facts.search", "Search the facts", "Ctrl+F", "search", FACTS, more_keys=("/",)),
    ActionSpec("facts.next", "Next fact", "J", "arrow-down", FACTS),
    ActionSpec("facts.previous", "Previous fact", "K", "arrow-up", FACTS),
    ActionSpec("facts.edit", "Edit the fact…", "E", "pencil", FACTS, words="statement value"),
    ActionSpec(
        "facts.edit_many", "Edit the selected facts…", "Shift+E", "list-checks", FACTS, words="bulk"
    ),
    ActionSpec("facts.supersede", "Supersede…", "S", "replace", FACTS, words="newer replace"),
    ActionSpec("facts.dispute", "Dispute…", "D", "scale", FACTS, words="status"),
    ActionSpec("facts.retract", "Retract…", "X", "ban", FACTS, words="status withdraw"),
    ActionSpec("facts.reinstate", "Reinstate…", "R", "check", FACTS, words="status current"),
    ActionSpec(
        "facts.touched",
        "Sentences that rest on it…",
        "W",
        "file-text",
        FACTS,
        short="Show",
        words="memos ripple",
    ),
    ActionSpec("facts.open", "Open the quote in its article", "O", "book-open", FACTS),
    ActionSpec("facts.quote", "Cite in memo", "Q", "corner-down-right", FACTS),
    ActionSpec("facts.copy_link", "Copy the citation", "Ctrl+Shift+C", "copy", FACTS),
    ActionSpec(
        "facts.conflicts",
        "Facts that conflict",
        "Ctrl+Shift+X",
        "git-compare",
        short="Show",
        words="contradict",
    ),
    ActionSpec("facts.not_same", "Not the same thing…", "N", "split", FACTS, words="conflict"),
    ActionSpec("facts.all", "Back to the list of facts", "B", "arrow-left", FACTS),
    ActionSpec("facts.cards", "Show as cards", "V", "list", FACTS, is_switch=True),
    ActionSpec("facts.select_all", "Select all found", "Ctrl+A", "list-checks", FACTS),
    ActionSpec(
        "facts.export",
        "Export facts…",
        "Ctrl+Shift+E",
        "file-down",
        FACTS,
        short="Export",
        words="csv json table",
    ),
    ActionSpec("facts.undo", "Undo", "U", "undo-2", FACTS),
    ActionSpec("facts.remove", "Remove the facts", "Del", "trash-2", FACTS, words="delete"),
)
