"""The signs of rich text: groups, control words, bytes of text (RTF 1.9.1, conventions)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    rb"\\([a-zA-Z]{1,32})(-?[0-9]{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z])|([{}])"
    rb"|[\r\n\0]+|([^\\{}\r\n\0]+)|\\"
)


class Sign(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    SYMBOL = auto()
    BYTES = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token; `number` is a control word's parameter, `data` the bytes of text."""

    sign: Sign
    name: str = ""
    number: int | None = None
    data: bytes = b""


_OPEN, _CLOSE = Token(Sign.OPEN), Token(Sign.CLOSE)


def tokens(data: bytes) -> Iterator[Token]:
    r"""Yield the tokens of a file; binary data (`\\binN`) is passed over."""
    place = 0
    while place < len(data):
        match = _TOKEN.match(data, place)
        if match is None:
            place += 1
            continue
        place = match.end()
        word, number, hexed, symbol, brace, text = match.groups()
        if text:
            yield Token(Sign.BYTES, data=text)
        elif word:
            name = word.decode("ascii")
            value = int(number) if number else None
            if name == "bin":
                place += max(0, value or 0)
            else:
                yield Token(Sign.WORD, name, value)
        elif hexed:
            yield Token(Sign.BYTES, "'", data=bytes.fromhex(hexed.decode("ascii")))
        elif brace:
            yield _OPEN if brace == b"{" else _CLOSE
        elif symbol:
            yield Token(Sign.SYMBOL, symbol.decode("latin-1"))
