"""The derived table memo_words: what the search index holds of each memo.

Triggers note which memos were written since they were indexed; whoever searches brings them up to
date first. A save of 200 pages then costs what it did, and what is found is never stale.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator

from briefing.model.ids import Uid
from briefing.model.memo import Memo
from briefing.model.partial_date import PartialDate
from briefing.store import memos
from briefing.store.index_words import index_words

_SOURCES = """
SELECT pk, uid, slug, template, fields, body FROM memos JOIN memo_texts ON memo_pk = pk
WHERE pk IN (SELECT value FROM json_each(?)) ORDER BY pk
"""
_KEPT = """
INSERT INTO memo_words (memo_pk, title, fields, body, date) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (memo_pk) DO UPDATE
SET title = excluded.title, fields = excluded.fields, body = excluded.body, date = excluded.date
WHERE (title, fields, body, date)
      IS NOT (excluded.title, excluded.fields, excluded.body, excluded.date)
"""

MemoText = tuple[int, str, str, str, str]


def is_current(connection: sqlite3.Connection) -> bool:
    """Return whether the index holds every memo as it is."""
    return connection.execute("SELECT 1 FROM memos_waiting LIMIT 1").fetchone() is None


def refresh(connection: sqlite3.Connection) -> None:
    """Index the memos that were written since."""
    rows = connection.execute("SELECT memo_pk FROM memos_waiting").fetchall()
    connection.executemany(_KEPT, derive(connection, [pk for (pk,) in rows]))
    connection.execute("DELETE FROM memos_waiting")


def rebuild(connection: sqlite3.Connection) -> None:
    """Index every memo again."""
    connection.execute("INSERT INTO memo_fts (memo_fts) VALUES ('rebuild')")
    connection.execute(
        "INSERT INTO memos_waiting (memo_pk) SELECT pk FROM memos WHERE true ON CONFLICT DO NOTHING"
    )
    refresh(connection)


def differing(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield the slugs of memos that the index does not hold as they are, and that do not wait."""
    rows = connection.execute(
        "SELECT pk, slug FROM memos WHERE pk NOT IN (SELECT memo_pk FROM memos_waiting)"
    ).fetchall()
    kept = connection.execute("SELECT memo_pk, title, fields, body, date FROM memo_words")
    texts = {row[0]: row for row in kept.fetchall()}
    slugs = dict(rows)
    for row in derive(connection, slugs):
        if texts.get(row[0]) != row:
            yield slugs[row[0]]


def derive(connection: sqlite3.Connection, pks: Iterable[int]) -> list[MemoText]:
    """Return (pk, title, other fields, body, date) of memos as the index should hold them."""
    rows = connection.execute(_SOURCES, (json.dumps(list(pks)),)).fetchall()
    return [
        _text(pk, Memo(Uid(uid), slug, template, memos.fields_of(fields), body))
        for pk, uid, slug, template, fields, body in rows
    ]


def _text(pk: int, memo: Memo) -> MemoText:
    others = " ; ".join(value for _, value in memo.fields if value != memo.title)
    return pk, index_words(memo.title), index_words(others), index_words(memo.body), _date(memo)


def _date(memo: Memo) -> str:
    try:
        return str(PartialDate.parse(memo.field("date")))
    except ValueError:
        return ""
