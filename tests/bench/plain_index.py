"""The peer of our search: what one would write in an afternoon, FTS5 ordered by a date column."""

import sqlite3
from collections.abc import Iterable, Sequence
from pathlib import Path

PAGE = 20


class PlainIndex:
    """FTS5 with the text in it, and a table of notes and marks beside it."""

    def __init__(self, path: Path) -> None:
        is_new = not path.exists()
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.execute("PRAGMA journal_mode = WAL")
        self._db.execute("PRAGMA synchronous = FULL")
        if is_new:
            self._make()

    def _make(self) -> None:
        self._db.execute("CREATE VIRTUAL TABLE articles USING fts5(day UNINDEXED, title, body)")
        self._db.execute("CREATE TABLE notes(id INTEGER PRIMARY KEY, note TEXT)")
        self._db.execute("INSERT INTO notes VALUES (1, '')")
        self._db.execute("CREATE TABLE marks(id INTEGER PRIMARY KEY, day, publisher, usage)")

    def fill(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Index (day, title, body), all in one transaction."""
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO articles VALUES (?, ?, ?)", rows)
        self._db.execute("COMMIT")

    def fill_marks(self, rows: Iterable[tuple[str, str, str]]) -> None:
        """Keep (day, publisher, usage) of each article, in the order of `fill`."""
        self._db.execute("BEGIN")
        self._db.executemany("INSERT INTO marks (day, publisher, usage) VALUES (?, ?, ?)", rows)
        self._db.execute("COMMIT")

    def search(self, words: str, order: str) -> Sequence[object]:
        """Return one page with snippets."""
        return self._db.execute(
            "SELECT title, day, snippet(articles, 2, '[', ']', '…', 16) FROM articles"
            f" WHERE articles MATCH ? ORDER BY {order} LIMIT ?",
            (words, PAGE),
        ).fetchall()

    def page(self, words: str, number: int) -> Sequence[object]:
        """Return a later page, as one gets there with OFFSET."""
        return self._db.execute(
            "SELECT title, day FROM articles WHERE articles MATCH ?"
            " ORDER BY rowid DESC LIMIT ? OFFSET ?",
            (words, PAGE, number * PAGE),
        ).fetchall()

    def facets(self, words: str) -> None:
        """Count usage, publisher and month of all hits by joins (tags would be one more)."""
        for column in ("usage", "publisher", "substr(marks.day, 1, 7)"):
            self._db.execute(
                f"SELECT {column}, count(*) FROM articles JOIN marks ON id = articles.rowid"
                " WHERE articles MATCH ? GROUP BY 1",
                (words,),
            ).fetchall()

    def mark(self, usage: str, count: int) -> None:
        """Set the usage of so many articles."""
        self._db.execute("UPDATE marks SET usage = ? WHERE id <= ?", (usage, count))

    def save(self, text: str) -> None:
        """Keep one text."""
        self._db.execute("UPDATE notes SET note = ? WHERE id = 1", (text,))

    def close(self) -> None:
        """Close the file."""
        self._db.close()
