"""Which tables undo covers, and how: a row of data a table, read by undo_log."""

from dataclasses import dataclass

ALL = ("*",)  # an update keeps the whole row
OTHERS = ("others",)  # the columns that no other group of the table names
# What is set in triage, often of many articles at once: kept apart, so that taking it back touches
# neither long columns nor the indexes of others.
_TRIAGE = ("usage", "rank", "reliability", "credibility", "note", "colour", "updated_at")


@dataclass(frozen=True, slots=True)
class Watched:
    """One table of the library.

    `keys` name a row through undo and redo. `owners` selects (kind, uid) of the records that a
    row of the table belongs to, `{row}` being `old` or `new`. `updates` are groups of columns; a
    change in one group is kept and undone apart from the others. Where `inserts` is false the
    row goes with its parent; `inserts_when` and `deletes_when` narrow which ones are kept. Where
    `is_part`, a row only comes with its owner or beside a change of it, which is touched by that
    already.
    """

    table: str
    keys: tuple[str, ...]
    owners: str
    inserts: bool = True
    updates: tuple[tuple[str, ...], ...] = (ALL,)
    inserts_when: str = ""
    deletes_when: str = ""
    is_part: bool = False


_ARTICLE = "SELECT 'article', uid FROM articles WHERE pk = {row}.article_pk"
# What comes in one write with a new article goes with it: an import keeps nothing of it for undo.
_OF_OLDER = "new.article_pk < (SELECT new_from FROM write_start)"
_FACT = "SELECT 'fact', uid FROM facts WHERE pk = {row}.fact_pk"
_MEMO = "SELECT 'memo', uid FROM memos WHERE pk = {row}.memo_pk"
_REVIEW = (
    "SELECT 'memo', m.uid FROM reviews AS r JOIN memos AS m ON m.pk = memo_pk"
    " WHERE r.pk = {row}.review_pk"
)
_CITED = (
    "SELECT 'article', uid FROM articles"
    " WHERE citekey = {row}.key AND citekey = {row}.key COLLATE BINARY"  # the index knows no case
    " UNION ALL SELECT 'article', uid FROM citekey_aliases AS c JOIN articles ON pk = article_pk"
    " WHERE c.citekey = {row}.key"
    " UNION ALL SELECT 'article', articles.uid FROM facts JOIN evidence ON fact_pk = facts.pk"
    " JOIN articles ON articles.pk = article_pk"
    " WHERE {row}.key LIKE 'fact:%' AND facts.key = substr({row}.key, 6)"
)
_REFUSED = "SELECT 'article', uid FROM articles WHERE pk IN ({row}.a_pk, {row}.b_pk)"
_RULED = "SELECT 'fact', uid FROM facts WHERE pk IN ({row}.a_pk, {row}.b_pk)"
_TAGGED = (
    "SELECT 'article', uid FROM articles JOIN article_tags ON article_pk = pk"
    " WHERE tag_pk = {row}.pk"
    " UNION ALL SELECT 'fact', uid FROM facts JOIN fact_tags ON fact_pk = pk"
    " WHERE tag_pk = {row}.pk"
)

# Not here, because they are derived and rebuilt: the search index, fact_texts. Settings are no
# records. Only the body of article_texts is the article's own; the rest of its row is derived
# (its sort_id is kept all the same: rows that swap places must retrace their steps).
WATCHED = (
    Watched("articles", ("pk",), "SELECT 'article', {row}.uid", updates=(_TRIAGE, OTHERS)),
    Watched(
        "article_texts",
        ("article_pk",),
        _ARTICLE,
        inserts=False,
        updates=(("body", "body_words"), ("sort_id",)),
        is_part=True,
    ),
    Watched("originals", ("article_pk",), _ARTICLE, inserts_when=_OF_OLDER, is_part=True),
    Watched("article_places", ("place",), _ARTICLE, inserts_when=_OF_OLDER, is_part=True),
    Watched("article_versions", ("pk",), _ARTICLE),
    Watched("tags", ("pk",), _TAGGED),
    Watched("article_tags", ("article_pk", "tag_pk"), _ARTICLE, updates=()),
    Watched("facts", ("pk",), "SELECT 'fact', {row}.uid"),
    Watched("fact_tags", ("fact_pk", "tag_pk"), _FACT, updates=()),
    Watched("evidence", ("pk",), f"{_FACT} UNION ALL {_ARTICLE}"),
    Watched("fact_events", ("pk",), _FACT),
    Watched("conflict_rulings", ("a_pk", "b_pk"), _RULED),
    Watched("kept_sentences", ("pk",), _MEMO),
    Watched("memos", ("pk",), "SELECT 'memo', {row}.uid"),
    # A memo is saved as it is typed, outside undo; see UndoLog.seal.
    Watched("memo_texts", ("memo_pk",), _MEMO, inserts=False, updates=(("fields",), ("body",))),
    # Versions are never taken back: an undo must not lose a text. They go and come with the memo.
    Watched("memo_versions", ("pk",), _MEMO, inserts=False, updates=()),
    # The log of releases is never taken back either.
    Watched("memo_releases", ("pk",), _MEMO, inserts=False, updates=()),
    Watched("dismissals", ("pk",), _MEMO),
    # A review comes outside undo and is decided outside undo, but goes and comes with its memo.
    # What Apply wrote is marked in the same step; what is done about comments is a step each.
    Watched("reviews", ("pk",), _MEMO, inserts=False, updates=(("is_closed",),)),
    Watched("review_files", ("pk",), _REVIEW, inserts=False, updates=()),
    Watched(
        "review_decisions",
        ("review_pk", "kind", "number"),
        _REVIEW,
        inserts=False,
        updates=(),
        deletes_when="NOT EXISTS (SELECT 1 FROM reviews WHERE pk = old.review_pk)",
    ),
    Watched("review_applied", ("review_pk", "number"), _REVIEW, updates=()),
    Watched("thread_answers", ("pk",), _MEMO),
    Watched("thread_rulings", ("memo_pk", "thread"), _MEMO),
    Watched("review_tasks", ("pk",), _MEMO),
    Watched(
        "sentence_sources",
        ("memo_pk", "start", "end", "key"),
        f"{_MEMO} UNION ALL {_CITED}",
        inserts=False,
        updates=(),
        deletes_when="NOT EXISTS (SELECT 1 FROM memos WHERE pk = old.memo_pk)",
    ),
    Watched("saved_searches", ("pk",), "SELECT 'search', {row}.uid"),
    Watched("tag_rules", ("pk",), "SELECT 'search', {row}.uid"),
    Watched("library_templates", ("pk",), "SELECT 'search', {row}.name"),
    Watched("refused_copies", ("a_pk", "b_pk"), _REFUSED),
    Watched("citekey_aliases", ("citekey",), _ARTICLE),
)
