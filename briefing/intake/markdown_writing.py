"""Plain words as Markdown that says the same: only what would be read as markup is escaped."""

import re
from collections.abc import Sequence

# What begins a block where a line begins: a heading, a quotation, a list, code, a rule, a table.
_BLOCK_START = re.compile(r"(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|(?:=+|-+|_+)$|~~~|```|:::)")
_LIST_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s)")
_BACKSLASH = re.compile(r"\\(?=[!-/:-@\[-`{-~])")
_STAR = re.compile(r"\*(?=\S)|(?<=\S)\*")
_LOW_LINE = re.compile(r"(?<!\w)_(?=\S)|(?<=\S)_(?!\w)")
_ANGLE = re.compile(r"<(?=[A-Za-z/!?])")
_LINK = re.compile(r"\[(?=[^\[\]]*\][(\[:])|\[(?=\^)|\[(?=-?@)")
_TICK = re.compile(r"`")
_ENTITY = re.compile(r"&(?=#?\w+;)")


def escaped(words: str) -> str:
    """Return the words so that Markdown shows them as they are, a line's beginning left aside."""
    if not _MAY_NEED.search(words):
        return words
    words = _BACKSLASH.sub(r"\\\\", words)
    if words.count("*") > 1:
        words = _STAR.sub(r"\\*", words)
    if words.count("_") > 1:
        words = _LOW_LINE.sub(r"\\_", words)
    for pattern, instead in ((_ANGLE, r"\\<"), (_LINK, r"\\["), (_TICK, r"\\`"), (_ENTITY, r"\\&")):
        words = pattern.sub(instead, words)
    return words


_MAY_NEED = re.compile(r"[\\*_<\[`&]")


def block(text: str, *, keeps_numbers: bool = True) -> str:
    """Return a paragraph whose first characters are not taken for the start of another block.

    A list's number may stay one: it is shown as it is written.
    """
    if _BLOCK_START.match(text):
        return "\\" + text
    number = _LIST_NUMBER.match(text)
    if number and (not keeps_numbers or len(number[1]) > 3):
        return f"{number[1]}\\{text[len(number[1]) :]}"
    return text


def heading(level: int, text: str) -> str:
    """Return a heading (ATX), on one line."""
    return f"{'#' * max(1, min(level, 6))} {' '.join(text.split())}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table, its first row the head; every row as wide as the widest."""
    width = max((len(row) for row in rows), default=0)
    lines = [_row([*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join([lines[0], _row(["---"] * width), *lines[1:]]) if lines and width else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"
