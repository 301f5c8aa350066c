"""How well articles fit the words of a query: bm25, by the words that tell articles apart.

FTS5 counts every article that has a word before it ranks the first by it, so a word that stands in
half of a large library costs more than all else; and it tells next to nothing.
"""

import json
import sqlite3

from briefing.model.query import Node
from briefing.store import terms
from briefing.store.folded_words import folded_words
from briefing.store.index_words import index_words, sound
from briefing.store.match_query import Match, phrase, positive_words, senses
from briefing.store.match_rows import select

COUNTED = 50_000  # articles that all words together may stand in
# title, publisher, authors, body, tags, meta
_BM25 = "bm25(article_fts, 10.0, 5.0, 5.0, 1.0, 5.0, 0.0)"


def ranked(
    connection: sqlite3.Connection, match: Match, root: Node | None
) -> list[tuple[float, int]]:
    """Return (score, minus row id) of all that a match finds, in no order; the lowest fit best."""
    query, values = select(match)
    words, is_all = _telling(connection, root)
    if is_all:
        return connection.execute(
            query.replace("SELECT rowid", f"SELECT {_BM25}, -rowid"), values
        ).fetchall()
    ids = [rowid for (rowid,) in connection.execute(query, values).fetchall()]
    scores: dict[int, float] = {}
    if words and ids:
        scores = dict(
            connection.execute(
                f"SELECT rowid, {_BM25} FROM article_fts WHERE article_fts MATCH ?"
                " AND rowid BETWEEN ? AND ? AND +rowid IN (SELECT value FROM json_each(?))",
                (" OR ".join(words), min(ids), max(ids), json.dumps(ids)),
            ).fetchall()
        )
    return [(scores.get(rowid, 0.0), -rowid) for rowid in ids]


def has_rare_word(connection: sqlite3.Connection, root: Node | None) -> bool:
    """Tell whether a query asks for a word, in any form, that few articles have.

    By such a word FTS5 passes over most of a large library.
    """
    counts = {name: number for number, name in _by_rarity(connection, root)}
    return any(
        sum(counts.get(phrase(one.text), COUNTED + 1) for one in sense) <= COUNTED
        for sense in senses(root)
    )


def _telling(connection: sqlite3.Connection, root: Node | None) -> tuple[list[str], bool]:
    """Return the rarest words of a query as phrases, and whether these are all."""
    rarest = _by_rarity(connection, root)
    has_beginning = any(one.prefix for one in positive_words(root))
    chosen: list[str] = []
    counted = 0
    for number, name in rarest:
        counted += number
        if counted <= COUNTED:
            chosen.append(name)
    return chosen, len(chosen) == len(rarest) and not has_beginning


def _by_rarity(connection: sqlite3.Connection, root: Node | None) -> list[tuple[int, str]]:
    """Return whole words as phrases, each with how many articles have it, the rarest first."""
    asked = {
        phrase(one.text): folded_words(index_words(sound(one.text)))
        for one in positive_words(root)
        if not one.prefix
    }
    articles = terms.articles_with(connection, {word for words in asked.values() for word in words})
    return sorted(
        (min((articles.get(word, 0) for word in words), default=0), name)
        for name, words in asked.items()
    )
