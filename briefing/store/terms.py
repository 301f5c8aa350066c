"""The dictionary of the search index: every word, and in how many articles it stands.

Derived; kept as articles come and go, so that a few letters find the words that they begin without
reading the index. The words of many articles at once are not counted one by one, which would take
as long as indexing them: the dictionary falls behind, and is made again from the index part by part
when nothing else is to be written (`catch_up`). Words longer than LONGEST are not in it.
"""

import json
import sqlite3
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from string import ascii_lowercase, digits

from briefing.store.folded_words import different_words
from briefing.store.index_tokens import MARK, TAG_WORD

LONGEST = 64  # characters
_LAST = "\U0010ffff"  # no word begins with it
# What the index holds, as SQLite counts it: slow, and exact. Labels are no words.
_VOCABULARY = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab (main, article_fts, row)"
)
_INDEXED = f"""
SELECT term, doc FROM temp.vocabulary WHERE term >= :low AND term < :high
AND length(term) <= {LONGEST} AND (term NOT LIKE '{MARK}%' OR term LIKE '{TAG_WORD}%')
"""
_EVERY = {"low": "", "high": _LAST}


def beginning_with(
    connection: sqlite3.Connection, beginning: str, limit: int
) -> tuple[list[str], int, int]:
    """Return the most frequent words with a folded beginning; and how many there are in all.

    The last number is in how many articles they stand, one counted for each of its words.
    """
    within = "FROM terms WHERE term >= ? AND term < ?"
    bounds = (beginning, beginning + _LAST)
    number, articles = connection.execute(
        f"SELECT count(*), coalesce(sum(docs), 0) {within}", bounds
    ).fetchone()
    rows = connection.execute(
        f"SELECT term {within} ORDER BY docs DESC LIMIT ?", (*bounds, limit)
    ).fetchall()
    return [term for (term,) in rows], number, articles


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
    """Count the words of texts that came into the index, and of those that left it.

    Not where the whole dictionary is to be made again anyway.
    """
    if _is_all_behind(connection):
        return
    change = Counter[str]()
    for text in come:
        change.update(of_text(text))
    for text in gone:
        change.subtract(of_text(text))
    count(connection, change)


def fall_behind(connection: sqlite3.Connection) -> None:
    """Note that every part of the dictionary has to be made again."""
    connection.executemany(
        "INSERT INTO terms_behind (low, high) VALUES (?, ?) ON CONFLICT DO NOTHING",
        list(pairwise(_BORDERS)),
    )


def is_behind(connection: sqlite3.Connection) -> bool:
    """Return whether parts of the dictionary have to be made again."""
    return connection.execute("SELECT 1 FROM terms_behind LIMIT 1").fetchone() is not None


def _is_all_behind(connection: sqlite3.Connection) -> bool:
    parts = connection.execute("SELECT count(*) FROM terms_behind").fetchone()[0]
    return parts == len(_BORDERS) - 1


def catch_up(connection: sqlite3.Connection, seconds: float) -> None:
    """Make parts of the dictionary again for about so long, in one transaction at most a part."""
    end = time.monotonic() + seconds
    connection.execute(_VOCABULARY)
    while time.monotonic() < end:
        part = connection.execute("SELECT low, high FROM terms_behind LIMIT 1").fetchone()
        if part is None:
            return
        _make(connection, *part)
        connection.execute("DELETE FROM terms_behind WHERE low = ?", part[:1])


def rebuild(connection: sqlite3.Connection) -> None:
    """Make the whole dictionary again from the index."""
    connection.execute(_VOCABULARY)
    _make(connection, **_EVERY)
    connection.execute("DELETE FROM terms_behind")


def differing(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield words that stand in another number of articles than the dictionary says."""
    connection.execute(_VOCABULARY)
    parts = [{"low": low, "high": high} for low, high in pairwise(_BORDERS)]
    behind = {low for (low,) in connection.execute("SELECT low FROM terms_behind").fetchall()}
    kept = "SELECT term, docs FROM terms WHERE term >= :low AND term < :high"
    for part in parts:
        for one, other in ((_INDEXED, kept), (kept, _INDEXED)):
            if part["low"] not in behind:
                for term, _ in connection.execute(f"{one} EXCEPT {other}", part).fetchall():
                    yield term


def _make(connection: sqlite3.Connection, low: str, high: str) -> None:
    part = {"low": low, "high": high}
    connection.execute("DELETE FROM terms WHERE term >= :low AND term < :high", part)
    connection.execute(f"INSERT INTO terms (term, docs) {_INDEXED}", part)


def _borders() -> Iterator[str]:
    """Yield where the parts begin that are made again one by one, and where the last one ends."""
    yield ""
    yield from digits
    for letter in ascii_lowercase:
        yield from (letter, *(letter + second for second in ascii_lowercase))
    yield from map(chr, (*range(0x80, 0x3000, 0x80), *range(0x3000, 0xD800, 0x200), 0xE000))
    yield _LAST


_BORDERS = tuple(_borders())
