"""The one table of actions: menus, buttons, the palette, the keys and the help come from it.

`workspace` is the room in which an action lives ("" is the whole window). A key is unique in its
room, and no room takes a key of the window. Rows without a handler are shown nowhere.
"""

from briefing.ui.action_spec import ActionSpec
from briefing.ui.argument_actions import ARGUMENT_ACTIONS
from briefing.ui.export_actions import EXPORT_ACTIONS
from briefing.ui.fact_actions import FACT_ACTIONS
from briefing.ui.review_actions import REVIEW_ACTIONS
from briefing.ui.timeline_actions import TIMELINE_ACTIONS
from briefing.ui.writing_actions import WRITING_ACTIONS

LIBRARY = "library"
MEMOS = "memos"


_FILE = (
    ActionSpec("file.new", "New library…", "Ctrl+Shift+N", "file-plus", words="create empty"),
    ActionSpec("file.open", "Open library…", "Ctrl+O", "folder-open"),
    ActionSpec("file.sample", "Open the sample library", "", "book-open", words="example dossier"),
    ActionSpec("file.backup", "Save a copy of the library…", "", "copy", words="backup"),
    ActionSpec("file.check", "Check the library", "", "shield-check", words="integrity repair"),
    ActionSpec("file.close", "Close library", "Ctrl+Shift+W", "x"),
    ActionSpec("file.quit", "Quit", "Ctrl+Q", "log-out", words="exit"),
)

_EDIT = (
    ActionSpec("edit.undo", "Undo", "Ctrl+Z", "undo-2", words="take back"),
    ActionSpec("edit.redo", "Redo", "Ctrl+Shift+Z", "redo-2", more_keys=("Ctrl+Y",)),
)

_VIEW = (
    ActionSpec("view.palette", "Search, open or run anything", "Ctrl+K", "search", words="palette"),
    ActionSpec("view.library", "Go to Library", "Ctrl+1", "library", words="articles"),
    ActionSpec("view.facts", "Go to Facts", "Ctrl+2", "quote", words="evidence"),
    ActionSpec("view.memos", "Go to Memos", "Ctrl+3", "file-text"),
    ActionSpec("view.review", "Go to Review", "Ctrl+4", "message-square-diff", words="word docx"),
    ActionSpec("view.timeline", "Go to Timeline", "Ctrl+5", "calendar-range", words="dates axis"),
    ActionSpec("view.left_pane", "Show or hide the left pane", "F9", "panel-left"),
    ActionSpec("view.right_pane", "Show or hide the right pane", "F10", "panel-right"),
    ActionSpec("view.light", "Light theme", "", "sun", words="looks colour", is_switch=True),
    ActionSpec("view.dark", "Dark theme", "", "moon", words="looks colour night", is_switch=True),
    ActionSpec(
        "view.system_theme",
        "Theme of the system",
        "",
        "sun-moon",
        words="looks colour",
        is_switch=True,
    ),
    ActionSpec("view.larger_text", "Larger text", "Ctrl++", "zoom-in", more_keys=("Ctrl+=",)),
    ActionSpec("view.smaller_text", "Smaller text", "Ctrl+-", "zoom-out"),
    ActionSpec("view.usual_text", "Text at its usual size", "Ctrl+0", "a-large-small"),
    ActionSpec("view.full_screen", "Full screen", "F11", "maximize-2"),
)

_APP = (
    ActionSpec("app.settings", "Settings", "Ctrl+,", "settings", words="preferences options"),
    ActionSpec("app.help", "Keys and help", "F1", "circle-question-mark", words="guide manual"),
    ActionSpec("app.about", "About Briefing", "", "info", words="version licence"),
)

_LIBRARY = (
    ActionSpec(
        "library.import",
        "Import files…",
        "Ctrl+I",
        "download",
        LIBRARY,
        short="Import",
        words="add articles",
    ),
    ActionSpec(
        "library.import_folder",
        "Import a folder…",
        "Ctrl+Shift+I",
        "folder-plus",
        LIBRARY,
        words="add articles",
    ),
    ActionSpec(
        "library.paste",
        "Paste as an article…",
        "Ctrl+Shift+V",
        "clipboard",
        LIBRARY,
        words="add clipboard text address",
    ),
    ActionSpec(
        "library.watch", "Watched folders…", "", "eye", LIBRARY, words="add import by itself"
    ),
    ActionSpec(
        "library.import_report",
        "What the last import did…",
        "",
        "list",
        short="Show",
        words="report of files that failed match columns",
    ),
    ActionSpec(
        "library.search", "Search the articles", "Ctrl+F", "search", LIBRARY, more_keys=("/",)
    ),
    ActionSpec("library.next_hit", "Next word found in the text", "F3", "arrow-down", LIBRARY),
    ActionSpec(
        "library.previous_hit", "Previous word found in the text", "Shift+F3", "arrow-up", LIBRARY
    ),
    ActionSpec("library.save_search", "Save this search…", "Ctrl+D", "bookmark-plus", LIBRARY),
    ActionSpec("library.next", "Next article", "J", "arrow-down", LIBRARY),
    ActionSpec("library.previous", "Previous article", "K", "arrow-up", LIBRARY),
    ActionSpec("library.shortlist", "Shortlist", "S", "star", LIBRARY, words="triage usage"),
    ActionSpec("library.reject", "Reject", "X", "ban", LIBRARY, words="triage usage"),
    ActionSpec(
        "library.candidate", "Back to candidate", "C", "circle-dot", LIBRARY, words="triage"
    ),
    ActionSpec("library.used", "Mark as used", "", "check", LIBRARY, words="triage usage"),
    ActionSpec("library.undo", "Undo", "U", "undo-2", LIBRARY),
    *(
        ActionSpec(f"library.rank_{rank}", f"Rank {rank}", str(rank), "", LIBRARY, words="triage")
        for rank in range(1, 10)
    ),
    ActionSpec("library.no_rank", "Remove the rank", "0", "", LIBRARY, words="triage"),
    ActionSpec("library.tag", "Tag…", "T", "tag", LIBRARY),
    ActionSpec(
        "library.tags", "All tags…", "Ctrl+T", "tags", LIBRARY, words="rename move merge tree"
    ),
    ActionSpec(
        "library.rules", "Tag rules…", "Ctrl+Shift+T", "list-filter", LIBRARY, words="automatic"
    ),
    ActionSpec("library.colour", "Colour…", "L", "flag", LIBRARY, words="label mark"),
    ActionSpec(
        "library.rate", "Rate source and credibility…", "R", "gauge", LIBRARY, words="admiralty"
    ),
    ActionSpec("library.note", "Write a note…", "N", "notebook-pen", LIBRARY),
    ActionSpec("library.edit", "Edit the article's details…", "E", "pencil", LIBRARY),
    ActionSpec("library.capture", "Capture fact", "F", "quote", LIBRARY, words="evidence passage"),
    ActionSpec(
        "library.add_evidence", "Add to a fact…", "Shift+F", "plus", LIBRARY, words="evidence quote"
    ),
    ActionSpec(
        "library.suggest", "Next suggested fact", "G", "sparkles", LIBRARY, words="key suggestions"
    ),
    ActionSpec("library.keep_suggestion", "Keep the suggested fact", "Y", "check", LIBRARY),
    ActionSpec(
        "library.change_suggestion", "Change the suggested fact…", "Shift+Y", "pencil", LIBRARY
    ),
    ActionSpec("library.skip_suggestion", "Skip the suggested fact", "Z", "x", LIBRARY),
    ActionSpec("library.quote", "Quote in memo", "Q", "corner-down-right", LIBRARY),
    ActionSpec(
        "library.used_in", "Show where it is used", "W", "file-text", LIBRARY, words="memos cited"
    ),
    ActionSpec("library.like", "More like this", "M", "sparkles", LIBRARY, words="similar"),
    ActionSpec(
        "library.copies_of", "Show its near-copies", "D", "files", LIBRARY, words="duplicates"
    ),
    ActionSpec(
        "library.copies", "All near-copies…", "", "files", LIBRARY, words="duplicates merge wire"
    ),
    ActionSpec("library.versions", "Earlier versions of the article", "V", "git-compare", LIBRARY),
    ActionSpec("library.recent", "Recent searches", "Ctrl+R", "history", LIBRARY),
    ActionSpec("library.original", "Show the original file", "O", "file-search", LIBRARY),
    ActionSpec("library.copy_link", "Copy the citation", "Ctrl+Shift+C", "copy", LIBRARY),
    ActionSpec("library.select_all", "Select all found", "Ctrl+A", "list-checks", LIBRARY),
    ActionSpec(
        "library.remove", "Remove from the library", "Del", "trash-2", LIBRARY, words="delete"
    ),
)

_MEMOS = (
    ActionSpec("memo.new", "New memo…", "Ctrl+N", "file-plus", short="New memo", words="template"),
    ActionSpec("memo.list", "All memos", "Ctrl+Shift+M", "list", MEMOS),
    ActionSpec(
        "memo.next_tab", "Next open memo", "Ctrl+Tab", "", MEMOS, ("Ctrl+PgDown",), words="tab"
    ),
    ActionSpec(
        "memo.previous_tab",
        "Previous open memo",
        "Ctrl+Shift+Tab",
        "",
        MEMOS,
        ("Ctrl+PgUp",),
        words="tab",
    ),
    ActionSpec("memo.close_tab", "Close the memo's tab", "Ctrl+W", "x", MEMOS),
    ActionSpec("memo.history", "History", "Ctrl+Shift+H", "history", MEMOS, words="versions"),
    ActionSpec("memo.make_version", "Keep a version now", "Ctrl+S", "save", MEMOS, words="save"),
    ActionSpec("memo.mark_sent", "Mark as sent…", "", "mail", MEMOS, words="version recipients"),
    ActionSpec(
        "memo.since_sent",
        "Draft what changed since it was sent",
        "",
        "git-compare",
        MEMOS,
        words="version update",
    ),
    ActionSpec(
        "memo.pages", "Preview", "Ctrl+P", "columns-2", MEMOS, words="pages", is_switch=True
    ),
    ActionSpec("memo.evidence", "Evidence", "Ctrl+E", "panel-right", MEMOS, is_switch=True),
    ActionSpec(
        "memo.split",
        "Second view beside the text",
        "Ctrl+Alt+B",
        "columns-2",
        MEMOS,
        words="split two memos compare",
        is_switch=True,
    ),
    ActionSpec("memo.swap_views", "Write in the other view", "F6", "replace", MEMOS, words="swap"),
    ActionSpec(
        "memo.next_pane", "Next pane", "Shift+F6", "panel-right", MEMOS, words="outline evidence"
    ),
    ActionSpec(
        "memo.focus",
        "Focus on the text",
        "Shift+F11",
        "target",
        MEMOS,
        words="zen distraction",
        is_switch=True,
    ),
    *EXPORT_ACTIONS,
    ActionSpec("memo.find", "Find in the memo", "Ctrl+F", "search", MEMOS),
    ActionSpec("memo.find_next", "Find next", "F3", "arrow-down", MEMOS),
    ActionSpec("memo.find_previous", "Find previous", "Shift+F3", "arrow-up", MEMOS),
    ActionSpec("memo.replace", "Find and replace", "Ctrl+H", "replace", MEMOS),
    ActionSpec("memo.find_all", "Find in all memos", "Ctrl+Shift+F", "file-search", MEMOS),
    ActionSpec("memo.bold", "Bold", "Ctrl+B", "bold", MEMOS),
    ActionSpec("memo.italic", "Italic", "Ctrl+I", "italic", MEMOS),
    ActionSpec("memo.link", "Link", "Ctrl+L", "link", MEMOS),
    ActionSpec("memo.heading", "Heading", "Ctrl+Alt+2", "heading-2", MEMOS),
    ActionSpec("memo.list_items", "Bulleted list", "Ctrl+Shift+8", "list", MEMOS),
    ActionSpec("memo.numbered", "Numbered list", "Ctrl+Shift+7", "list-ordered", MEMOS),
    ActionSpec("memo.block_quote", "Block quote", "Ctrl+Shift+9", "text-quote", MEMOS),
    ActionSpec("memo.cite", "Cite an article or fact…", "Ctrl+Shift+A", "at-sign", MEMOS),
    ActionSpec("memo.follow", "Open the source at the cursor", "Ctrl+Return", "book-open", MEMOS),
    ActionSpec("memo.update_sentence", "Update the sentence…", "Ctrl+U", "refresh-cw", MEMOS),
    ActionSpec("memo.insert_facts", "Insert a block of facts", "", "list-filter", MEMOS),
    ActionSpec("memo.insert_timeline", "Insert a timeline", "", "calendar-range", MEMOS),
    ActionSpec("memo.insert_sources", "Insert the list of sources", "", "book-marked", MEMOS),
    ActionSpec("memo.insert_source_summary", "Insert a source summary", "", "book-marked", MEMOS),
    ActionSpec("memo.draft_source_summary", "Draft a source summary", "", "pencil", MEMOS),
    ActionSpec("memo.next_finding", "Next check", "F8", "triangle-alert", MEMOS),
    ActionSpec("memo.last_finding", "Previous check", "Shift+F8", "triangle-alert", MEMOS),
    ActionSpec("memo.dismiss_finding", "Dismiss the check…", "Ctrl+Shift+D", "x", MEMOS),
    ActionSpec(
        "memo.fields", "Edit the memo's fields…", "F2", "pencil", MEMOS, words="to from date"
    ),
    ActionSpec("memo.rename", "Rename the memo…", "", "pencil", MEMOS),
    ActionSpec("memo.duplicate", "Duplicate the memo", "", "copy", MEMOS),
    ActionSpec("memo.remove", "Remove the memo", "", "trash-2", MEMOS, words="delete"),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *_FILE,
    *_EDIT,
    *_VIEW,
    *_APP,
    *_LIBRARY,
    *FACT_ACTIONS,
    *_MEMOS,
    *ARGUMENT_ACTIONS,
    *WRITING_ACTIONS,
    *REVIEW_ACTIONS,
    *TIMELINE_ACTIONS,
)
