"""The table of originals: the files that articles came from, byte for byte."""

import sqlite3
import zlib

from briefing.model.article import Original
from briefing.model.ids import Uid
from briefing.store.index_words import sound

_LEVEL = 6
_WORTH = 0.9  # packed only where that saves a tenth; pictures and PDFs are packed already
_PROBE = 256 * 1024


def put(connection: sqlite3.Connection, article_pk: int, original: Original) -> None:
    """Keep the file of an article, in place of an earlier one."""
    packing, data = _packed(original.data)
    connection.execute(
        "INSERT INTO originals (article_pk, name, media_type, sha256, size, packing, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (article_pk) DO UPDATE SET name = excluded.name,"
        " media_type = excluded.media_type, sha256 = excluded.sha256, size = excluded.size,"
        " packing = excluded.packing, data = excluded.data",
        (
            article_pk,
            sound(original.name),
            sound(original.media_type),
            original.sha256,
            len(original.data),
            packing,
            data,
        ),
    )


def find(connection: sqlite3.Connection, article_uid: Uid) -> Original | None:
    """Return the file of an article, or nothing."""
    row = connection.execute(
        "SELECT name, media_type, sha256, packing, data FROM originals"
        " JOIN articles ON pk = article_pk WHERE uid = ?",
        (article_uid,),
    ).fetchone()
    if row is None:
        return None
    name, media_type, sha256, packing, data = row
    return Original(name, media_type, zlib.decompress(data) if packing == "zlib" else data, sha256)


def find_by_sha256(connection: sqlite3.Connection, sha256: str) -> tuple[Uid, ...]:
    """Return the articles that came from these very bytes, the first added first."""
    return _uids(connection, "sha256 = ?", sha256)


def find_by_name(connection: sqlite3.Connection, name: str) -> tuple[Uid, ...]:
    """Return the articles that came from a file of this name, the first added first."""
    return _uids(connection, "name = ?", sound(name))


def _uids(connection: sqlite3.Connection, condition: str, value: str) -> tuple[Uid, ...]:
    rows = connection.execute(
        f"SELECT uid FROM originals JOIN articles ON pk = article_pk WHERE {condition} ORDER BY pk",
        (value,),
    ).fetchall()
    return tuple(Uid(uid) for (uid,) in rows)


def _packed(data: bytes) -> tuple[str, bytes]:
    probe = data[:_PROBE]
    if len(zlib.compress(probe, _LEVEL)) > _WORTH * len(probe):
        return "none", data
    return "zlib", zlib.compress(data, _LEVEL)
