"""The rows of the table of actions that help with writing a memo: lists, tables, spelling."""

from briefing.ui.action_spec import ActionSpec

MEMOS = "memos"

WRITING_ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("memo.tasks", "Task list", "Ctrl+Shift+6", "list-checks", MEMOS, words="to do box"),
    ActionSpec("memo.tick", "Tick the task", "Ctrl+Alt+X", "square-check", MEMOS, words="done"),
    ActionSpec("memo.table", "Insert a table", "Ctrl+Alt+T", "table", MEMOS),
    ActionSpec("memo.row_above", "Row above", "Ctrl+Alt+Up", "table", MEMOS, words="table"),
    ActionSpec("memo.row_below", "Row below", "Ctrl+Alt+Down", "table", MEMOS, words="table"),
    ActionSpec(
        "memo.delete_row", "Delete the row", "Ctrl+Alt+Backspace", "table", MEMOS, words="table"
    ),
    ActionSpec("memo.column_left", "Column to the left", "Ctrl+Alt+Left", "table", MEMOS),
    ActionSpec("memo.column_right", "Column to the right", "Ctrl+Alt+Right", "table", MEMOS),
    ActionSpec(
        "memo.delete_column", "Delete the column", "Ctrl+Alt+Shift+Backspace", "table", MEMOS
    ),
    ActionSpec(
        "memo.align_column", "Align the column", "Ctrl+Alt+A", "table", MEMOS, words="right centre"
    ),
    ActionSpec("memo.next_misspelling", "Next misspelling", "F7", "type", MEMOS, words="spelling"),
    ActionSpec("memo.spellings", "Other spellings", "Ctrl+.", "type", MEMOS, words="spelling"),
    ActionSpec(
        "memo.language", "Language of spelling…", "Shift+F7", "type", MEMOS, words="dictionary"
    ),
    ActionSpec("memo.own_words", "This library's words…", "", "type", MEMOS, words="spelling"),
    ActionSpec("memo.paste_plain", "Paste without formatting", "Ctrl+Shift+V", "clipboard", MEMOS),
    ActionSpec(
        "memo.picture", "Insert a picture…", "Ctrl+Alt+P", "image", MEMOS, words="image photo map"
    ),
    ActionSpec("memo.footnote", "Footnote", "Ctrl+Alt+F", "text-quote", MEMOS, words="note mark"),
    ActionSpec(
        "memo.citation_style", "Citation style…", "", "at-sign", MEMOS, words="csl apa chicago"
    ),
    ActionSpec("memo.snippets", "Snippets…", "Ctrl+Alt+S", "type", MEMOS, words="abbreviation"),
)
