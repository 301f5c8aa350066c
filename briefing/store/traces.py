"""The table sentence_sources: which sentence of a memo cites what. Derived from the memo's text."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.ids import Uid
from briefing.store import article_index
from briefing.store.index_words import sound
from briefing.store.memos import pk_of


@dataclass(frozen=True, slots=True)
class SentenceSource:
    """A sentence (code points of the memo's body) and one key that it cites, as it is written."""

    start: int
    end: int
    key: str


def replace(
    connection: sqlite3.Connection, memo_uid: Uid, sources: Iterable[SentenceSource]
) -> None:
    """Let these be the sources of a memo; articles that are now cited, or no longer, are marked."""
    pk = pk_of(connection, memo_uid)
    rows = {(one.start, one.end, sound(one.key)) for one in sources}
    had = {(one.start, one.end, one.key) for one in of_memo(connection, memo_uid)}
    connection.executemany(
        "DELETE FROM sentence_sources WHERE memo_pk = ? AND start = ? AND end = ? AND key = ?",
        [(pk, *row) for row in had - rows],
    )
    connection.executemany(
        "INSERT INTO sentence_sources (memo_pk, start, end, key) VALUES (?, ?, ?, ?)",
        [(pk, *row) for row in rows - had],
    )
    turned = {key for _, _, key in rows} ^ {key for _, _, key in had}
    article_index.refresh(connection, article_index.pks_cited_as(connection, turned))


def of_memo(connection: sqlite3.Connection, memo_uid: Uid) -> tuple[SentenceSource, ...]:
    """Return the sources of a memo, in the order of its text."""
    rows = connection.execute(
        "SELECT start, end, key FROM sentence_sources JOIN memos ON pk = memo_pk"
        " WHERE uid = ? ORDER BY start, end, key",
        (memo_uid,),
    ).fetchall()
    return tuple(SentenceSource(*row) for row in rows)


def memos_citing(connection: sqlite3.Connection, keys: Iterable[str]) -> tuple[Uid, ...]:
    """Return the memos that cite any of these keys (`nyt2025vow`, `fact:7k2`)."""
    rows = connection.execute(
        "SELECT uid FROM memos WHERE pk IN (SELECT memo_pk FROM sentence_sources"
        " WHERE key IN (SELECT value FROM json_each(?))) ORDER BY pk",
        (json.dumps(list(keys)),),
    ).fetchall()
    return tuple(Uid(uid) for (uid,) in rows)


def keys_of_article(connection: sqlite3.Connection, article_uid: Uid) -> tuple[str, ...]:
    """Return the keys by which a memo can cite an article: its own, and those of its facts.

    Its own are also those of articles that were merged into it.
    """
    rows = connection.execute(
        "SELECT citekey FROM articles WHERE uid = :uid UNION ALL"
        " SELECT c.citekey FROM citekey_aliases AS c JOIN articles ON pk = article_pk"
        " WHERE uid = :uid UNION ALL"
        " SELECT DISTINCT 'fact:' || facts.key FROM articles"
        " JOIN evidence ON article_pk = articles.pk JOIN facts ON facts.pk = fact_pk"
        " WHERE articles.uid = :uid",
        {"uid": article_uid},
    ).fetchall()
    return tuple(key for (key,) in rows)
