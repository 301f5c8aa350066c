"""Many new articles at once: what needs no library is made beforehand, in other processes."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.store import (
    article_heads,
    article_index,
    article_places,
    articles,
    originals,
    sort_ids,
    tags,
)
from briefing.store.article_heads import HeadRow
from briefing.store.article_index import Entry
from briefing.store.index_words import sound
from briefing.store.originals import PackedOriginal
from briefing.store.timestamps import now


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What the index holds of an article: its head, its body, and the body's words if they differ.

    The body is as SQLite can hold it.
    """

    row: HeadRow
    body: str
    words: str | None


@dataclass(frozen=True, slots=True)
class NewArticle:
    """An article to be added, with its file, the places it is known by, and its index row."""

    article: Article
    original: PackedOriginal
    places: tuple[tuple[str, str], ...]  # (place, sha256)
    indexed: IndexedText


def index_text(article: Article, media_type: str) -> IndexedText:
    """Return what the index will hold of a new article."""
    body = sound(article.body)
    row = article_heads.new_row(article, media_type)
    return IndexedText(row, body, article_index.body_words(body))


def add_all(connection: sqlite3.Connection, news: Sequence[NewArticle]) -> None:
    """Add articles; quickest in the order of their dates, which is that of the index."""
    every = [new.article for new in news]
    ids = sort_ids.free_ids(connection, [article.published for article in every], now())
    added = list(zip(articles.add_rows(connection, every, ids), ids, news, strict=True))
    for pk, _, new in added:
        if new.article.tags:
            tags.attach(connection, "article", pk, new.article.tags)
    originals.put_all(connection, [(pk, new.original) for pk, _, new in added])
    places = ((place, pk, sha256) for pk, _, new in added for place, sha256 in new.places)
    article_places.put_all(
        connection, sorted(places)
    )  # in the order of the table, which is quicker
    entries = _entries(connection, added)
    article_index.insert(connection, sorted(entries, key=lambda entry: entry.row.sort_id))


def _entries(
    connection: sqlite3.Connection, added: Sequence[tuple[int, int, NewArticle]]
) -> Iterator[Entry]:
    """Yield what the index gets: as it was made beforehand, where the library says no more."""
    cited = _cited(connection, [new.article.citekey for _, _, new in added])
    made = {pk for pk, _, new in added if new.article.tags or new.article.citekey in cited}
    derived = {row.pk: row for row in article_heads.derive(connection, made)}
    for pk, sort_id, new in added:
        row = derived.get(pk) or new.indexed.row.placed(pk, sort_id)
        yield Entry(row, new.indexed.body, new.indexed.words)


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
