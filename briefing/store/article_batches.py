"""Many new articles at once: what needs no library is made beforehand, in other processes."""

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from briefing.model.article import Article
from briefing.model.ids import Uid
from briefing.store import (
    article_heads,
    article_index,
    article_places,
    articles,
    facet_sets,
    originals,
    sort_ids,
    tags,
    terms,
)
from briefing.store.article_heads import HeadRow
from briefing.store.index_words import sound
from briefing.store.originals import PackedOriginal
from briefing.store.timestamps import now


@dataclass(frozen=True, slots=True)
class IndexedText:
    """What the index holds of an article: its head, the words of its body if they differ.

    `terms` is every word of it once, for the dictionary; a set would be slow to hand over.
    """

    row: HeadRow
    words: str | None
    terms: str


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
    body_words = article_index.body_words(body)
    row = article_heads.new_row(article, media_type)
    found = terms.of_text("\n".join((*row.words, body if body_words is None else body_words)))
    return IndexedText(row, body_words, " ".join(found))


def add_all(connection: sqlite3.Connection, news: Sequence[NewArticle]) -> None:
    """Add articles; quickest in the order of their dates, which is that of the index."""
    cited = _cited(connection, [new.article.citekey for new in news])
    moment = now()
    rows: list[HeadRow] = []
    words = Counter[str]()
    for new in news:
        article = replace(new.article, created_at=moment, updated_at=moment)
        sort_id = sort_ids.free_id(connection, article.published, moment)
        pk = articles.add_row(connection, article, sort_id)
        tags.attach(connection, "article", pk, article.tags)
        originals.put(connection, pk, new.original)
        for place, sha256 in new.places:
            article_places.put(connection, place, article.uid, sha256)
        body = sound(article.body)
        if article.tags or article.citekey in cited:
            article_index.add(connection, pk, body)
        else:
            rows.append(replace(new.indexed.row, pk=pk, sort_id=sort_id))
            article_index.insert(connection, rows[-1], body, new.indexed.words)
            words.update(new.indexed.terms.split(" "))
    _note(connection, rows, words)


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


def _note(connection: sqlite3.Connection, rows: Sequence[HeadRow], words: Counter[str]) -> None:
    """Derive what is quickest for many articles at once: facets, and counts of words."""
    facet_sets.put(connection, [(row.sort_id, row.facets) for row in rows])
    del words[""]
    terms.count(connection, words)
    connection.executemany(
        "UPDATE index_pending SET is_counted = 1 WHERE sort_id = ?",
        [(row.sort_id,) for row in rows],
    )


def _cited(connection: sqlite3.Connection, citekeys: Iterable[str]) -> set[str]:
    """Return which of these keys a memo cites already, before there is such an article."""
    query = (
        "SELECT DISTINCT key FROM sentence_sources WHERE key IN (SELECT value FROM json_each(?))"
    )
    return {key for (key,) in connection.execute(query, (json.dumps(list(citekeys)),)).fetchall()}
