"""The dictionary of the search index: every word, and in how many articles it stands.

Derived; kept as articles come and go, so that a few letters find the words that they begin without
reading the index. Words longer than LONGEST are not in it.
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from briefing.store.folded_words import different_words, folded_words
from briefing.store.index_tokens import MARK, TAG_WORD
from briefing.store.index_words import index_words, sound

LONGEST = 64  # characters
_LAST = "\U0010ffff"  # no word begins with it
# What the index holds, as SQLite counts it: slow, and exact. Labels are no words.
_VOCABULARY = "CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, article_fts, row)"
_INDEXED = f"""
SELECT term, doc FROM temp.vocabulary WHERE length(term) <= {LONGEST}
AND (term NOT LIKE '{MARK}%' OR term LIKE '{TAG_WORD}%')
"""


def completions(connection: sqlite3.Connection, prefix: str, limit: int) -> list[str]:
    """Return words that begin so, those in most articles first, as the index folds them."""
    rows = connection.execute(
        "SELECT term FROM terms WHERE term >= ? AND term < ? ORDER BY docs DESC LIMIT ?",
        (*_range(prefix), limit),
    ).fetchall()
    return [term for (term,) in rows]


def starting_with(connection: sqlite3.Connection, prefix: str, limit: int) -> list[tuple[str, int]]:
    """Return (word, articles that have it) of words that begin so, in alphabetical order."""
    return connection.execute(
        "SELECT term, docs FROM terms WHERE term >= ? AND term < ? ORDER BY term LIMIT ?",
        (*_range(prefix), limit),
    ).fetchall()


def articles_with(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, int]:
    """Return in how many articles each of these folded words stands, where it stands in any."""
    query = "SELECT term, docs FROM terms WHERE term IN (SELECT value FROM json_each(?))"
    return dict(connection.execute(query, (json.dumps(list(words)),)).fetchall())


def of_text(text: str) -> set[str]:
    """Return the words of a text that the dictionary counts."""
    return {word for word in different_words(text) if len(word) <= LONGEST}


def count(connection: sqlite3.Connection, change: Mapping[str, int]) -> None:
    """Let words stand in so many more articles, or fewer."""
    changed = sorted(item for item in change.items() if item[1])  # in the order of the table
    connection.executemany(
        "INSERT INTO terms (term, docs) VALUES (?, ?)"
        " ON CONFLICT (term) DO UPDATE SET docs = docs + excluded.docs",
        changed,
    )
    fewer = [(word,) for word, more in changed if more < 0]
    connection.executemany("DELETE FROM terms WHERE term = ? AND docs <= 0", fewer)


def count_texts(connection: sqlite3.Connection, come: Iterable[str], gone: Iterable[str]) -> None:
    """Count the words of texts that came into the index, and of those that left it."""
    change = Counter[str]()
    for text in come:
        change.update(of_text(text))
    for text in gone:
        change.subtract(of_text(text))
    count(connection, change)


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the dictionary again from the index."""
    connection.execute("DELETE FROM terms")
    _open_vocabulary(connection)
    connection.execute(f"INSERT INTO terms (term, docs) {_INDEXED}")
    connection.execute("DROP TABLE temp.vocabulary")


def differing(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield words that stand in another number of articles than the dictionary says."""
    _open_vocabulary(connection)
    kept = "SELECT term, docs FROM terms"
    for one, other in ((_INDEXED, kept), (kept, _INDEXED)):
        for term, _ in connection.execute(f"{one} EXCEPT {other}").fetchall():
            yield term
    connection.execute("DROP TABLE temp.vocabulary")


def _open_vocabulary(connection: sqlite3.Connection) -> None:
    connection.execute("DROP TABLE IF EXISTS temp.vocabulary")
    connection.execute(_VOCABULARY)


def _range(prefix: str) -> tuple[str, str]:
    """Return from where on, and up to where, the words stand that begin with a prefix."""
    words = folded_words(index_words(sound(prefix)))
    return (words[-1], words[-1] + _LAST) if words else ("", "")
