"""The parts of an MHTML file: its page, and the pictures and frames that belong to it."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from itertools import islice

from briefing.errors import IntakeError

MAX_BYTES = 64 * 1024 * 1024
_MAX_PARTS = 5_000
_TAGS = re.compile(rb"<(?:!doctype html|html|head|body)[\s>]", re.IGNORECASE)
_BOUNDARY = re.compile(rb"^--(\S[^\r\n]{2,200})\r?\nContent-", re.MULTILINE | re.IGNORECASE)
_PAGE_HEADER = re.compile(rb"^Content-Type:\s*text/html", re.MULTILINE | re.IGNORECASE)
_PAGE_TYPES = frozenset({"text/html", "application/xhtml+xml"})


@dataclass(frozen=True, slots=True)
class Part:
    """One part; `url` is its Content-Location, `cid` its Content-ID without the brackets."""

    media_type: str
    data: bytes
    charset: str = ""
    url: str = ""
    cid: str = ""


def mhtml_page(data: bytes) -> Part:
    """Return the page of an MHTML file; raises IntakeError where it holds none."""
    return _page(data, list(mhtml_parts(data)))


def mhtml_parts(data: bytes) -> Iterator[Part]:
    """Yield the parts of an MHTML file in their order, up to a number.

    A message whose header has lost its boundary is read by the boundary that its parts show.
    """
    if len(data) > MAX_BYTES:
        raise IntakeError(f"The file is larger than {MAX_BYTES // 2**20} MB.")
    message = _parsed(data.lstrip(b"\r\n\t \xef\xbb\xbf"))
    for part in islice(message.walk(), _MAX_PARTS):
        if not part.is_multipart():
            yield _part(part, message)


def _page(data: bytes, parts: list[Part]) -> Part:
    """Return the first part that is HTML, else what of the bytes is."""
    pages = [part for part in parts if part.media_type in _PAGE_TYPES and part.data.strip()]
    pages += [part for part in parts if _TAGS.search(part.data[:4096])]
    if pages:
        return pages[0]
    found = _TAGS.search(data)
    if found is None:
        raise IntakeError("The web archive holds no page.")
    return Part("text/html", data[found.start() :])


def _parsed(data: bytes) -> Message:
    """Return the message; one without parts is read from the header of its first part on."""
    message = email.message_from_bytes(data)
    if message.is_multipart() or not message.get_content_type().startswith("multipart"):
        return message
    boundary = _BOUNDARY.search(data)
    page = _PAGE_HEADER.search(data)
    if boundary is not None:
        head = b'Content-Type: multipart/related; boundary="' + boundary[1].strip() + b'"'
        repaired = email.message_from_bytes(head + b"\r\n\r\n" + data[boundary.start() :])
    elif page is not None:
        repaired = email.message_from_bytes(data[page.start() :])
    else:
        return message
    if message["Snapshot-Content-Location"]:
        repaired["Snapshot-Content-Location"] = str(message["Snapshot-Content-Location"])
    return repaired


def _part(part: Message, whole: Message) -> Part:
    body = part.get_payload(decode=True)
    location = part["Content-Location"] or whole["Snapshot-Content-Location"]
    return Part(
        part.get_content_type(),
        body if isinstance(body, bytes) else b"",
        str(part.get_content_charset() or ""),
        _one_line(location or whole["Content-Location"]),
        _one_line(part["Content-ID"]).strip("<>"),
    )


def _one_line(value: object) -> str:
    return "".join(str(value).split()) if value else ""
