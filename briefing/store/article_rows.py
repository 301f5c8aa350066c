"""Articles as lists show them: no body, with their tags and how many facts and memos use them."""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.errors import NotFoundError
from briefing.model.article import ArticleRow, Colour, Usage
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate

READ_AT_MOST = 100_000  # characters of a body in which hits are looked for

_SELECT = """
SELECT a.sort_id, a.uid, a.citekey, a.title, a.publisher, a.published, a.usage, a.rank,
       a.reliability || coalesce(a.credibility, ''), a.colour,
       (SELECT json_group_array(path) FROM (
            SELECT path FROM article_tags JOIN tags ON tags.pk = tag_pk
            WHERE article_pk = a.pk ORDER BY folded)),
       (SELECT count(DISTINCT fact_pk) FROM evidence WHERE article_pk = a.pk),
       (SELECT count(DISTINCT memo_pk) FROM sentence_sources WHERE key = a.citekey OR key IN (
            SELECT 'fact:' || facts.key FROM evidence JOIN facts ON facts.pk = fact_pk
            WHERE article_pk = a.pk))
FROM articles AS a
"""


@dataclass(frozen=True, slots=True)
class RowText:
    """What a list may show beneath the row: the summary, and the text where it begins."""

    summary: str
    body: str


def of_ids(connection: sqlite3.Connection, ids: Sequence[int]) -> list[ArticleRow]:
    """Return the rows of these row ids of the index, in their order."""
    query = f"{_SELECT} WHERE a.sort_id IN (SELECT value FROM json_each(?))"
    found = {row[0]: _row(row) for row in connection.execute(query, (json.dumps(ids),)).fetchall()}
    return [found[one] for one in ids if one in found]


def texts_of_ids(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[Uid, RowText]:
    """Return the texts of these row ids of the index, each cut at READ_AT_MOST characters."""
    rows = connection.execute(
        "SELECT uid, summary, substr(body, 1, ?) FROM articles AS a JOIN article_texts AS t"
        " ON t.sort_id = a.sort_id WHERE a.sort_id IN (SELECT value FROM json_each(?))",
        (READ_AT_MOST, json.dumps(ids)),
    ).fetchall()
    return {Uid(uid): RowText(summary, body) for uid, summary, body in rows}


def get(connection: sqlite3.Connection, uid: Uid) -> ArticleRow:
    """Return one row; NotFoundError where there is none."""
    row = connection.execute(f"{_SELECT} WHERE a.uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError(f"There is no article “{uid}” in this library.")
    return _row(row)


def _row(row: tuple[object, ...]) -> ArticleRow:
    (
        _,
        uid,
        citekey,
        title,
        publisher,
        published,
        usage,
        rank,
        rating,
        colour,
        tags,
        facts,
        memos,
    ) = row
    return ArticleRow(
        uid=Uid(str(uid)),
        citekey=str(citekey),
        title=str(title),
        publisher=str(publisher),
        published=PartialDate.parse(published) if isinstance(published, str) else None,
        usage=Usage(str(usage)),
        rank=rank if isinstance(rank, int) else None,
        rating=str(rating),
        tags=tuple(json.loads(str(tags))),
        fact_count=int(str(facts)),
        memo_count=int(str(memos)),
        colour=Colour(str(colour)),
    )
