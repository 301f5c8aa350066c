"""A mailbox file cut into messages by offsets, however its writer marked their beginnings."""

import re
from collections.abc import Iterator

# `From ` at a line's start, and after that line a header; where mailers left out the blank line
# before it, its date must tell.
_FROM = re.compile(rb"From [^\n]{0,1000}\n(?=>?[!-9;-~]{1,80}[ \t]*:|>?From )")
_DATED = re.compile(rb"From .*\d{1,2}:\d\d(?::\d\d)?.*\d{4}")
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,12})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_HEAD = 64 * 1024


def is_mbox(data: bytes) -> bool:
    """Return whether a file begins as a mailbox does."""
    match = _FROM.match(data[:2048].lstrip(b"\xef\xbb\xbf\r\n"))
    return bool(match and (_DATED.match(match[0]) or b"@" in match[0] or b" - " in match[0]))


def split_mbox(data: bytes) -> Iterator[bytes]:
    """Yield each message without its `From ` line (RFC 4155, and the mboxo, rd and cl kinds).

    A Content-Length is believed where a message ends just there; elsewhere `>From ` is `From `.
    """
    start = _first(data)
    while start is not None:
        body, length = _given_end(data, start)
        if body and _ends_message(data, body + length):
            end = body + length
            following = _next(data, max(end - 2, start))
            yield data[start:end]
        else:
            following = _next(data, start)
            message = data[start : following[0] if following else None]
            yield _QUOTED.sub(rb"\1", _without_last_line(message))
        start = following[1] if following else None


def _first(data: bytes) -> int | None:
    """Return where the first message begins, its `From ` line passed over."""
    head = data[:2048]
    match = _FROM.match(data, len(head) - len(head.lstrip(b"\xef\xbb\xbf\r\n")))
    following = None if match else _next(data, 0)
    return match.end() if match else following[1] if following else None


def _next(data: bytes, start: int) -> tuple[int, int] | None:
    """Return where the line of the next message stands, and where the message begins."""
    while (line := data.find(b"\nFrom ", start) + 1) > 0:
        match = _FROM.match(data, line)
        is_apart = data[max(line - 3, 0) : line].endswith((b"\n\n", b"\n\r\n"))
        if match and (is_apart or _DATED.match(match[0])):
            return line, match.end()
        start = line
    return None


def _given_end(data: bytes, start: int) -> tuple[int, int]:
    """Return where the body begins and how long its header says it is; 0, 0 if it does not."""
    blank = _BLANK_LINE.search(data, start, start + _HEAD)
    said = _LENGTH.search(data, start, blank.start() + 1) if blank else None
    return (blank.end(), int(said[1])) if blank and said else (0, 0)


def _ends_message(data: bytes, end: int) -> bool:
    after = data[end : end + 16].lstrip(b"\r\n")
    return end == len(data) or (end < len(data) and after.startswith(b"From "))


def _without_last_line(message: bytes) -> bytes:
    """Return a message without the blank line that a mailbox puts after it."""
    for ending in (b"\r\n\r\n", b"\n\n"):
        if message.endswith(ending):
            return message[: -len(ending) // 2]
    return message
