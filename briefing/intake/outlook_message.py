"""A message saved by Outlook (MS-OXMSG), by python-oxmsg: its properties by their numbers."""

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from oxmsg import Message as OxMessage
from oxmsg.properties import Properties

from briefing.errors import IntakeError
from briefing.intake.mail_charsets import decode_mail_bytes

# What the library and the one below it let through when a file is damaged.
_FAULTS = (
    *(OSError, ValueError, LookupError, AssertionError, TypeError, AttributeError),
    *(ArithmeticError, RecursionError, struct.error),
)
_Value = TypeVar("_Value")
_HTML = 0x1013
_RECIPIENT_KIND = 0x0C15


@dataclass(frozen=True, slots=True)
class OutlookFile:
    """A file attached to a message; `data` is None for an item of Outlook's own."""

    name: str
    data: bytes | None
    media_type: str
    is_picture_in_text: bool


class OutlookMessage:
    """One message; what is missing or damaged in it reads as empty."""

    def __init__(self, data: bytes) -> None:
        """Open the file; raises IntakeError where it is no such message."""
        try:
            self._message = OxMessage.load(data)
            self._properties = self._message.properties
            self.kind = self._message.message_class
        except _FAULTS:
            raise IntakeError("It is no Outlook message, or a damaged one.") from None

    def text(self, *numbers: int) -> str:
        """Return the first of these properties that says something."""
        return _first_text(self._properties, numbers)

    def data(self, number: int) -> bytes:
        """Return the bytes of a property."""
        return _tried(lambda: self._properties.binary_prop_value(number)) or b""

    def html(self) -> str:
        """Return the body as HTML, in whichever of two ways it is kept."""
        data = self.data(_HTML)
        if not data:
            return self.text(_HTML)
        encoding = _tried(lambda: self._properties.body_encoding) or ""
        return decode_mail_bytes(data, encoding)

    def moment(self, *numbers: int) -> datetime | None:
        """Return the first of these properties that is a time, in UTC."""
        for number in numbers:
            value: object = _tried(lambda number=number: self._properties.date_prop_value(number))
            if isinstance(value, datetime):
                return value
        return None

    def recipients(self) -> Iterator[tuple[int, str, str]]:
        """Yield each recipient: 1 for To, 2 for Cc, 3 for Bcc; the name; the address."""
        for one in _tried(lambda: self._message.recipients) or ():
            kind = _tried(lambda one=one: one.properties.int_prop_value(_RECIPIENT_KIND)) or 1
            name = _tried(lambda one=one: one.name) or ""
            yield kind, name.strip("\0 "), (_tried(lambda one=one: one.email_address) or "")

    def files(self) -> Iterator[OutlookFile]:
        """Yield the attached files in their order."""
        for one in _tried(lambda: self._message.attachments) or ():
            properties = _tried(lambda one=one: one.properties)
            if properties is None:
                continue
            name = _first_text(properties, (0x3707, 0x3704, 0x3001))
            kind = _first_text(properties, (0x370E,))
            has_id = bool(_first_text(properties, (0x3712,)))
            data = _tried(lambda one=one: one.file_bytes)
            yield OutlookFile(name, data, kind, has_id and kind.startswith("image/"))


def _first_text(properties: Properties, numbers: tuple[int, ...]) -> str:
    for number in numbers:
        value = _tried(lambda number=number: properties.str_prop_value(number))
        if value and value.strip("\0 \r\n"):
            return value.strip("\0")
    return ""


def _tried(read: Callable[[], _Value]) -> _Value | None:
    try:
        return read()
    except _FAULTS:
        return None
