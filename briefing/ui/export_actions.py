"""The rows of the table of actions by which memos leave, are released, and come in."""

from briefing.ui.action_spec import ActionSpec

MEMOS = "memos"

EXPORT_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec(
        "memo.export",
        "Export…",
        "Ctrl+Shift+E",
        "file-down",
        MEMOS,
        short="Export",
        words="word docx pdf html text save as send redline",
        beside=(
            "memo.export_word",
            "memo.export_pdf",
            "memo.export_markdown",
            "memo.release",
            "review.open",
        ),
    ),
    ActionSpec("memo.export_word", "Export Word…", "", "file-down", MEMOS, words="docx"),
    ActionSpec("memo.export_markdown", "Export Markdown…", "", "file-down", MEMOS, words="pandoc"),
    ActionSpec("memo.export_pdf", "Export PDF…", "", "printer", MEMOS, words="print pages"),
    ActionSpec(
        "memo.same_facts",
        "New memos from the same facts…",
        "",
        "file-plus",
        MEMOS,
        words="situation report talking points template",
    ),
    ActionSpec("memo.import", "Import a memo…", "", "file-plus", MEMOS, words="markdown read back"),
    ActionSpec("memo.release", "Release as final…", "", "shield-check", MEMOS, words="sign off"),
    ActionSpec("memo.releases", "Release log", "", "shield-check", MEMOS, words="final sent hash"),
    ActionSpec("memo.show_folder", "Show folder", "", "folder-open", MEMOS, words="exported file"),
)
