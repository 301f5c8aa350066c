"""The table of originals: the files that articles came from, byte for byte."""

import sqlite3
import zlib
from collections.abc import Iterable
from typing import NamedTuple

from briefing.model.article import Original
from briefing.model.ids import Uid
from briefing.store import row_blocks
from briefing.store.index_words import sound

_LEVEL = 6
_WORTH = 0.9  # packed only where that saves a tenth; pictures and PDFs are packed already
_PROBE = 256 * 1024
_SMALL = 32 * 1024  # below, packing takes an import longer than the room is worth
_COLUMNS = "name, media_type, sha256, size, packing, data, said, raw_text"


class PackedOriginal(NamedTuple):
    """A file as it is kept: packed where that saves space. Packing needs no library.

    `said` is what the file said of its article (services/file_saying.py), `raw_text` its text
    before it was cleaned, packed; both may be empty.
    """

    name: str
    media_type: str
    sha256: str
    size: int
    packing: str
    data: bytes
    said: str = ""
    raw_text: bytes = b""


def pack(original: Original, said: str = "", raw_text: str = "") -> PackedOriginal:
    """Return a file ready to be kept."""
    packing, data = _packed(original.data)
    return PackedOriginal(
        original.name,
        original.media_type,
        original.sha256,
        len(original.data),
        packing,
        data,
        said,
        zlib.compress(sound(raw_text).encode(), _LEVEL) if raw_text else b"",
    )


def unpack(packed: PackedOriginal) -> Original:
    """Return a file as it came, byte for byte."""
    data = zlib.decompress(packed.data) if packed.packing == "zlib" else packed.data
    return Original(packed.name, packed.media_type, data, packed.sha256)


def put(
    connection: sqlite3.Connection, article_pk: int, original: Original | PackedOriginal
) -> None:
    """Keep the file of an article, in place of an earlier one."""
    packed = original if isinstance(original, PackedOriginal) else pack(original)
    put_all(connection, [(article_pk, packed)])


def put_all(connection: sqlite3.Connection, packed: Iterable[tuple[int, PackedOriginal]]) -> None:
    """Keep the files of many articles, in place of earlier ones."""
    row_blocks.insert(
        connection,
        "originals",
        ("article_pk", *_COLUMNS.split(", ")),
        [(pk, *_values(one)) for pk, one in packed],
        "ON CONFLICT (article_pk) DO UPDATE SET name = excluded.name,"
        " media_type = excluded.media_type, sha256 = excluded.sha256, size = excluded.size,"
        " packing = excluded.packing, data = excluded.data, said = excluded.said,"
        " raw_text = excluded.raw_text",
    )


def find(connection: sqlite3.Connection, article_uid: Uid) -> Original | None:
    """Return the file of an article, or nothing."""
    packed = find_packed(connection, article_uid)
    return unpack(packed) if packed else None


def find_packed(connection: sqlite3.Connection, article_uid: Uid) -> PackedOriginal | None:
    """Return the file of an article as it is kept, or nothing."""
    row = connection.execute(
        f"SELECT {_COLUMNS} FROM originals JOIN articles ON pk = article_pk WHERE uid = ?",
        (article_uid,),
    ).fetchone()
    return PackedOriginal(*row[:-1], raw_text=row[-1] or b"") if row else None


def raw_text(connection: sqlite3.Connection, article_uid: Uid) -> str:
    """Return the text of an article's file before it was cleaned; empty where none is kept."""
    row = connection.execute(
        "SELECT raw_text FROM originals JOIN articles ON pk = article_pk WHERE uid = ?",
        (article_uid,),
    ).fetchone()
    return zlib.decompress(row[0]).decode() if row and row[0] else ""


def _values(packed: PackedOriginal) -> tuple[str | int | bytes | None, ...]:
    return (
        sound(packed.name),
        sound(packed.media_type),
        packed.sha256,
        packed.size,
        packed.packing,
        packed.data,
        packed.said,
        packed.raw_text or None,
    )


def _packed(data: bytes) -> tuple[str, bytes]:
    if len(data) <= _SMALL:
        return "none", data
    if len(data) > _PROBE:  # do not labour over a large file that a sample shows to be packed
        sample = data[:_PROBE]
        if len(zlib.compress(sample, _LEVEL)) > _WORTH * len(sample):
            return "none", data
    packed = zlib.compress(data, _LEVEL)
    return ("zlib", packed) if len(packed) < _WORTH * len(data) else ("none", data)
