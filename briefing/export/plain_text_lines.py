"""Lines of plain text: wrapped, indented and padded by the columns that their letters take."""

import unicodedata

WIDTH = 72  # columns, as mail has them (RFC 3676, 4.2, asks for no more than 78)


def columns(text: str) -> int:
    """Return how many columns a text takes in a font of one width."""
    if text.isascii():
        return len(text)
    return sum(_columns(letter) for letter in text)


def wrapped(text: str, width: int = WIDTH) -> list[str]:
    """Return the lines of a text; words are never cut but where one alone is longer than a line."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines += _lines(line, max(width, 1))
    return lines


def indented(lines: list[str], first: str, rest: str | None = None) -> list[str]:
    """Return lines with something before the first, and spaces or `rest` before the others."""
    others = " " * columns(first) if rest is None else rest
    before = [first, *[others] * (len(lines) - 1)]
    return [(b + line).rstrip() for b, line in zip(before, lines, strict=True)]


def padded(text: str, width: int, side: str = "") -> str:
    """Return a text filled with spaces up to a width: `right`, `center`, or else to the left."""
    room = max(width - columns(text), 0)
    if side == "right":
        return " " * room + text
    if side == "center":
        return " " * (room // 2) + text + " " * (room - room // 2)
    return text + " " * room


def _lines(line: str, width: int) -> list[str]:
    lines: list[str] = []
    current = ""
    for word in line.split():
        if current and columns(current) + 1 + columns(word) > width:
            lines.append(current)
            current = ""
        current = f"{current} {word}" if current else word
    return [*lines, current] if current or not lines else lines


def _columns(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Cf", "Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1
