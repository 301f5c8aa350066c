"""A ZIP file to the articles in its members, each read by the reader of its own format."""

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath, PureWindowsPath

from briefing.errors import IntakeError
from briefing.intake.companions import companion_of
from briefing.intake.found_article import FoundArticle
from briefing.intake.litter import is_litter
from briefing.intake.parts import MAX_PARTS, inside, read_part, too_large, why_full
from briefing.intake.register import reader_for, why_unsupported

_ENTRY = b"PK\x01\x02"  # begins each member's entry in the directory at the end (APPNOTE 4.3.12)
_UTF_8_NAME = 0x800  # APPNOTE 4.4.4, bit 11
_ENCRYPTED = 0x1  # bit 0
_DAMAGED = "The ZIP file is damaged."
_FAULTS = (zipfile.BadZipFile, zlib.error, EOFError, struct.error, OSError, ValueError)


def read_zip(name: str, data: bytes) -> Iterator[FoundArticle]:
    """Yield what every member holds; `part` is the member's path.

    Nothing is unpacked to disk. What systems leave in archives, and the folder of a page that a
    browser saved as “complete”, is passed over. Raises IntakeError where it is no ZIP file.
    """
    del name
    if data.count(_ENTRY) > 2 * MAX_PARTS:
        raise IntakeError(f"The ZIP file holds more than {2 * MAX_PARTS:,} files; split it first.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (*_FAULTS, NotImplementedError) as fault:
        raise IntakeError(_DAMAGED) from fault
    with archive:
        for path, member in _members(archive):
            for found in _read_member(archive, path, member):
                yield inside(path, found)


def _members(archive: zipfile.ZipFile) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    """Yield the files of an archive by their paths; a path that comes twice is told apart."""
    files = [(_path(member), member) for member in archive.infolist() if not member.is_dir()]
    beside: dict[PurePosixPath, set[str]] = {}
    for path, _ in files:
        place = PurePosixPath(path)
        beside.setdefault(place.parent, set()).add(place.name.casefold())
    seen: dict[str, int] = {}
    for path, member in files:
        if not _is_passed_over(PurePosixPath(path), beside):
            seen[path] = seen.get(path, 0) + 1
            yield (path if seen[path] == 1 else f"{path} ({seen[path]})"), member


def _read_member(
    archive: zipfile.ZipFile, path: str, member: zipfile.ZipInfo
) -> Iterator[FoundArticle]:
    try:
        data = _data(archive, path, member)
    except IntakeError as fault:
        yield FoundArticle(None, remark=str(fault))
        return
    yield from read_part(PurePosixPath(path).name, data)


def _data(archive: zipfile.ZipFile, path: str, member: zipfile.ZipInfo) -> bytes:
    """Return a member's bytes; raises IntakeError, one sentence, where it is not to be had."""
    reader = reader_for(PurePosixPath(path))
    if reason := why_full():
        raise IntakeError(reason)
    if _leads_out(path):
        raise IntakeError("Its name leads out of the ZIP file; it was not opened.")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise IntakeError("It is a link, not a file.")
    if reader is None:
        raise IntakeError(why_unsupported(PurePosixPath(path)))
    if member.flag_bits & _ENCRYPTED:
        raise IntakeError("It is encrypted; unpack it with its password first.")
    if member.file_size > reader.max_bytes:
        raise IntakeError(too_large(reader.max_bytes))
    try:
        with archive.open(member) as file:
            data = file.read(reader.max_bytes + 1)
    except NotImplementedError as fault:
        raise IntakeError("It is packed in a way that is not known here.") from fault
    except (*_FAULTS, RuntimeError) as fault:
        raise IntakeError("It is damaged and cannot be unpacked.") from fault
    if len(data) > reader.max_bytes:  # its entry told a lie
        raise IntakeError(too_large(reader.max_bytes))
    return data


def _path(member: zipfile.ZipInfo) -> str:
    """Return a member's path; one that is UTF-8 without saying so is read as what it is."""
    path = member.filename.replace("\\", "/")
    if not member.flag_bits & _UTF_8_NAME:
        with suppress(UnicodeError):  # then it is in the code page that ZIP had of old
            path = path.encode("cp437").decode()
    return path


def _leads_out(path: str) -> bool:
    place = PurePosixPath(path)
    return ".." in place.parts or place.is_absolute() or bool(PureWindowsPath(path).drive)


def _is_passed_over(path: PurePosixPath, beside: dict[PurePosixPath, set[str]]) -> bool:
    if any(is_litter(part) and part not in {".", ".."} for part in path.parts):
        return True
    return any(
        companion_of(folder.name, beside.get(folder.parent, frozenset[str]()))
        for folder in path.parents
        if folder.name
    )
