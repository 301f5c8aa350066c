"""A mail's bytes to the standard library's message, its broken header lines mended first."""

import re
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32

from briefing.errors import IntakeError
from briefing.intake.mail_charsets import decode_mail_text

_HEAD = 256 * 1024
_BLANK = re.compile(rb"\r?\n[ \t]*\r?\n")
_FIELD = re.compile(rb"[!-9;-~]{1,80}[ \t]*:")
_KNOWN = re.compile(
    rb"(?:Received|Return-Path|Delivered-To|Date|From|To|Cc|Subject|Message-ID|MIME-Version|X-[\w-]+"
    rb"|Reply-To|Sender|Content-[\w-]+|List-[\w-]+|DKIM-Signature|In-Reply-To|References)[ \t]*:",
    re.IGNORECASE,
)
_LONGEST = 64 * 1024  # characters of a header
_LONGEST_PARAMETERS = 4 * 1024  # the standard library takes the square of its time to read them
_LENGTH = re.compile(rb"(\d{1,10})[ \t]*\r?\n(?=[!-9;-~]{1,80}:)")  # .emlx: a property list follows
_LINE_END = re.compile(r"[\r\n]+")


class _MailPolicy(Compat32):
    """The old policy, which never raises, with folded lines joined and raw bytes decoded.

    The newer one parses every header as it is read, and raises on many that are malformed.
    """

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        longest = _LONGEST_PARAMETERS if name.lower().startswith("content-") else _LONGEST
        return name, _LINE_END.sub("", value[:longest])

    def header_fetch_parse(self, name: str, value: str) -> str:
        del name
        return decode_mail_text(value)


def parse_message(data: bytes) -> Message:
    """Return a message; raises IntakeError where the bytes are none."""
    data = _bare(data)
    data = _mended(data.lstrip(b"\r\n"))
    if not _FIELD.match(data):
        raise IntakeError("It is no mail: it does not begin with header lines.")
    try:
        return BytesParser(policy=_MailPolicy()).parsebytes(data)
    except RecursionError:
        raise IntakeError("The message is nested too deeply to be read.") from None


def _bare(data: bytes) -> bytes:
    """Return the message without what a mailbox or Apple Mail puts around it."""
    if data.startswith((b"From ", b">From ")):
        return data.partition(b"\n")[2]
    length = _LENGTH.match(data)
    return data[length.end() : length.end() + int(length[1])] if length else data


def empty_message() -> Message:
    """Return a message without any header, to be filled."""
    return Message(policy=_MailPolicy())


def _mended(data: bytes) -> bytes:
    """Make a stray line between headers a part of the one before; it would end them all."""
    blank = _BLANK.search(data, 0, _HEAD)
    lines = data[: blank.start() if blank else min(len(data), _HEAD)].split(b"\n")
    stray = [
        index
        for index, line in enumerate(lines)
        if index and not line.startswith((b" ", b"\t")) and not _FIELD.match(line)
    ]
    stray = [index for index in stray if any(map(_KNOWN.match, lines[index + 1 : index + 3]))]
    if not stray:
        return data
    for index in stray:
        lines[index] = b" " + lines[index]
    return b"\n".join(lines) + (data[blank.start() :] if blank else data[_HEAD:])
