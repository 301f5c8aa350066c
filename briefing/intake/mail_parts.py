"""The parts of a mail: which are its text, and which are files of their own."""

import re
from dataclasses import dataclass, field
from email.message import Message

from briefing.intake.html_markdown import html_to_markdown
from briefing.intake.mail_attachments import (
    SUFFIXES,
    MailFile,
    attached_file,
    children,
    given_name,
    named_apart,
    part_bytes,
    safe_name,
)
from briefing.intake.mail_charsets import decode_mail_bytes
from briefing.intake.mail_headers import decode_words
from briefing.intake.mail_text import plain_text

_MOST_PARTS = 2_000
_DEEPEST = 40
_SHORT = 60  # words
_STUB = re.compile(
    r"(?:does|do|did|can|could|will|is)(?: not|n['’]t)"
    r" (?:support|display|view|show|see|render|be displayed)"
    r"|(?:view|see|read|open) (?:it|this|the) (?:\w+ )?(?:online|in (?:your|a) browser)"
    r"|html[- ](?:capable|enabled|compatible|format|version|e?-?mail)",
    re.IGNORECASE,
)
_MESSAGES = ("message/rfc822", "message/global")
_REPORTS = ("message/delivery-status", "message/disposition-notification")
_UNSEEN = ("pgp-signature", "pgp-encrypted", "pgp-keys", "pkcs7-signature", "x-pkcs7-signature")
_MANY = "It holds more parts than can be read; the last of them are left out."
ENCRYPTED = "It is encrypted; save it decrypted from the mail program."


@dataclass(slots=True)
class MailParts:
    """The text of a mail in Markdown, the files with it, and what had to be left out."""

    texts: list[str] = field(default_factory=list[str])
    files: list[MailFile] = field(default_factory=list[MailFile])
    remark: str = ""

    @property
    def body(self) -> str:
        """Return all text parts below one another."""
        return "\n\n".join(text for text in self.texts if text.strip())


def mail_parts(message: Message) -> MailParts:
    """Return the text and the files of a mail."""
    found = MailParts()
    _collect(message, found, 0)
    found.files = list(named_apart(found.files))
    return found


def _collect(part: Message, found: MailParts, depth: int) -> None:
    kind = part.get_content_type()
    if depth > _DEEPEST or len(found.files) + len(found.texts) > _MOST_PARTS:
        found.remark = _MANY
    elif kind == "multipart/encrypted" or kind.endswith("pkcs7-mime"):
        found.remark = ENCRYPTED
    elif kind in _MESSAGES:
        found.files.append(attached_file(part))
    elif kind in _REPORTS:
        found.texts.append(_report(part))
    elif kind == "multipart/alternative":
        _collect_alternative(part, found, depth)
    elif part.is_multipart():
        for child in children(part):
            _collect(child, found, depth + 1)
    elif _is_text(part, kind):
        _collect_text(part, kind, found)
    elif not kind.endswith(_UNSEEN) and not _is_inline_picture(part, kind):
        found.files.append(attached_file(part))


def _collect_alternative(part: Message, found: MailParts, depth: int) -> None:
    """Take the plain text, unless it only says that there is HTML; of the rest only files."""
    plain = rich = ""
    for child in children(part):
        one = MailParts()
        _collect(child, one, depth + 1)
        found.files += one.files
        found.remark = found.remark or one.remark
        if child.get_content_type() == "text/plain":
            plain = plain or one.body
        else:
            rich = one.body or rich  # the last is the richest (RFC 2046, 5.1.4)
    found.texts.append(better_text(plain, rich))


def better_text(plain: str, rich: str) -> str:
    """Return the plain text, unless it only says that there is another."""
    return rich if rich and _is_stub(plain, rich) else plain or rich


def _is_stub(plain: str, rich: str) -> bool:
    words = len(plain.split())
    return words * 3 < len(rich.split()) or (words < _SHORT and bool(_STUB.search(plain)))


def _collect_text(part: Message, kind: str, found: MailParts) -> None:
    data = part_bytes(part)
    if data is None:
        found.remark = "A part of its text could not be unpacked."
        return
    text = decode_mail_bytes(data, _parameter(part, "charset"))
    if kind == "text/html":
        found.texts.append(html_to_markdown(text))
        return
    is_flowed = _parameter(part, "format").lower() == "flowed"
    del_sp = _parameter(part, "delsp").lower() == "yes"
    plain = plain_text(text, is_flowed=is_flowed, del_sp=del_sp)
    found.texts.append(plain.text)
    found.files += [MailFile(safe_name(name), file) for name, file in plain.files]


def _report(part: Message) -> str:
    """Return the fields of a report, which the parser took for headers, as lines."""
    blocks = [
        "\n".join(f"{name}: {decode_words(str(value))}  " for name, value in child.raw_items())
        for child in children(part)
    ]
    return "\n\n".join(block.rstrip() for block in blocks)


def _is_text(part: Message, kind: str) -> bool:
    if part.get_content_disposition() == "attachment" or given_name(part):
        return False
    if kind in {"text/plain", "text/html"}:
        return True
    # A multipart without parts is text (a line of it was cut off, or its boundary).
    return kind.startswith(("text/", "multipart/")) and kind not in SUFFIXES


def _is_inline_picture(part: Message, kind: str) -> bool:
    is_shown = "Content-ID" in part or part.get_content_disposition() == "inline"
    return kind.startswith("image/") and is_shown


def _parameter(part: Message, name: str) -> str:
    """Return a parameter of the content type, or nothing where it is broken."""
    try:
        value: object = part.get_param(name, "")
    except (ValueError, LookupError, TypeError, AttributeError):
        return ""
    if isinstance(value, tuple):  # with charset and language (RFC 2231)
        return str(value[-1])  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
    return str(value)
