"""The search index of articles, kept in the transaction of whatever it derives from.

Triggers note which rows the index does not hold as they are, and `flush` hands them to FTS5 before
the commit. A change of labels alone goes its own, much quicker way (store/label_index.py).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from briefing.model.ids import Uid
from briefing.store import (
    article_heads,
    facet_sets,
    index_upkeep,
    label_index,
    row_blocks,
    terms,
)
from briefing.store.article_heads import CHUNK, HeadRow
from briefing.store.index_words import index_words

MANY = 500  # texts that come or go at once: counting their words would take long
_FACT = "fact:"
_PARKED = -(2**61)  # where rows wait whose ids change places
_COLUMNS = "title, publisher, authors, body, tags, meta"
_LINE = " || char(10) || "
_WORDS = f"title{_LINE}publisher{_LINE}authors{_LINE}body{_LINE}tags"
_PENDING = "(SELECT sort_id FROM index_pending)"


class Entry(NamedTuple):
    """An article that comes into the index; `words` are its `body_words`."""

    head: HeadRow
    body: str
    words: str | None


def add(connection: sqlite3.Connection, pk: int, body: str) -> None:
    """Put a new article into the index."""
    words = body_words(body)
    heads = article_heads.derive(connection, (pk,))
    insert(connection, [Entry(head, body, words) for head in heads])


def insert(connection: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Put new articles into the index."""
    heads = [entry.head for entry in entries]
    article_heads.insert(connection, heads)
    row_blocks.insert(
        connection,
        "article_texts",
        ("sort_id", "article_pk", "body", "body_words"),
        ((head.sort_id, head.pk, body, words) for head, body, words in entries),
    )
    facet_sets.put(connection, [(head.sort_id, head.facets) for head in heads])


def body_words(body: str) -> str | None:
    """Return what is indexed in place of the body; nothing where the body serves."""
    words = index_words(body)
    return None if words == body else words


def refresh(connection: sqlite3.Connection, pks: Iterable[int]) -> None:
    """Bring what is derived of articles up to date; what agrees is not touched."""
    waiting = iter(pks)
    while chunk := list(islice(waiting, CHUNK * 4)):
        kept = article_heads.kept(connection, chunk)
        rows = [row for row in article_heads.derive(connection, chunk) if kept.get(row.pk) != row]
        _supply(connection, [row for row in rows if row.pk not in kept])
        known = [(row, kept[row.pk]) for row in rows if row.pk in kept]
        _change_words(connection, [row for row, was in known if _has_other_words(row, was)])
        _change_labels(connection, [row for row, was in known if row.labels != was.labels])
        changed = [row for row in rows if row.pk not in kept or row.facets != kept[row.pk].facets]
        facet_sets.put(connection, [(row.sort_id, row.facets) for row in changed])


def set_aside(connection: sqlite3.Connection, pks: Sequence[int]) -> None:
    """Take articles that are about to change or go out of the index, all by one statement."""
    if not pks:
        return
    chosen = (
        "SELECT sort_id FROM article_texts WHERE article_pk IN (SELECT value FROM json_each(?))"
        f" AND sort_id NOT IN {_PENDING}"
    )
    wanted = (json.dumps(pks),)
    if len(pks) < MANY:
        texts = connection.execute(
            f"SELECT {_WORDS} FROM article_index WHERE sort_id IN ({chosen})", wanted
        )
        terms.count_texts(connection, (), (text for (text,) in texts))
    else:
        terms.fall_behind(connection)
    connection.execute(
        f"INSERT INTO article_fts (article_fts, rowid, {_COLUMNS}) SELECT 'delete', sort_id,"
        f" {_COLUMNS} FROM article_index WHERE sort_id IN ({chosen}) ORDER BY sort_id",
        wanted,
    )
    connection.execute(f"INSERT INTO index_pending (sort_id) {chosen}", wanted)


def flush(connection: sqlite3.Connection) -> None:
    """Index the rows that wait; called at the end of every transaction that writes."""
    if is_waiting(connection):
        connection.execute(
            f"INSERT INTO article_fts (rowid, {_COLUMNS}) SELECT sort_id, {_COLUMNS}"
            f" FROM article_index WHERE sort_id IN {_PENDING} ORDER BY sort_id"
        )
        _count_come(connection)
        connection.execute("DELETE FROM index_pending")
    if connection.execute("SELECT 1 FROM index_gone LIMIT 1").fetchone():
        gone = connection.execute("SELECT words FROM index_gone")
        terms.count_texts(connection, (), (words for (words,) in gone))
        connection.execute("DELETE FROM index_gone")


def is_waiting(connection: sqlite3.Connection) -> bool:
    """Return whether articles wait to be indexed."""
    return connection.execute("SELECT 1 FROM index_pending LIMIT 1").fetchone() is not None


def fill(connection: sqlite3.Connection) -> None:
    """Index whatever waits since the library was upgraded, read as texts are read now."""
    _read_again(connection)
    refresh_all(connection)
    flush(connection)


def _read_again(connection: sqlite3.Connection) -> None:
    """Bring up to date what is indexed in place of bodies: index_words may have changed since."""
    query = (
        "SELECT article_pk, body, body_words FROM article_texts WHERE article_pk > ?"
        " ORDER BY article_pk LIMIT ?"
    )
    last = 0
    while rows := connection.execute(query, (last, CHUNK)).fetchall():
        read = [(body_words(body), kept, pk) for pk, body, kept in rows]
        connection.executemany(
            "UPDATE article_texts SET body_words = ? WHERE article_pk = ?",
            [(words, pk) for words, kept, pk in read if words != kept],
        )
        last = rows[-1][0]


def refresh_uids(connection: sqlite3.Connection, uids: Iterable[Uid]) -> None:
    """Do as `refresh`, for articles named by uid; those that are gone are passed over."""
    refresh(connection, pks_of(connection, uids))


def refresh_all(connection: sqlite3.Connection) -> None:
    """Bring what is derived of every article up to date."""
    refresh(connection, [pk for (pk,) in connection.execute("SELECT pk FROM articles").fetchall()])


def pks_of(connection: sqlite3.Connection, uids: Iterable[Uid]) -> list[int]:
    """Return the pks of the articles that are there."""
    query = "SELECT pk FROM articles WHERE uid IN (SELECT value FROM json_each(?))"
    return [pk for (pk,) in connection.execute(query, (json.dumps(list(uids)),)).fetchall()]


def pks_cited_as(connection: sqlite3.Connection, keys: Iterable[str]) -> list[int]:
    """Return the articles that any of these keys stands for: citekeys, and `fact:` keys."""
    wanted = list(keys)
    if not wanted:
        return []
    facts = [key.removeprefix(_FACT) for key in wanted if key.startswith(_FACT)]
    rows = connection.execute(
        "SELECT pk FROM articles WHERE citekey IN (SELECT value FROM json_each(:keys)) UNION"
        " SELECT article_pk FROM citekey_aliases"
        " WHERE citekey IN (SELECT value FROM json_each(:keys)) UNION"
        " SELECT article_pk FROM evidence JOIN facts ON facts.pk = fact_pk"
        " WHERE facts.key IN (SELECT value FROM json_each(:facts))",
        {"keys": json.dumps(wanted), "facts": json.dumps(facts)},
    ).fetchall()
    return [pk for (pk,) in rows]


def _has_other_words(row: HeadRow, was: HeadRow) -> bool:
    return row.words != was.words or row.sort_id != was.sort_id


def _supply(connection: sqlite3.Connection, rows: Sequence[HeadRow]) -> None:
    """Give heads to articles that have none, such as those that an undo brought back."""
    article_heads.insert(connection, rows)
    connection.execute(
        "INSERT OR IGNORE INTO index_pending (sort_id) SELECT sort_id FROM article_texts"
        " WHERE article_pk IN (SELECT value FROM json_each(?))",
        (json.dumps([row.pk for row in rows]),),
    )


def _change_words(connection: sqlite3.Connection, rows: Sequence[HeadRow]) -> None:
    pks = [row.pk for row in rows]
    set_aside(connection, pks)
    # One row may want the id of another: all go out of the way first.
    connection.executemany(
        "UPDATE article_texts SET sort_id = ? - article_pk WHERE article_pk = ?",
        [(_PARKED, pk) for pk in pks],
    )
    connection.executemany(
        "UPDATE article_texts SET sort_id = ? WHERE article_pk = ?",
        [(row.sort_id, row.pk) for row in rows],
    )
    connection.executemany(
        "UPDATE article_heads SET title = ?, publisher = ?, authors = ? WHERE article_pk = ?",
        [(*row.words, row.pk) for row in rows],
    )


def _change_labels(connection: sqlite3.Connection, rows: Sequence[HeadRow]) -> None:
    """Change labels in the index, or in the heads alone where a row waits to be indexed anyway."""
    pending = {one for (one,) in connection.execute(_PENDING.strip("()")).fetchall()}
    label_index.replace(connection, [row for row in rows if row.sort_id not in pending])
    label_index.write(connection, [row for row in rows if row.sort_id in pending])


def _count_come(connection: sqlite3.Connection) -> None:
    if connection.execute("SELECT count(*) FROM index_pending").fetchone()[0] >= MANY:
        terms.fall_behind(connection)
        index_upkeep.merge_after_many(connection)
        return
    texts: Iterator[tuple[str]] = connection.execute(
        f"SELECT {_WORDS} FROM article_index WHERE sort_id IN {_PENDING}"
    )
    terms.count_texts(connection, (text for (text,) in texts), ())
