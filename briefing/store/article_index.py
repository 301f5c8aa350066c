"""The derived part of article_texts: what the search index holds of each article.

Kept in the transaction of whatever it derives from. Triggers note which rows the index does not
hold as they are, and `flush` hands them to FTS5 before the commit.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from itertools import islice

from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store.index_tokens import Described, meta_text
from briefing.store.index_words import index_words

_CHUNK = 500
_FACT = "fact:"
_PARKED = -(2**61)  # where rows wait whose ids change places

_SOURCES = """
SELECT a.pk, a.sort_id, a.title, a.publisher, a.authors, a.published, a.language, a.usage, a.rank,
       a.reliability, a.credibility, a.note <> '', a.url <> '',
       (SELECT json_group_array(path) FROM (
            SELECT path FROM article_tags JOIN tags ON tags.pk = tag_pk
            WHERE article_pk = a.pk ORDER BY folded)),
       (SELECT media_type FROM originals WHERE article_pk = a.pk),
       EXISTS (SELECT 1 FROM evidence WHERE article_pk = a.pk),
       EXISTS (SELECT 1 FROM sentence_sources WHERE key = a.citekey)
       OR EXISTS (SELECT 1 FROM evidence JOIN facts ON facts.pk = fact_pk
                  JOIN sentence_sources ON sentence_sources.key = 'fact:' || facts.key
                  WHERE article_pk = a.pk)
FROM articles AS a WHERE a.pk IN (SELECT value FROM json_each(?))
"""
_KEPT = """
SELECT article_pk, sort_id, title, publisher, authors, tags, meta FROM article_texts
WHERE article_pk IN (SELECT value FROM json_each(?))
"""
_CHANGED = """
UPDATE article_texts SET sort_id = ?, title = ?, publisher = ?, authors = ?, tags = ?, meta = ?
WHERE article_pk = ?
"""
_COLUMNS = "title, publisher, authors, tags, body, meta"


@dataclass(frozen=True, slots=True)
class IndexRow:
    """The derived columns of one article."""

    pk: int
    sort_id: int
    title: str
    publisher: str
    authors: str
    tags: str
    meta: str


def derive(connection: sqlite3.Connection, pks: Iterable[int]) -> Iterator[IndexRow]:
    """Yield what the index should hold of each article."""
    waiting = iter(pks)
    while chunk := list(islice(waiting, _CHUNK)):
        yield from map(_index_row, connection.execute(_SOURCES, (json.dumps(chunk),)).fetchall())


def new_row(article: Article, media_type: str) -> IndexRow:
    """Return what the index holds of a new article without tags, which no memo cites yet.

    Needs no library, so that another process can make it; pk and sort_id are 0.
    """
    rating = (article.reliability, article.credibility)
    return _index_row(
        (
            *(0, 0, article.title, article.publisher, json.dumps(article.authors)),
            *(str(article.published) if article.published else None, article.language),
            *(article.usage, article.rank, *rating, bool(article.note), bool(article.url)),
            *("[]", media_type, False, False),
        )
    )


def add(connection: sqlite3.Connection, pk: int, body: str) -> None:
    """Put a new article into the index."""
    words = body_words(body)
    for row in derive(connection, (pk,)):
        insert(connection, row, body, words)


def insert(connection: sqlite3.Connection, row: IndexRow, body: str, words: str | None) -> None:
    """Put a row into the index that was made for it; `words` are its `body_words`."""
    connection.execute(
        "INSERT INTO article_texts (sort_id, article_pk, title, publisher, authors, tags, body,"
        " body_words, meta) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(row.sort_id, row.pk, row.title, row.publisher, row.authors, row.tags),
            *(body, words, row.meta),
        ),
    )


def body_words(body: str) -> str | None:
    """Return what is indexed in place of the body; nothing where the body serves."""
    words = index_words(body)
    return None if words == body else words


def refresh(connection: sqlite3.Connection, pks: Iterable[int]) -> None:
    """Bring the rows of articles up to date; rows that agree are not touched."""
    waiting = iter(pks)
    while chunk := list(islice(waiting, _CHUNK)):
        kept = {row[0]: row for row in connection.execute(_KEPT, (json.dumps(chunk),)).fetchall()}
        rows = [row for row in derive(connection, chunk) if kept.get(row.pk) != astuple(row)]
        set_aside(connection, [row.pk for row in rows])
        _park(connection, [row.pk for row in rows if kept[row.pk][1] != row.sort_id])
        connection.executemany(
            _CHANGED,
            [
                (row.sort_id, row.title, row.publisher, row.authors, row.tags, row.meta, row.pk)
                for row in rows
            ],
        )


def set_aside(connection: sqlite3.Connection, pks: Sequence[int]) -> None:
    """Take articles that are about to change or go out of the index, all by one statement."""
    if not pks:
        return
    chosen = (
        "SELECT sort_id FROM article_texts WHERE article_pk IN (SELECT value FROM json_each(?))"
        " AND sort_id NOT IN (SELECT sort_id FROM index_pending)"
    )
    wanted = (json.dumps(pks),)
    connection.execute(
        f"INSERT INTO article_fts (article_fts, rowid, {_COLUMNS})"
        f" SELECT 'delete', sort_id, {_COLUMNS} FROM article_index WHERE sort_id IN ({chosen})",
        wanted,
    )
    connection.execute(f"INSERT INTO index_pending (sort_id) {chosen}", wanted)


def flush(connection: sqlite3.Connection) -> None:
    """Index the rows that wait; called at the end of every transaction that writes."""
    if connection.execute("SELECT 1 FROM index_pending LIMIT 1").fetchone():
        connection.execute(
            f"INSERT INTO article_fts (rowid, {_COLUMNS}) SELECT sort_id, {_COLUMNS}"
            " FROM article_index WHERE sort_id IN (SELECT sort_id FROM index_pending)"
        )
        connection.execute("DELETE FROM index_pending")


def refresh_uids(connection: sqlite3.Connection, uids: Iterable[Uid]) -> None:
    """Do as `refresh`, for articles named by uid; those that are gone are passed over."""
    refresh(connection, pks_of(connection, uids))


def refresh_all(connection: sqlite3.Connection) -> None:
    """Bring the row of every article up to date."""
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
        " SELECT article_pk FROM evidence JOIN facts ON facts.pk = fact_pk"
        " WHERE facts.key IN (SELECT value FROM json_each(:facts))",
        {"keys": json.dumps(wanted), "facts": json.dumps(facts)},
    ).fetchall()
    return [pk for (pk,) in rows]


def _park(connection: sqlite3.Connection, pks: Sequence[int]) -> None:
    """Clear the way for rows whose ids change: one may want another's."""
    connection.executemany(
        "UPDATE article_texts SET sort_id = ? - article_pk WHERE article_pk = ?",
        [(_PARKED, pk) for pk in pks],
    )


def _index_row(row: tuple[object, ...]) -> IndexRow:
    (pk, sort_id, title, publisher, authors, published, language, usage, rank) = row[:9]
    (reliability, credibility, has_note, has_url, tags, media_type, has_facts, is_cited) = row[9:]
    paths: tuple[str, ...] = tuple(json.loads(str(tags)))
    present = {
        "fact": has_facts,
        "note": has_note,
        "url": has_url,
        "date": published,
        "tag": paths,
        "rank": rank is not None,
        "rating": reliability or credibility,
        "original": media_type,
        _file_kind(str(media_type or "")): media_type,
    }
    described = Described(
        usage=str(usage),
        rank=rank if isinstance(rank, int) else None,
        reliability=str(reliability),
        credibility=credibility if isinstance(credibility, int) else None,
        publisher=str(publisher),
        language=str(language),
        published=PartialDate.parse(published) if isinstance(published, str) else None,
        tags=paths,
        has=tuple(name for name, there in present.items() if there),
        is_cited=bool(is_cited),
    )
    return IndexRow(
        pk=int(str(pk)),
        sort_id=int(str(sort_id)),
        title=index_words(str(title)),
        publisher=index_words(str(publisher)),
        authors=index_words(" ; ".join(json.loads(str(authors)))),
        tags=index_words(" ; ".join(paths)),
        meta=meta_text(described),
    )


def _file_kind(media_type: str) -> str:
    """Return the short name by which `has:` asks for a kind of file, such as pdf or docx."""
    kind = media_type.partition(";")[0].rpartition("/")[2].strip().lower()
    return _KINDS.get(kind, kind)


_KINDS = {
    "vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "vnd.oasis.opendocument.text": "odt",
    "plain": "text",
    "xhtml+xml": "html",
    "rfc822": "email",
}
