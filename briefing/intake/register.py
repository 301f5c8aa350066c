"""The formats that can be imported: which file is which, and who reads it."""

from pathlib import PurePath

from briefing.intake.article_formats import READERS, Reader
from briefing.intake.json_kinds import kind_of_json
from briefing.intake.mbox_split import is_mbox
from briefing.intake.true_formats import true_suffix
from briefing.intake.xml_kinds import kind_of_xml

HEAD = 256 * 1024  # of a file is enough to tell which of several formats it has
_JSON_STARTS = (b"{", b"[")
_PACKED = frozenset((".tar", ".gz", ".tgz", ".bz2", ".tbz", ".xz", ".txz", ".zst", ".7z", ".rar"))
_PLAIN = next(reader for reader in READERS if reader.media_type == "text/plain")
_MAILBOX = next(reader for reader in READERS if reader.media_type == "application/mbox")


def reader_for(path: PurePath, beginning: bytes = b"") -> Reader | None:
    """Return who reads a file that is so called and begins so.

    A name without a suffix may be plain text or a mailbox. `beginning` (HEAD bytes or more) tells
    formats apart that share a suffix, and one that goes by another's name; without it, the first
    of a suffix is returned.
    """
    suffix = "" if _has_no_suffix(path) else path.suffix.lower()
    if not suffix and is_mbox(beginning):
        return _MAILBOX
    if beginning and (not suffix or suffix in _BY_SUFFIX):
        suffix = true_suffix(suffix, beginning)
    if not suffix:
        return _PLAIN
    readers = _BY_SUFFIX.get(suffix, [])
    if not beginning or all(not reader.kinds for reader in readers):
        return readers[0] if readers else None
    kind = _kind(beginning)
    exact = (reader for reader in readers if kind and kind in reader.kinds)
    rest = (reader for reader in readers if not reader.kinds)
    return next(exact, None) or next(rest, None)


def is_heavy(path: PurePath) -> bool:
    """Return whether a file that is so called may have to be read in a process of its own."""
    if _has_no_suffix(path):
        return True  # it may be a mailbox
    return any(reader.is_heavy for reader in _BY_SUFFIX.get(path.suffix.lower(), ()))


def is_table(path: PurePath) -> bool:
    """Return whether a file that is so called may be a table, with columns to be mapped."""
    return any(reader.is_table for reader in _BY_SUFFIX.get(path.suffix.lower(), ()))


def why_unsupported(path: PurePath) -> str:
    """Return the sentence for a file that no reader takes."""
    suffix = path.suffix.lower()
    if suffix in _BY_SUFFIX:
        return f"The {suffix} file is of a kind that cannot be imported."
    if suffix in _PACKED:
        return f"Files of the type {suffix} cannot be imported; unpack it, or pack it as ZIP."
    return f"Files of the type {suffix} cannot be imported."


def _has_no_suffix(path: PurePath) -> bool:
    """Return whether what stands behind the last dot, if there is one, is no suffix."""
    suffix = path.suffix
    return not suffix[1:].strip() or suffix[1:].isdecimal() or " " in suffix


def _kind(beginning: bytes) -> str:
    start = beginning[:HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    is_json = start.startswith(_JSON_STARTS)
    return kind_of_json(beginning) if is_json else kind_of_xml(beginning)


def _by_suffix() -> dict[str, list[Reader]]:
    found: dict[str, list[Reader]] = {}
    for reader in READERS:
        for suffix in reader.suffixes:
            found.setdefault(suffix, []).append(reader)
    return found


_BY_SUFFIX = _by_suffix()
