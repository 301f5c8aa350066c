"""The plain text of a mail to Markdown: flowed lines joined, quoted history as block quotes."""

import re
from binascii import Error, a2b_uu
from collections.abc import Iterator
from dataclasses import dataclass

_QUOTE = re.compile(r"((?:> ?)+)(.*)", re.DOTALL)
_BEGIN = re.compile(r"begin(?:-base64)? ([0-7]{3,4}) (\S.*?)\s*")
_UU_LINE = re.compile(r"[ -`]{1,90}")
_SIGNATURE = "-- "


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a plain part says, and the files that were written out in it (uuencode)."""

    text: str
    files: tuple[tuple[str, bytes], ...] = ()


def plain_text(text: str, *, is_flowed: bool = False, del_sp: bool = False) -> PlainText:
    """Return a plain part as Markdown; `is_flowed` and `del_sp` as in RFC 3676."""
    files: list[tuple[str, bytes]] = []
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if any(line.startswith("begin ") for line in lines):
        lines = list(_without_files(lines, files))
    quoted = list(_flowed(lines, del_sp=del_sp) if is_flowed else map(_unquoted, lines))
    return PlainText(_markdown(quoted), tuple(files))


def _unquoted(line: str) -> tuple[int, str]:
    """Split a line into how often it is quoted and what it says."""
    match = _QUOTE.fullmatch(line)
    return (match[1].count(">"), match[2]) if match else (0, line)


def _flowed(lines: list[str], *, del_sp: bool) -> Iterator[tuple[int, str]]:
    """Join lines that end with a blank to the next of the same depth."""
    depth = 0
    waiting: list[str] = []
    for line in lines:
        own = len(line) - len(line.lstrip(">"))
        text = line[own:].removeprefix(" ")  # space-stuffed
        if waiting and (own != depth or text == _SIGNATURE):
            yield depth, "".join(waiting).rstrip(" ")
            waiting = []
        depth = own
        if text.endswith(" ") and text != _SIGNATURE:
            waiting.append(text[:-1] if del_sp else text)
        else:
            yield own, "".join((*waiting, text))
            waiting = []
    if waiting:
        yield depth, "".join(waiting).rstrip(" ")


def _markdown(lines: list[tuple[int, str]]) -> str:
    """Write quotes with their marks, and a blank line where Markdown would run on.

    A reply under a quote would be taken into it, and `--` makes a heading of the line above.
    """
    written: list[str] = []
    before = 0
    for depth, line in lines:
        text = line.lstrip("\t")  # an indent of Outlook, not code
        said = text.strip()
        runs_on = bool(written and said and written[-1].strip("> "))
        if runs_on and (depth != before or said == _SIGNATURE.strip()):
            written.append("> " * min(depth, before))
        written.append("> " * depth + text)
        before = depth
    return "\n".join(line.rstrip() for line in written).strip("\n")


def _without_files(lines: list[str], files: list[tuple[str, bytes]]) -> Iterator[str]:
    """Yield the lines outside uuencoded files, and collect those that are whole."""
    index = 0
    while index < len(lines):
        begin = _BEGIN.fullmatch(lines[index])
        end = _end_of_file(lines, index + 1) if begin else 0
        data = _uudecoded(lines[index + 1 : end]) if end else None
        if begin is None or data is None:
            yield lines[index]
            index += 1
        else:
            files.append((begin[2], data))
            index = end + 1


def _end_of_file(lines: list[str], start: int) -> int:
    """Return where `end` stands after lines that may all be uuencoded; 0 if nowhere."""
    for index in range(start, len(lines)):
        if lines[index].strip() == "end":
            return index
        if lines[index] and not _UU_LINE.fullmatch(lines[index]):
            return 0
    return 0


def _uudecoded(lines: list[str]) -> bytes | None:
    try:
        return b"".join(_uu_line(line) for line in lines if line.strip())
    except (Error, ValueError):
        return None


def _uu_line(line: str) -> bytes:
    """Return a line's bytes; some mailers put blanks after it or cut them off."""
    try:
        return a2b_uu(line)
    except Error:
        length = ((ord(line[0]) - 32) & 63) * 4 // 3 + 2
        return a2b_uu(line[: length + 1])
