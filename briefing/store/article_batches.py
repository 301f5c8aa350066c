"""Many new articles at once: what needs no library is made beforehand, in other processes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.model.partial_date import PartialDate
from briefing.store import (
    article_heads,
    article_index,
    article_places,
    articles,
    originals,
    sort_ids,
    tags,
)
from briefing.store.article_columns import Columns, columns_of
from briefing.store.article_heads import HeadRow
from briefing.store.article_index import Entry
from briefing.store.index_words import sound
from briefing.store.originals import PackedOriginal
from briefing.store.timestamps import now


class ReadyRows(NamedTuple):
    """What the tables will hold of an article: its row, its head, its body as SQLite can hold it.

    `words` are the body's as they are indexed, if they differ.
    """

    columns: Columns
    head: HeadRow
    body: str
    words: str | None


class NewArticle(NamedTuple):
    """An article to be added, with its file and the places it is known by."""

    uid: Uid
    citekey: str
    published: PartialDate | None
    tags: Sequence[str]
    original: PackedOriginal
    places: tuple[tuple[str, str], ...]  # (place, sha256)
    rows: ReadyRows


def ready_rows(article: Article, media_type: str) -> ReadyRows:
    """Return what the tables will hold of a new article; its uid and citekey may come later."""
    body = sound(article.body)
    head = article_heads.new_row(article, media_type)
    return ReadyRows(columns_of(article), head, body, article_index.body_words(body))


def add_all(connection: sqlite3.Connection, news: Sequence[NewArticle]) -> None:
    """Add articles; quickest in the order of their dates, which is that of the index."""
    ids = sort_ids.free_ids(connection, [new.published for new in news], now())
    rows = [(new.uid, new.citekey, new.rows.columns) for new in news]
    added = list(zip(articles.add_rows(connection, rows, ids), ids, news, strict=True))
    for pk, _, new in added:
        if new.tags:
            tags.attach(connection, "article", pk, new.tags)
    originals.put_all(connection, [(pk, new.original) for pk, _, new in added])
    places = ((place, pk, sha256) for pk, _, new in added for place, sha256 in new.places)
    article_places.put_all(
        connection, sorted(places)
    )  # in the order of the table, which is quicker
    entries = _entries(connection, added)
    article_index.insert(connection, sorted(entries, key=lambda entry: entry.head.sort_id))


def _entries(
    connection: sqlite3.Connection, added: Sequence[tuple[int, int, NewArticle]]
) -> Iterator[Entry]:
    """Yield what the index gets: as it was made beforehand, where the library says no more."""
    cited = _cited(connection, [new.citekey for _, _, new in added])
    made = {pk for pk, _, new in added if new.tags or new.citekey in cited}
    derived = {head.pk: head for head in article_heads.derive(connection, made)}
    for pk, sort_id, new in added:
        head = derived.get(pk) or new.rows.head.placed(pk, sort_id)
        yield Entry(head, new.rows.body, new.rows.words)


def with_bytes(
    connection: sqlite3.Connection, hashes: Iterable[str]
) -> dict[str, tuple[Uid, str, str]]:
    """Return for each of these sha256 the first article of those bytes: uid, citekey, file name."""
    rows = connection.execute(
        "SELECT sha256, uid, citekey, name FROM originals JOIN articles ON pk = article_pk"
        " WHERE sha256 IN (SELECT value FROM json_each(?)) ORDER BY pk DESC",
        (json.dumps(list(hashes)),),
    ).fetchall()
    return {sha256: (Uid(uid), citekey, name) for sha256, uid, citekey, name in rows}


def with_url(connection: sqlite3.Connection, urls: Iterable[str]) -> dict[str, tuple[Uid, str]]:
    """Return for each of these addresses the first article that has it: uid and citekey."""
    rows = connection.execute(
        "SELECT url, uid, citekey FROM articles"
        " WHERE url <> '' AND url IN (SELECT value FROM json_each(?)) ORDER BY pk DESC",
        (json.dumps(list(urls)),),
    ).fetchall()
    return {url: (Uid(uid), citekey) for url, uid, citekey in rows}


def taken(connection: sqlite3.Connection, citekeys: Iterable[str]) -> set[str]:
    """Return which of these citekeys name an article, or one that was merged into another."""
    asked = {sound(citekey): citekey for citekey in citekeys}
    rows = connection.execute(
        "SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM articles WHERE citekey = value)"
        " OR EXISTS (SELECT 1 FROM citekey_aliases WHERE citekey = value)",
        (json.dumps(list(asked)),),
    ).fetchall()
    return {asked[citekey] for (citekey,) in rows}


def _cited(connection: sqlite3.Connection, citekeys: Iterable[str]) -> set[str]:
    """Return which of these keys a memo cites already, before there is such an article."""
    query = (
        "SELECT DISTINCT key FROM sentence_sources WHERE key IN (SELECT value FROM json_each(?))"
    )
    return {key for (key,) in connection.execute(query, (json.dumps(list(citekeys)),)).fetchall()}
