"""The parts of a document that is a ZIP package (Word, OpenDocument), unpacked under caps."""

import lzma
import posixpath
import zipfile
import zlib
from io import BytesIO
from urllib.parse import unquote

from lxml import etree

from briefing.errors import IntakeError

MAX_MEMBERS = 10_000
MAX_PART = 64 * 1024 * 1024  # bytes of one part, unpacked
MAX_TOTAL = 160 * 1024 * 1024  # bytes of all that is unpacked
_DAMAGED = "It is damaged: its package cannot be unpacked."
_FAULTS = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, ValueError)


class DocumentPackage:
    """Unpacks parts by name; nothing is written anywhere."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except (*_FAULTS, NotImplementedError):
            raise IntakeError(_DAMAGED) from None
        if len(members) > MAX_MEMBERS:
            raise IntakeError(f"Its package holds more than {MAX_MEMBERS} parts.")
        self._members = {_key(member.filename): member for member in members}
        self._left = MAX_TOTAL

    def has(self, name: str) -> bool:
        """Return whether there is a part of that name."""
        return _key(name) in self._members

    def read(self, name: str) -> bytes:
        """Return a part's bytes, nothing where there is none; IntakeError beyond the caps."""
        member = self._members.get(_key(name))
        if member is None:
            return b""
        if member.flag_bits & 1:
            raise IntakeError("It is protected by a password; save it without one.")
        most = min(MAX_PART, self._left)
        try:
            with self._zip.open(member) as part:
                data = part.read(most + 1)
        except (*_FAULTS, NotImplementedError, RuntimeError):
            raise IntakeError(_DAMAGED) from None
        if len(data) > most:
            raise IntakeError("It is too large once unpacked; split it first.")
        self._left -= len(data)
        return data

    def xml(self, name: str) -> etree._Element | None:  # pyright: ignore[reportPrivateUsage]
        """Return a part's root element; None where the part is missing or empty."""
        data = self.read(name)
        return parsed(data) if data.strip() else None


def parsed(data: bytes) -> etree._Element:  # pyright: ignore[reportPrivateUsage]
    """Return the root of XML from outside: no entities, no network, libxml2's own caps on size.

    Raises IntakeError where it is damaged or brings a document type, which these formats forbid
    (ECMA-376-2, 8.1.4; OpenDocument 1.3-2, 3.3).
    """
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        raise IntakeError("It is damaged: its text is no sound XML.") from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise IntakeError("It brings a document type of its own, which is not safe to read.")
    return root


def resolved(base: str, wanted: str) -> str:
    """Return the name of a part that another one refers to, inside the package."""
    path = unquote(wanted.split("#", 1)[0])
    joined = posixpath.join("/", posixpath.dirname(base), path)
    return posixpath.normpath(joined).lstrip("/")


def _key(name: str) -> str:
    """Return a part's name as packages compare it: case does not count (ECMA-376-2, 6.2.2.3)."""
    return posixpath.normpath("/" + name.replace("\\", "/")).lstrip("/").casefold()
