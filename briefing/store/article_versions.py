"""The table of article versions: what articles said before, with the files of that time."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from briefing.errors import NotFoundError
from briefing.model.article import Article, DateOrigin, Original
from briefing.model.article_version import ArticleVersion
from briefing.model.ids import Uid, new_uid
from briefing.model.partial_date import PartialDate
from briefing.store.index_words import sound
from briefing.store.originals import PackedOriginal, unpack
from briefing.store.timestamps import from_text, now_text

_SELECT = "SELECT uid, title, body, published, reason, collected_at FROM article_versions"
_STATE = "title, body, pages, published, date_origin"
_FILE = "name, media_type, sha256, size, packing, data, said, raw_text"

# An earlier state came in when the one before it went, the first one with the article.
_KEEP = f"""
INSERT INTO article_versions (uid, article_pk, {_STATE}, reason, collected_at, replaced_at, {_FILE})
SELECT :uid, a.pk, a.title, t.body, a.pages, a.published, a.date_origin, :reason,
       coalesce((SELECT max(replaced_at) FROM article_versions WHERE article_pk = a.pk),
                a.created_at),
       :moment, coalesce(o.name, ''), coalesce(o.media_type, ''), coalesce(o.sha256, ''),
       coalesce(o.size, 0), coalesce(o.packing, 'none'), o.data, coalesce(o.said, ''), o.raw_text
FROM articles AS a JOIN article_texts AS t ON t.article_pk = a.pk
LEFT JOIN originals AS o ON o.article_pk = a.pk
WHERE a.uid = :article
"""


def keep(connection: sqlite3.Connection, article_uid: Uid, reason: str) -> Uid:
    """Keep an article as it stands, with its file, before it changes; return the version."""
    uid = new_uid()
    values = {"uid": uid, "article": article_uid, "reason": sound(reason), "moment": now_text()}
    connection.execute(_KEEP, values)
    return uid


def hand_over(connection: sqlite3.Connection, from_pk: int, to_pk: int) -> None:
    """Let the earlier states of one article be those of another, which it is merged into."""
    connection.execute(
        "UPDATE article_versions SET article_pk = ? WHERE article_pk = ?", (to_pk, from_pk)
    )


def of_article(connection: sqlite3.Connection, article_uid: Uid) -> tuple[ArticleVersion, ...]:
    """Return the earlier states of an article, the newest first."""
    rows = connection.execute(
        f"{_SELECT} WHERE article_pk = (SELECT pk FROM articles WHERE uid = ?) ORDER BY pk DESC",
        (article_uid,),
    ).fetchall()
    return tuple(map(_version, rows))


def get(connection: sqlite3.Connection, uid: Uid) -> ArticleVersion:
    """Return one earlier state; NotFoundError where there is none."""
    row = connection.execute(f"{_SELECT} WHERE uid = ?", (uid,)).fetchone()
    if row is None:
        raise NotFoundError("There is no such earlier version in this library.")
    return _version(row)


def brought_back(connection: sqlite3.Connection, uid: Uid, article: Article) -> Article:
    """Return an article with what an earlier state has of it; NotFoundError where there is none."""
    version = get(connection, uid)
    query = "SELECT pages, date_origin FROM article_versions WHERE uid = ?"
    pages, origin = connection.execute(query, (uid,)).fetchone()
    return replace(
        article,
        title=version.title,
        body=version.body,
        published=version.published,
        date_origin=DateOrigin(origin),
        pages=tuple((start, label) for start, label in json.loads(pages)),
    )


def find_packed(connection: sqlite3.Connection, uid: Uid) -> PackedOriginal | None:
    """Return the file of an earlier state as it is kept, or nothing."""
    row = connection.execute(
        f"SELECT {_FILE} FROM article_versions WHERE uid = ? AND sha256 <> ''", (uid,)
    ).fetchone()
    return PackedOriginal(*row[:-1], raw_text=row[-1] or b"") if row else None


def find_original(connection: sqlite3.Connection, uid: Uid) -> Original | None:
    """Return the file of an earlier state, or nothing."""
    packed = find_packed(connection, uid)
    return unpack(packed) if packed else None


def with_bytes(
    connection: sqlite3.Connection, hashes: Iterable[str]
) -> dict[str, tuple[Uid, str, str]]:
    """Return for each of these sha256 whose earlier state it is: article, citekey, file name."""
    rows = connection.execute(
        "SELECT v.sha256, a.uid, citekey, v.name FROM article_versions AS v"
        " JOIN articles AS a ON a.pk = v.article_pk"
        " WHERE v.sha256 <> '' AND v.sha256 IN (SELECT value FROM json_each(?)) ORDER BY v.pk DESC",
        (json.dumps(list(hashes)),),
    ).fetchall()
    return {sha256: (Uid(uid), citekey, name) for sha256, uid, citekey, name in rows}


def has_same_text(connection: sqlite3.Connection, article_uid: Uid) -> bool:
    """Return whether the article as it stands is among its earlier states already."""
    row = connection.execute(
        "SELECT 1 FROM articles AS a JOIN article_texts AS t ON t.article_pk = a.pk"
        " LEFT JOIN originals AS o ON o.article_pk = a.pk"
        " JOIN article_versions AS v ON v.article_pk = a.pk AND v.title = a.title"
        " AND v.body = t.body AND v.sha256 = coalesce(o.sha256, '') WHERE a.uid = ?",
        (article_uid,),
    ).fetchone()
    return row is not None


def _version(row: tuple[str, str, str, str | None, str, str]) -> ArticleVersion:
    uid, title, body, published, reason, collected = row
    date = PartialDate.parse(published) if published else None
    return ArticleVersion(Uid(uid), title, body, date, reason, from_text(collected))
