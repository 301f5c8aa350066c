"""The rows of the table of actions for reviewing what came back from Word."""

from briefing.ui.action_spec import ActionSpec

REVIEW = "review"

REVIEW_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "review.open",
        "Review a returned file…",
        "Ctrl+Alt+R",
        "file-search",
        words="word docx tracked changes comments",
    ),
    ActionSpec("review.list", "All reviews", "Ctrl+Shift+M", "list", REVIEW),
    ActionSpec(
        "review.add_file",
        "Add another reviewer's file…",
        "Ctrl+I",
        "file-plus",
        REVIEW,
        words="word docx",
    ),
    ActionSpec("review.accept", "Accept", "A", "check", REVIEW, words="take theirs"),
    ActionSpec("review.reject", "Reject", "R", "x", REVIEW, words="keep mine"),
    ActionSpec("review.edit", "Take with other words…", "E", "pencil", REVIEW, words="edit"),
    ActionSpec(
        "review.accept_other",
        "Take the second reviewer's words",
        "2",
        "check",
        REVIEW,
        words="conflict",
    ),
    ActionSpec("review.keep_both", "Keep both versions", "B", "", REVIEW, words="conflict"),
    ActionSpec(
        "review.keep_citation", "Accept, but keep the citation", "K", "link", REVIEW, words="source"
    ),
    ActionSpec("review.next", "Next change or comment", "N", "arrow-down", REVIEW),
    ActionSpec("review.previous", "Previous change or comment", "P", "arrow-up", REVIEW),
    ActionSpec("review.take_back", "Take the decision back", "U", "undo-2", REVIEW, words="undo"),
    ActionSpec("review.evidence", "Find evidence", "F", "quote", REVIEW, words="facts sources"),
    ActionSpec("review.quote", "Show the quote", "Q", "text-quote", REVIEW, words="source flag"),
    ActionSpec("review.answer", "Answer the comment…", "W", "message-square-plus", REVIEW),
    ActionSpec("review.resolve", "Resolve the comment", "S", "check", REVIEW, words="done"),
    ActionSpec("review.make_task", "Make a task of the comment…", "T", "list-checks", REVIEW),
    ActionSpec("review.copy", "Copy the words", "Ctrl+Shift+C", "copy", REVIEW),
    ActionSpec("review.go_to_memo", "Go to the memo", "G", "file-text", REVIEW, words="place"),
    ActionSpec(
        "review.only_author", "Show only this reviewer's", "O", "user", REVIEW, is_switch=True
    ),
    ActionSpec(
        "review.only_open", "Show only what is open", "Shift+O", "filter", REVIEW, is_switch=True
    ),
    ActionSpec(
        "review.accept_author",
        "Accept all of this reviewer",
        "Shift+A",
        "check-check",
        REVIEW,
        beside=(
            "review.accept_section",
            "review.accept_all",
            "review.reject_author",
            "review.reject_section",
            "review.reject_all",
        ),
    ),
    ActionSpec("review.accept_section", "Accept all in this place", "", "check-check", REVIEW),
    ActionSpec("review.accept_all", "Accept all that is open", "", "check-check", REVIEW),
    ActionSpec("review.reject_author", "Reject all of this reviewer", "", "x", REVIEW),
    ActionSpec("review.reject_section", "Reject all in this place", "", "x", REVIEW),
    ActionSpec("review.reject_all", "Reject all that is open", "", "x", REVIEW),
    ActionSpec(
        "review.apply",
        "Apply to the memo",
        "Ctrl+Return",
        "merge",
        REVIEW,
        words="write version",
        beside=("review.send_back", "review.add_file", "review.go_to_memo", "review.close"),
    ),
    ActionSpec(
        "review.send_back",
        "Send back with answers…",
        "Ctrl+Shift+E",
        "mail",
        REVIEW,
        words="export word redline comments threads reply",
    ),
    ActionSpec("review.close", "Close the review", "Ctrl+W", "x", REVIEW, words="put away"),
)
