"""Candidates for what was typed to name a record: by the beginnings of words, or letter by letter.

All are bounded, so that a key's answer does not grow with the library.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.store.index_words import sound
from briefing.store.word_match import phrase

_ARTICLE = "SELECT uid, title, citekey, publisher, published FROM articles"
_FACT = "SELECT uid, statement, key, status, as_of FROM facts"
_FEW = 3  # letters
SCANNED = 50_000  # articles among which letters are looked for, the newest first


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant: `name` is its citekey or key, `details` tell it from others."""

    uid: Uid
    title: str
    name: str
    details: tuple[str, ...]


def articles_by_words(
    connection: sqlite3.Connection, words: Sequence[str], limit: int
) -> list[Candidate]:
    """Return the newest articles whose title, publisher or authors have words that begin so."""
    query = _all_begin(words)
    if not query:
        return []
    match = f"{{title publisher authors}} : ({query})"
    return _candidates(
        connection,
        f"{_ARTICLE} WHERE sort_id IN (SELECT rowid FROM article_fts WHERE article_fts MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) ORDER BY sort_id DESC",
        (match, limit),
    )


def articles_by_start(connection: sqlite3.Connection, text: str, limit: int) -> list[Candidate]:
    """Return articles whose citekey or title begins so, letter by letter."""
    pattern = _escaped(text) + "%"
    by_key = f"{_ARTICLE} WHERE citekey LIKE ? ESCAPE '\\' ORDER BY citekey LIMIT ?"
    by_title = f"{_ARTICLE} WHERE title LIKE ? ESCAPE '\\' ORDER BY title COLLATE NOCASE LIMIT ?"
    return [
        *_candidates(connection, by_key, (pattern, limit)),
        *_candidates(connection, by_title, (pattern, limit)),
    ]


def articles_by_letters(connection: sqlite3.Connection, text: str, limit: int) -> list[Candidate]:
    """Return recent articles in whose title or citekey the letters stand in this order."""
    pattern = _spread(text)
    return _candidates(
        connection,
        f"SELECT * FROM ({_ARTICLE} ORDER BY sort_id DESC LIMIT ?)"
        " WHERE title LIKE ? ESCAPE '\\' OR citekey LIKE ? ESCAPE '\\' LIMIT ?",
        (SCANNED, pattern, pattern, limit),
    )


def newest_articles(connection: sqlite3.Connection, limit: int) -> list[Candidate]:
    """Return the articles that were added last."""
    query = f"{_ARTICLE} ORDER BY created_at DESC, sort_id DESC LIMIT ?"
    return _candidates(connection, query, (limit,))


def facts_by_words(
    connection: sqlite3.Connection, words: Sequence[str], limit: int
) -> list[Candidate]:
    """Return facts whose statement, quotes or tags have words that begin so, the newest first."""
    query = _all_begin(words)
    if not query:
        return []
    return _candidates(
        connection,
        f"{_FACT} WHERE pk IN (SELECT rowid FROM fact_fts WHERE fact_fts MATCH ?"
        " ORDER BY rowid DESC LIMIT ?) ORDER BY pk DESC",
        (query, limit),
    )


def facts_by_letters(connection: sqlite3.Connection, text: str, limit: int) -> list[Candidate]:
    """Return facts whose key begins so, or in whose statement the letters stand in this order."""
    return _candidates(
        connection,
        f"{_FACT} WHERE key LIKE ? ESCAPE '\\' OR statement LIKE ? ESCAPE '\\'"
        " ORDER BY pk DESC LIMIT ?",
        (_escaped(text) + "%", _spread(text), limit),
    )


def newest_facts(connection: sqlite3.Connection, limit: int) -> list[Candidate]:
    """Return the facts that were captured last."""
    return _candidates(connection, f"{_FACT} ORDER BY pk DESC LIMIT ?", (limit,))


def _candidates(
    connection: sqlite3.Connection, query: str, values: tuple[str | int, ...]
) -> list[Candidate]:
    return [
        Candidate(Uid(uid), title, name, tuple(part for part in details if part))
        for uid, title, name, *details in connection.execute(query, values).fetchall()
    ]


def _all_begin(words: Sequence[str]) -> str:
    """Ask for all words, the longer ones by their beginning: half the index begins with `us`."""
    quoted = [(phrase(word), len(word) >= _FEW or not word.isascii()) for word in words]
    return " AND ".join(f"{word} *" if is_long else word for word, is_long in quoted if word)


def _escaped(text: str) -> str:
    plain = sound(text)
    return plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _spread(text: str) -> str:
    return "%" + "%".join(_escaped(char) for char in text if not char.isspace()) + "%"
