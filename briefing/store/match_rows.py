"""The row ids of the index that a compiled query finds, as a statement."""

from briefing.store.match_query import Match

IN_RANGE = "sort_id >= ? AND sort_id < ?"
_BY_ID = f"SELECT sort_id FROM articles WHERE {IN_RANGE}"
_BY_WORDS = "SELECT rowid FROM article_fts WHERE article_fts MATCH ? AND rowid >= ? AND rowid < ?"


def select(match: Match) -> tuple[str, tuple[str | int, ...]]:
    """Return the statement that selects the row ids of a match, and its values."""
    if match.expression:
        return _BY_WORDS, (match.expression, match.low, match.high)
    return _BY_ID, (match.low, match.high)
