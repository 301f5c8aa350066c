"""The table of commands: each one's name, where it stands, and its line in the list of all.

In the order of the work, as `briefing --help` lists them.
"""

from briefing.commands.lazy_group import LazyCommand

COMMAND_TABLE = (
    LazyCommand(
        "new",
        "briefing.commands.library_commands:new_library",
        "Make an empty library: one file that holds everything.",
    ),
    LazyCommand(
        "import",
        "briefing.commands.import_command:import_files",
        "Import files, and all files in folders, as articles.",
    ),
    LazyCommand(
        "list",
        "briefing.commands.article_commands:list_articles",
        "List all articles, the newest first.",
    ),
    LazyCommand(
        "search",
        "briefing.commands.search_commands:search",
        "Search articles, facts or memos.",
    ),
    LazyCommand(
        "facets",
        "briefing.commands.search_commands:facets",
        "Count what a search finds, all or its newest, by usage, tag, publisher and month.",
    ),
    LazyCommand(
        "show",
        "briefing.commands.article_commands:show_article",
        "Show one article: its fields and its text, or one of them.",
    ),
    LazyCommand(
        "triage",
        "briefing.commands.triage_commands:triage_articles",
        "Say of articles how far they have come, their rank, rating, note and colour.",
    ),
    LazyCommand(
        "tag",
        "briefing.commands.tag_commands:tag_group",
        "Tag articles.",
    ),
    LazyCommand(
        "rules",
        "briefing.commands.rules_commands:rules_group",
        "Keep tag rules: articles that match a query get a tag.",
    ),
    LazyCommand(
        "dedupe",
        "briefing.commands.dedupe_command:dedupe",
        "Find near-copies: wire copies, reprints, pages collected twice.",
    ),
    LazyCommand(
        "remove",
        "briefing.commands.triage_commands:remove_articles",
        "Remove articles, with their originals and the evidence in them.",
    ),
    LazyCommand(
        "fact",
        "briefing.commands.fact_commands:fact_group",
        "Take facts from articles, each anchored in the words it rests on.",
    ),
    LazyCommand(
        "suggest",
        "briefing.commands.suggest_command:suggest",
        "List the sentences of an article that most likely state a key fact, best first.",
    ),
    LazyCommand(
        "conflicts",
        "briefing.commands.conflict_commands:list_conflicts",
        "List facts that contradict one another, with the quotes of both.",
    ),
    LazyCommand(
        "ripple",
        "briefing.commands.ripple_commands:ripple",
        "List every sentence of every memo that rests on a fact, or on an article.",
    ),
    LazyCommand(
        "timeline",
        "briefing.commands.timeline_command:timeline",
        "Put dated facts and articles in order; a date known to the month or year is a span.",
    ),
    LazyCommand(
        "memo",
        "briefing.commands.memo_commands:memo_group",
        "Draft memos.",
    ),
    LazyCommand(
        "grid",
        "briefing.commands.grid_commands:grid",
        "Show the options grids and hypotheses matrices of a MEMO, with what each column counts.",
    ),
    LazyCommand(
        "trace",
        "briefing.commands.trace_command:trace",
        "Tell what each sentence of a MEMO rests on, and whether that still stands.",
    ),
    LazyCommand(
        "export",
        "briefing.commands.publishing_commands:export_memo",
        "Write a MEMO as FILE: Word (.docx), Markdown (.md), PDF, web page (.html) or text (.txt).",
    ),
    LazyCommand(
        "review",
        "briefing.commands.review_file_command:review_files",
        "Read Word FILEs that came back: tracked changes, comments and their answers.",
    ),
    LazyCommand(
        "check",
        "briefing.commands.library_commands:check_library",
        "Examine a library, or one MEMO in it; exit code 1 where something was found.",
    ),
    LazyCommand(
        "lint",
        "briefing.commands.lint_command:lint_file",
        "Examine a Markdown FILE by the rules that need no library; - is standard input.",
    ),
    LazyCommand(
        "locate",
        "briefing.commands.text_commands:locate_quote",
        "Find a quote in a text file, or in what is piped in (-), and say how surely it is found.",
    ),
    LazyCommand(
        "templates",
        "briefing.commands.template_commands:templates_group",
        "List, show, check and copy the templates that memos begin from.",
    ),
    LazyCommand(
        "style",
        "briefing.commands.style_commands:show_style",
        "Show what a Word FILE gives a memo: the style of each role, and why it is taken.",
    ),
    LazyCommand(
        "sample",
        "briefing.commands.library_commands:sample_library",
        "Make a library with a dossier to try things on: articles, facts and a memo.",
    ),
)
