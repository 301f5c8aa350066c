"""In which facts or articles a word stands: the rare ones tell what a paragraph is about."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from briefing.model.ids import Uid
from briefing.store import terms
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words, sound
from briefing.store.word_match import phrase

Table = Literal["fact", "article"]
_NAMES = {"fact": ("facts", "pk"), "article": ("articles", "sort_id")}
_PHRASE = 20  # times rarer than its rarest word a phrase may be, to be asked for


def rows_with(
    connection: sqlite3.Connection, table: Table, forms: Sequence[str], most: int
) -> list[int]:
    """Return the rows that have any of a word's forms, the newest first, at most one above `most`.

    They are those of the search index.
    """
    quoted = " OR ".join(filter(None, map(phrase, forms)))
    if not quoted:
        return []
    rows = connection.execute(
        f"SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH ? ORDER BY rowid DESC LIMIT ?",
        (quoted, most + 1),
    ).fetchall()
    return [rowid for (rowid,) in rows]


def common_in_articles(
    connection: sqlite3.Connection, words: Mapping[str, Sequence[str]], most: int
) -> frozenset[str]:
    """Return those words that stand in more articles than `most`, by the dictionary.

    To ask the index for the rows of such a word takes longer than for all others together.
    """
    tokens = {
        form: folded_words(index_words(sound(form))) for forms in words.values() for form in forms
    }
    known = terms.articles_with(connection, {one for each in tokens.values() for one in each})

    def articles(form: str) -> int:
        counts = [known.get(token, 0) for token in tokens[form]]
        rarest = min(counts, default=0)
        return rarest if len(counts) < 2 else rarest // _PHRASE

    return frozenset(
        word for word, forms in words.items() if max(map(articles, forms), default=0) > most
    )


def size(connection: sqlite3.Connection, table: Table, most: int = -1) -> int:
    """Return how many facts or articles there are, counted up to `most` if it is not negative."""
    query = f"SELECT count(*) FROM (SELECT 1 FROM {_NAMES[table][0]} LIMIT ?)"
    return connection.execute(query, (most,)).fetchone()[0]


def uids(connection: sqlite3.Connection, table: Table, rows: Iterable[int]) -> dict[int, Uid]:
    """Return the records behind index rows."""
    name, key = _NAMES[table]
    query = f"SELECT {key}, uid FROM {name} WHERE {key} IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps(list(rows)),)).fetchall())
