"""The table of originals: the files that articles came from, byte for byte."""

import sqlite3
import zlib
from dataclasses import dataclass

from briefing.model.article import Original
from briefing.model.ids import Uid
from briefing.store.index_words import sound

_LEVEL = 6
_WORTH = 0.9  # packed only where that saves a tenth; pictures and PDFs are packed already
_PROBE = 256 * 1024


@dataclass(frozen=True, slots=True)
class PackedOriginal:
    """A file as it is kept: packed where that saves space. Packing needs no library."""

    name: str
    media_type: str
    sha256: str
    size: int
    packing: str
    data: bytes


def pack(original: Original) -> PackedOriginal:
    """Return a file ready to be kept."""
    packing, data = _packed(original.data)
    size = len(original.data)
    return PackedOriginal(original.name, original.media_type, original.sha256, size, packing, data)


def unpack(packed: PackedOriginal) -> Original:
    """Return a file as it came, byte for byte."""
    data = zlib.decompress(packed.data) if packed.packing == "zlib" else packed.data
    return Original(packed.name, packed.media_type, data, packed.sha256)


def put(
    connection: sqlite3.Connection, article_pk: int, original: Original | PackedOriginal
) -> None:
    """Keep the file of an article, in place of an earlier one."""
    packed = original if isinstance(original, PackedOriginal) else pack(original)
    connection.execute(
        "INSERT INTO originals (article_pk, name, media_type, sha256, size, packing, data)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (article_pk) DO UPDATE SET name = excluded.name,"
        " media_type = excluded.media_type, sha256 = excluded.sha256, size = excluded.size,"
        " packing = excluded.packing, data = excluded.data",
        (
            article_pk,
            sound(packed.name),
            sound(packed.media_type),
            packed.sha256,
            packed.size,
            packed.packing,
            packed.data,
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
    return unpack(PackedOriginal(name, media_type, sha256, len(data), packing, data))


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
    if len(data) > _PROBE:  # do not labour over a large file that a sample shows to be packed
        sample = data[:_PROBE]
        if len(zlib.compress(sample, _LEVEL)) > _WORTH * len(sample):
            return "none", data
    packed = zlib.compress(data, _LEVEL)
    return ("zlib", packed) if len(packed) < _WORTH * len(data) else ("none", data)
