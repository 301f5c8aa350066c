"""Blocks of Markdown: a paragraph, a heading, an item of a list, a table."""

import re
from collections.abc import Sequence

from briefing.text.line_openings import escaped_start

_LIST_NUMBER = re.compile(r"\d{1,3}[.)]\s")


def block(text: str) -> str:
    """Return a paragraph, inline markup made, that is not taken for another kind of block.

    A list's number stays one: it is shown as it is written.
    """
    return text if _LIST_NUMBER.match(text) else escaped_start(text)


def heading(level: int, text: str) -> str:
    """Return a heading (ATX), on one line."""
    words = " ".join(text.split())
    return f"{'#' * max(1, min(level, 6))} {words}" if words else ""


def item(marker: str, indent: int, text: str) -> str:
    """Return an item of a list; its further lines and blocks are set in below its words."""
    inner = "\n" + " " * (indent + len(marker) + 1)
    return f"{' ' * indent}{marker} {inner.join(text.split(chr(10)))}"


def table(rows: Sequence[Sequence[str]]) -> str:
    """Return a table, its first row the head; every row as wide as the widest, empty ones out."""
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    width = max((len(row) for row in kept), default=0)
    full = [[*row, *[""] * (width - len(row))] for row in kept]
    used = [column for column in range(width) if any(row[column].strip() for row in full)]
    lines = [_row([row[column] for column in used]) for row in full]
    return "\n".join([lines[0], "|" + " --- |" * len(used), *lines[1:]]) if lines else ""


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(' '.join(cell.split()).replace('|', chr(92) + '|') for cell in cells)} |"
