"""What is pasted into a memo from Word or the web, as Markdown."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from briefing.intake.clipboard_html import read_clipboard
from briefing.text.table_editing import read_table, write_table

_NOTE = re.compile(r"^\[\^([^\]\s]+)\]:", re.MULTILINE)
_NOTES = re.compile(r"(?:\A|\n\n)((?:\[\^[^\]\s]+\]:[^\n]*(?:\n+ {4}[^\n]*)*(?:\n+|\Z))+)\Z")
_BOLD_CELL = re.compile(r"\*\*((?:(?!\*\*).)+)\*\*")
_FENCES = ("```", "~~~")


@dataclass(frozen=True, slots=True)
class PastedMarkdown:
    """The Markdown (empty where the plain text is to be taken) and the pictures left behind.

    The footnotes that its marks name stand apart: they go to the notes of the memo.
    """

    markdown: str
    dropped_pictures: int
    notes: str = ""


def pasted_markdown(html: str, memo: str) -> PastedMarkdown:
    """Return Markdown for a memo that has the text `memo`: its notes keep their numbers."""
    taken = frozenset(_NOTE.findall(memo))
    found = read_clipboard(html, taken)
    notes = _NOTES.search(found.markdown)
    body = found.markdown[: notes.start()] if notes else found.markdown
    told = notes[1].strip() if notes else ""
    return PastedMarkdown(_with_even_tables(body), found.dropped_pictures, told)


def _with_even_tables(markdown: str) -> str:
    """Return the text with its tables as the editor writes them: columns of one width.

    Word's header cells come in bold, which a header row is anyway.
    """
    lines: list[str] = []
    is_code = False
    for is_row, group in groupby(markdown.split("\n"), lambda line: line.startswith("|")):
        block = list(group)
        if is_row and not is_code:
            lines += _even_table(block)
            continue
        lines += block
        is_code ^= sum(line.lstrip().startswith(_FENCES) for line in block) % 2 == 1
    return "\n".join(lines)


def _even_table(lines: list[str]) -> list[str]:
    table = read_table(lines)
    if table is None:
        return lines
    header = tuple(
        _BOLD_CELL.sub(r"\1", c) if _BOLD_CELL.fullmatch(c) else c for c in table.rows[0]
    )
    return list(write_table(replace(table, rows=(header, *table.rows[1:]))))
