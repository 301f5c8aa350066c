"""A file that came with a mail: its bytes unpacked, and a safe name of its own."""

import binascii
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.errors import MessageError
from email.message import Message
from email.policy import compat32
from typing import cast

from briefing.intake.mail_headers import decode_words

_LONGEST_NAME = 120
SUFFIXES = {
    "message/rfc822": ".eml",
    "message/global": ".eml",
    "text/plain": ".txt",
    "text/html": ".html",
    "text/markdown": ".md",
    "text/calendar": ".ics",
    "text/vcard": ".vcf",
    "text/x-vcard": ".vcf",
    "text/csv": ".csv",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
    "application/pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/zip": ".zip",
    "application/mac-binhex40": ".hqx",
    "application/ms-tnef": ".dat",
}
_CERTAIN = (".eml", ".hqx")  # whatever the file is called
_UNSAFE = re.compile(r'[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*\\/]+')


@dataclass(frozen=True, slots=True)
class MailFile:
    """A file that came with a mail; `data` is None where it could not be unpacked, and why."""

    name: str
    data: bytes | None
    reason: str = "The attachment is damaged and cannot be unpacked."


def attached_file(part: Message) -> MailFile:
    """Return the file that a part is, or the message that is attached as one."""
    kind = part.get_content_type()
    suffix = SUFFIXES.get(kind, "")
    data = _inner_message(part) if suffix == ".eml" else part_bytes(part)
    name = safe_name(given_name(part), suffix)
    is_called_so = name.lower().endswith(suffix) or suffix not in _CERTAIN
    return MailFile(name if is_called_so else name + suffix, data)


def part_bytes(part: Message) -> bytes | None:
    """Return what a part holds, its transfer encoding undone; None where that fails."""
    try:
        data = part.get_payload(decode=True)
    except (ValueError, LookupError, binascii.Error, MessageError, AssertionError, TypeError):
        return None
    return data if isinstance(data, bytes) else None


def children(part: Message) -> list[Message]:
    """Return the parts that a part is made of."""
    payload = cast("object", part.get_payload())
    inner = cast("list[object]", payload) if isinstance(payload, list) else []
    return [cast("Message", child) for child in inner if isinstance(child, Message)]


def given_name(part: Message) -> str:
    """Return the file name that a part states, decoded, or nothing."""
    try:
        return decode_words(part.get_filename("") or "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""


def safe_name(name: str, suffix: str = "") -> str:
    """Return a name of one file: no folder, nothing unseen, a suffix where it had none."""
    last = re.split(r"[\\/]", name)[-1]
    safe = _UNSAFE.sub("", last).strip(" .")[-_LONGEST_NAME:]
    if not safe:
        return f"unnamed{suffix or '.bin'}"
    return safe if "." in safe else safe + suffix


def named_apart(files: Iterable[MailFile]) -> Iterator[MailFile]:
    """Yield the files, those of one name numbered, so that each has a name of its own."""
    counts: dict[str, int] = {}
    for file in files:
        count = counts[file.name] = counts.get(file.name, 0) + 1
        stem, dot, suffix = file.name.rpartition(".")
        name = f"{stem or suffix} ({count}){dot}{suffix if stem else ''}"
        yield MailFile(name, file.data, file.reason) if count > 1 else file


def _inner_message(part: Message) -> bytes | None:
    """Return an attached message's bytes; it may be packed, against RFC 2046."""
    inner = children(part)
    encoding = str(part.get("Content-Transfer-Encoding", "")).strip().lower()
    if len(inner) != 1:
        return part_bytes(part)
    if encoding in {"base64", "quoted-printable"} and not inner[0].keys():
        packed = Message()
        packed["Content-Transfer-Encoding"] = encoding
        packed.set_payload(inner[0].get_payload())
        return part_bytes(packed)
    try:
        return inner[0].as_bytes(policy=compat32.clone(max_line_length=None))
    except (ValueError, LookupError, MessageError, TypeError, AttributeError):
        return None
