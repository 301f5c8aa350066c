"""Articles as lists show them: no body, with their tags and how many facts and memos use them."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefing.errors import NotFoundError
from briefing.model.article import ArticleRow, Colour, Usage
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate

READ_AT_MOST = 200_000  # bytes of a body in which hits are looked for

_SELECT = """
SELECT a.sort_id, a.pk, a.uid, a.citekey, a.title, a.publisher, a.published, a.usage, a.rank,
       a.reliability || coalesce(a.credibility, ''), a.colour
FROM articles AS a
"""
_CHOSEN = "IN (SELECT value FROM json_each(:pks))"
_TAGS = f"""
SELECT article_pk, path FROM article_tags JOIN tags ON tags.pk = tag_pk
WHERE article_pk {_CHOSEN} ORDER BY folded
"""
_FACTS = f"""
SELECT article_pk, count(DISTINCT fact_pk) FROM evidence WHERE article_pk {_CHOSEN}
GROUP BY article_pk
"""
_MEMOS = f"""
SELECT pk, count(*) FROM (
    SELECT pk, memo_pk FROM articles JOIN sentence_sources ON key = articles.citekey
    WHERE pk {_CHOSEN} UNION
    SELECT article_pk, memo_pk FROM citekey_aliases AS c JOIN sentence_sources ON key = c.citekey
    WHERE article_pk {_CHOSEN} UNION
    SELECT article_pk, memo_pk FROM evidence JOIN facts ON facts.pk = fact_pk
    JOIN sentence_sources ON sentence_sources.key = 'fact:' || facts.key
    WHERE article_pk {_CHOSEN}
) GROUP BY pk
"""
_COPIES = f"""
SELECT m.article_pk, count(*) - 1 FROM duplicate_members AS m
JOIN duplicate_members AS other ON other.cluster = m.cluster
WHERE m.article_pk {_CHOSEN} GROUP BY m.article_pk
"""


@dataclass(frozen=True, slots=True)
class RowText:
    """What a list may show beneath the row: the summary, and the text where it begins."""

    summary: str
    body: str


def of_ids(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """Return the rows of these row ids of the index, in their order."""
    query = f"{_SELECT} WHERE a.sort_id IN (SELECT value FROM json_each(?))"
    found = _rows(connection, connection.execute(query, (json.dumps(ids),)).fetchall())
    return [found[one] for one in ids if one in found]


def texts_of_ids(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[Uid, RowText]:
    """Return the texts of these row ids of the index, each cut at READ_AT_MOST bytes.

    SQLite cuts bytes in much less time than characters; of no bytes it makes NULL.
    """
    rows = connection.execute(
        "SELECT uid, summary, substr(CAST(body AS BLOB), 1, ?)"
        " FROM articles AS a JOIN article_texts AS t ON t.sort_id = a.sort_id"
        " WHERE a.sort_id IN (SELECT value FROM json_each(?))",
        (READ_AT_MOST, json.dumps(ids)),
    ).fetchall()
    return {
        Uid(uid): RowText(summary, (body or b"").decode(errors="ignore"))
        for uid, summary, body in rows
    }


def get(connection: sqlite3.Connection, uid: Uid) -> ArticleRow:
    """Return one row; NotFoundError where there is none."""
    rows = connection.execute(f"{_SELECT} WHERE a.uid = ?", (uid,)).fetchall()
    for row in _rows(connection, rows).values():
        return row
    raise NotFoundError(f"There is no article “{uid}” in this library.")


def _rows(
    connection: sqlite3.Connection, found: Sequence[tuple[Any, ...]]
) -> dict[int, ArticleRow]:
    """Return the rows by their ids; what is counted is counted for all of them at once."""
    chosen = {"pks": json.dumps([row[1] for row in found])}
    tags: dict[int, list[str]] = {}
    for pk, path in connection.execute(_TAGS, chosen).fetchall():
        tags.setdefault(pk, []).append(path)
    facts = dict(connection.execute(_FACTS, chosen).fetchall())
    memos = dict(connection.execute(_MEMOS, chosen).fetchall())
    copies = dict(connection.execute(_COPIES, chosen).fetchall())
    return {
        sort_id: ArticleRow(
            uid=Uid(uid),
            citekey=citekey,
            title=title,
            publisher=publisher,
            published=_date(published) if published else None,
            usage=_USAGES[usage],
            rank=rank,
            rating=rating,
            tags=tuple(tags.get(pk, ())),
            fact_count=facts.get(pk, 0),
            memo_count=memos.get(pk, 0),
            colour=_COLOURS[colour],
            copy_count=copies.get(pk, 0),
        )
        for sort_id, pk, uid, citekey, title, publisher, published, usage, rank, rating, colour in (
            found
        )
    }


@lru_cache(maxsize=8192)  # many articles are of the same day
def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


_USAGES = {usage.value: usage for usage in Usage}
_COLOURS = {colour.value: colour for colour in Colour}
