"""The table of articles, with their texts and tags."""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from briefing.errors import NotFoundError
from briefing.model.article import Article, Colour, DateOrigin, Original, Usage
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store import (
    article_index,
    duplicate_members,
    fact_evidence,
    fact_index,
    originals,
    row_blocks,
    sort_ids,
    tags,
)
from briefing.store.article_columns import Columns, columns_of
from briefing.store.index_words import sound
from briefing.store.timestamps import from_text, now, to_text

_COLUMNS = (
    "uid, citekey, a.title, url, a.publisher, a.authors, published, date_origin, accessed,"
    " language, summary, usage, rank, reliability, credibility, note, colour, fields, pages,"
    " created_at, updated_at, a.sort_id"
)
_SELECT = (
    f"SELECT a.pk, body, {_COLUMNS} FROM articles AS a JOIN article_texts ON article_pk = a.pk"
)
# A key names an article, or else what the article was merged into.
_NAMED = (
    "coalesce((SELECT pk FROM articles WHERE citekey = :key),"
    " (SELECT article_pk FROM citekey_aliases WHERE citekey = :key))"
)
_MARKS = {"usage", "rank", "reliability", "credibility", "note", "colour"}
_MISSING = "There is no article “{}” in this library."
_BATCH = 200
_TIMES = ("created_at", "updated_at")


def get(connection: sqlite3.Connection, uid: Uid) -> Article:
    """Return an article; NotFoundError where there is none."""
    return _only(connection, "uid = ?", uid)


def get_by_citekey(connection: sqlite3.Connection, citekey: str) -> Article:
    """Return the article of a citekey, whatever its case; NotFoundError where there is none.

    The citekey of an article that was merged into another names that one.
    """
    row = connection.execute(f"{_SELECT} WHERE a.pk = {_NAMED}", {"key": sound(citekey)}).fetchone()
    if row is None:
        raise NotFoundError(_MISSING.format(citekey))
    return _article(connection, row)


def find_by_citekey(connection: sqlite3.Connection, citekey: str) -> Uid | None:
    """Return the article of a citekey, or of one that was merged into it, or nothing."""
    query = f"SELECT uid FROM articles WHERE pk = {_NAMED}"
    row = connection.execute(query, {"key": sound(citekey)}).fetchone()
    return Uid(row[0]) if row else None


def count(connection: sqlite3.Connection) -> int:
    """Return how many articles there are."""
    return connection.execute("SELECT count(*) FROM articles").fetchone()[0]


def every(connection: sqlite3.Connection) -> Iterator[Article]:
    """Yield all articles, the newest first, without holding the library for long."""
    last = 2**62
    query = f"{_SELECT} WHERE a.sort_id < ? ORDER BY a.sort_id DESC LIMIT ?"
    while rows := connection.execute(query, (last, _BATCH)).fetchall():
        for row in rows:
            yield _article(connection, row)
        last = rows[-1][-1]


def add(
    connection: sqlite3.Connection, article: Article, original: Original | None = None
) -> Article:
    """Keep a new article, with the file it came from; return it with its times."""
    moment = article.created_at or now()
    article = replace(article, created_at=moment, updated_at=article.updated_at or moment)
    pk = add_row(connection, article, sort_ids.free_id(connection, article.published, moment))
    tags.attach(connection, "article", pk, article.tags)
    if original:
        originals.put(connection, pk, original)
    article_index.add(connection, pk, sound(article.body))
    return article


def add_row(connection: sqlite3.Connection, article: Article, sort_id: int) -> int:
    """Add the row of an article alone, without tags, file and text; return its pk."""
    values = {"sort_id": sort_id, **_values(article)}
    places = ", ".join(f":{name}" for name in values)
    cursor = connection.execute(
        f"INSERT INTO articles ({', '.join(values)}) VALUES ({places})", values
    )
    return int(cursor.lastrowid or 0)


def add_rows(
    connection: sqlite3.Connection,
    news: Sequence[tuple[Uid, str, Columns]],
    sort_ids: Sequence[int],
) -> range:
    """Do as `add_row` for many articles: uid, citekey, `columns_of`; return their pks in order."""
    first = connection.execute("SELECT coalesce(max(pk), 0) + 1 FROM articles").fetchone()[0]
    pks = range(first, first + len(news))
    moment = to_text(now())
    row_blocks.insert(
        connection,
        "articles",
        ("uid", "citekey", *Columns._fields, *_TIMES, "pk", "sort_id"),
        [
            (uid, sound(citekey), *columns, moment, moment, pk, sort_id)
            for (uid, citekey, columns), pk, sort_id in zip(news, pks, sort_ids, strict=True)
        ],
    )
    return pks


def update(
    connection: sqlite3.Connection, article: Article, original: Original | None = None
) -> None:
    """Change an article to what is handed in, its original too if one is."""
    pk = pk_of(connection, article.uid)
    values = _values(replace(article, updated_at=now()))
    del values["uid"], values["created_at"]
    values["sort_id"] = _sort_id(connection, pk, article)
    assignments = ", ".join(f"{name} = :{name}" for name in values)
    connection.execute(f"UPDATE articles SET {assignments} WHERE pk = :pk", {**values, "pk": pk})
    tags.replace(connection, "article", pk, article.tags)
    if original:
        originals.put(connection, pk, original)
    body = sound(article.body)
    connection.execute(
        "UPDATE article_texts SET body = ?, body_words = ? WHERE article_pk = ? AND body IS NOT ?",
        (body, article_index.body_words(body), pk, body),
    )
    article_index.refresh(connection, (pk,))


def mark(
    connection: sqlite3.Connection, uids: Iterable[Uid], columns: Mapping[str, str | int | None]
) -> None:
    """Set the same columns of many articles: what an analyst marks them with."""
    if not columns.keys() <= _MARKS:
        raise ValueError(f"not for marking: {sorted(columns)}")
    assignments = ", ".join(f"{name} = :{name}" for name in columns)
    pks = [pk_of(connection, uid) for uid in uids]
    moment = to_text(now())
    connection.executemany(
        f"UPDATE articles SET {assignments}, updated_at = :moment WHERE pk = :pk",
        [{**columns, "moment": moment, "pk": pk} for pk in pks],
    )
    article_index.refresh(connection, pks)


def retag(
    connection: sqlite3.Connection, uids: Iterable[Uid], change: Callable[[int], None]
) -> None:
    """Let `change` alter the tags of many articles, each named by its pk."""
    pks = [pk_of(connection, uid) for uid in uids]
    for pk in pks:
        change(pk)
    tags.prune(connection)
    article_index.refresh(connection, pks)


def remove(connection: sqlite3.Connection, uids: Iterable[Uid]) -> None:
    """Remove articles with their texts, their originals and the evidence in them."""
    pks = [pk_of(connection, uid) for uid in uids]
    facts = fact_evidence.facts_in(connection, pks)
    fellows = duplicate_members.fellows(connection, pks)
    article_index.set_aside(connection, pks)
    connection.executemany("DELETE FROM articles WHERE pk = ?", [(pk,) for pk in pks])
    tags.prune(connection)
    fact_index.refresh(connection, facts)
    duplicate_members.recluster(connection, fellows)


def pk_of(connection: sqlite3.Connection, uid: Uid) -> int:
    """Return the pk of an article; NotFoundError where there is none."""
    row = connection.execute("SELECT pk FROM articles WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError(_MISSING.format(uid))
    return row[0]


def _only(connection: sqlite3.Connection, condition: str, value: str) -> Article:
    row = connection.execute(f"{_SELECT} WHERE {condition}", (value,)).fetchone()
    if row is None:
        raise NotFoundError(_MISSING.format(value))
    return _article(connection, row)


def _sort_id(connection: sqlite3.Connection, pk: int, article: Article) -> int:
    query = "SELECT sort_id FROM articles WHERE pk = ?"
    here: int = connection.execute(query, (pk,)).fetchone()[0]
    if sort_ids.fits(here, article.published):
        return here
    return sort_ids.free_id(connection, article.published, article.created_at or now())


def _values(article: Article) -> dict[str, str | int | None]:
    """Return every column that is the article's own."""
    times = (to_text(article.created_at or now()), to_text(article.updated_at or now()))
    return {
        "uid": article.uid,
        "citekey": sound(article.citekey),
        **columns_of(article)._asdict(),
        **dict(zip(_TIMES, times, strict=True)),
    }


def _article(connection: sqlite3.Connection, row: tuple[object, ...]) -> Article:
    (pk, body, uid, citekey, title, url, publisher, authors, published, origin) = row[:10]
    (accessed, language, summary, usage, rank, reliability, credibility, note) = row[10:18]
    (colour, fields, pages, created, updated) = row[18:23]
    return Article(
        uid=Uid(str(uid)),
        citekey=str(citekey),
        title=str(title),
        body=str(body),
        url=str(url),
        publisher=str(publisher),
        authors=tuple(json.loads(str(authors))),
        published=_date(published),
        date_origin=DateOrigin(str(origin)),
        accessed=_date(accessed),
        language=str(language),
        summary=str(summary),
        usage=Usage(str(usage)),
        rank=rank if isinstance(rank, int) else None,
        reliability=str(reliability),
        credibility=credibility if isinstance(credibility, int) else None,
        note=str(note),
        colour=Colour(str(colour)),
        tags=tags.paths_of(connection, "article", int(str(pk))),
        fields=tuple((name, value) for name, value in json.loads(str(fields))),
        pages=tuple((start, label) for start, label in json.loads(str(pages))),
        created_at=_time(created),
        updated_at=_time(updated),
    )


def _date(value: object) -> PartialDate | None:
    return PartialDate.parse(value) if isinstance(value, str) else None


def _time(value: object) -> datetime:
    return from_text(str(value))
