"""What tells whether articles that a fact rests on repeat one another: read, never written."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model.ids import Uid

_OPENING = 400  # code points: a dateline stands at the beginning


@dataclass(frozen=True, slots=True)
class SourceSigns:
    """An article as its source is known; `cluster` is that of its near-copies."""

    uid: Uid
    cluster: int | None
    publisher: str
    url: str
    sha256: str
    authors: tuple[str, ...]
    opening: str


def of_facts(
    connection: sqlite3.Connection, fact_uids: Iterable[Uid]
) -> dict[Uid, list[SourceSigns]]:
    """Return the articles that each fact rests on, each once, in the order of the evidence."""
    rows = connection.execute(
        "SELECT f.uid, e.article_pk FROM facts AS f JOIN evidence AS e ON e.fact_pk = f.pk"
        " WHERE f.uid IN (SELECT value FROM json_each(?)) GROUP BY f.pk, e.article_pk"
        " ORDER BY f.pk, min(e.pk)",
        (json.dumps(list(fact_uids)),),
    ).fetchall()
    articles = _articles(connection, {pk for _, pk in rows})
    found: dict[Uid, list[SourceSigns]] = {}
    for uid, pk in rows:
        found.setdefault(Uid(uid), []).append(articles[pk])
    return found


def of_article(connection: sqlite3.Connection, uid: Uid) -> SourceSigns | None:
    """Return one article as its source is known; nothing where there is none of that uid."""
    row = connection.execute("SELECT pk FROM articles WHERE uid = ?", (uid,)).fetchone()
    return _articles(connection, row)[row[0]] if row else None


def _articles(connection: sqlite3.Connection, pks: Iterable[int]) -> dict[int, SourceSigns]:
    rows = connection.execute(
        "SELECT a.pk, a.uid, d.cluster, a.publisher, a.url, coalesce(o.sha256, ''), a.authors,"
        f" coalesce(substr(t.body, 1, {_OPENING}), '') FROM articles AS a"
        " LEFT JOIN duplicate_members AS d ON d.article_pk = a.pk"
        " LEFT JOIN originals AS o ON o.article_pk = a.pk"
        " LEFT JOIN article_texts AS t ON t.article_pk = a.pk"
        " WHERE a.pk IN (SELECT value FROM json_each(?))",
        (json.dumps(list(pks)),),
    ).fetchall()
    return {
        pk: SourceSigns(
            Uid(uid), cluster, publisher, url, sha256, tuple(json.loads(authors)), opening
        )
        for pk, uid, cluster, publisher, url, sha256, authors, opening in rows
    }
