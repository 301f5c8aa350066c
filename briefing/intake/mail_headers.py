"""Header lines of a mail, as people wrote them: words, names and dates, however broken."""

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import getaddresses, parsedate_tz
from itertools import islice

from briefing.intake.mail_charsets import decode_mail_bytes, decode_mail_text
from briefing.model.partial_date import PartialDate

_MOST = 64 * 1024  # characters of one header that are looked at
_ENCODED = re.compile(r"=\?([^?\s]{1,60})\?([bBqQ])\?([^?]*)\?=")
_FOLD = re.compile(r"\r?\n[ \t]*|[\x00-\x08\x0b\x0c\x0e-\x1f]")
_HEX = re.compile(rb"=([0-9A-Fa-f]{2})")
_NOT_BASE64 = re.compile(r"[^A-Za-z0-9+/]")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")
_EARLIEST = 1960  # before there was mail, a year is a mistake


@dataclass(frozen=True, slots=True)
class Address:
    """A person's name, which may be empty, and address."""

    name: str
    email: str

    def __str__(self) -> str:
        return (
            f"{self.name} <{self.email}>" if self.name and self.email else self.name or self.email
        )


def header(message: Message, name: str) -> str:
    """Return the first header of that name, decoded and on one line, or nothing."""
    return next(headers(message, name), "")


def headers(message: Message, name: str) -> Iterator[str]:
    """Yield each header of that name, decoded and on one line."""
    return map(decode_words, _raw(message, name))


def addresses(message: Message, name: str) -> tuple[Address, ...]:
    """Return whom a header names; what is no address stays as a name."""
    found: list[Address] = []
    for value in _raw(message, name):
        said = _FOLD.sub(" ", value)
        found += [
            Address(_bare(decode_words(person)), email.strip())
            for person, email in _split(said)
            if person or email
        ]
    return tuple(dict.fromkeys(found))


def mail_date(message: Message, name: str = "Date") -> PartialDate | None:
    """Return the day that a header gives, as its writer's own calendar had it."""
    for value in headers(message, name):
        said = value.rpartition(";")[2]
        try:
            parsed = parsedate_tz(said.strip())
            if parsed and _EARLIEST <= parsed[0] <= 9999:
                return PartialDate(parsed[0], parsed[1], parsed[2])
        except (ValueError, IndexError, TypeError, OverflowError):
            continue
    return None


def decode_words(value: str) -> str:
    """Return a header's text with its encoded words (RFC 2047) decoded, blanks made one."""
    said = _FOLD.sub(" ", decode_mail_text(value[:_MOST]))
    parts: list[str] = []
    run: tuple[str, bytes] | None = None  # words of one charset that follow each other
    end = 0
    for match in _ENCODED.finditer(said):
        between = said[end : match.start()]
        charset = match[1].partition("*")[0].lower()  # RFC 2231 adds the language after it
        data = _word_bytes(match[2].lower(), match[3])
        if run and not between.strip() and run[0] == charset:
            run = (charset, run[1] + data)
        else:
            parts.append(_run_text(run))
            parts.append("" if run and not between.strip() else between)
            run = (charset, data)
        end = match.end()
    text = "".join((*parts, _run_text(run), said[end:]))
    return " ".join(text.split())


def _run_text(run: tuple[str, bytes] | None) -> str:
    return decode_mail_bytes(run[1], run[0]) if run else ""


def _word_bytes(encoding: str, text: str) -> bytes:
    if encoding == "b":
        plain = _NOT_BASE64.sub("", text)
        plain = plain[:-1] if len(plain) % 4 == 1 else plain
        try:
            return base64.b64decode(plain + "=" * (-len(plain) % 4))
        except (binascii.Error, ValueError):
            return text.encode()
    data = text.replace("_", " ").encode("utf-8", errors="replace")
    return _HEX.sub(lambda match: bytes((int(match[1], 16),)), data)


def _raw(message: Message, name: str) -> Iterator[str]:
    """Yield the values, raw bytes in them read as the text of the message is."""
    wanted = name.lower()
    values = [str(value) for key, value in message.raw_items() if str(key).lower() == wanted]
    charset = "" if all(map(str.isascii, values)) else _charset(message)
    return (decode_mail_text(value[:_MOST], charset) for value in values)


def _charset(message: Message) -> str:
    """Return the first charset that a part of the message names."""
    charsets = (part.get_param("charset", "") for part in islice(message.walk(), 20))
    return next((charset for charset in charsets if charset and isinstance(charset, str)), "")


def _split(said: str) -> list[tuple[str, str]]:
    """Return names and addresses; a line that makes no sense is a name."""
    try:
        found = getaddresses([said])
    except (IndexError, ValueError, TypeError, RecursionError):
        found = []
    if any(email.startswith("@") or " " in email for _, email in found):
        found = [("", email) for email in _EMAIL.findall(said)]
    sound = [(name, email) for name, email in found if name or "@" in email]
    return sound or ([(said.strip(), "")] if said.strip(" ,;<>") else [])


def _bare(name: str) -> str:
    return name.strip().strip("\"'").strip()
