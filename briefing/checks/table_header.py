"""Accessibility: each table has a header row, and each column with content a header.

Standard: WCAG 2.2, success criterion 1.3.1 (A), technique H51; PDF/UA-1, ISO 14289-1, 7.5. The
upper left corner may be empty.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.checks.memo_under_check import MemoUnderCheck
from briefing.model.block import Block, Html, Inlines, Span, Table
from briefing.model.finding import Finding
from briefing.text.block_walk import every_block
from briefing.text.inline_text import inline_text

_HTML_TABLE = re.compile(r"<table\b(.*?)(?:</table>|\Z)", re.IGNORECASE | re.DOTALL)
_HTML_HEADER = re.compile(r"<th\b", re.IGNORECASE)
_LAYOUT = re.compile(r"role\s*=\s*.?(?:presentation|none)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class TableHeader:
    """Finds tables without headers."""

    name: str = "table-header"
    standard: str = "WCAG 2.2, 1.3.1; PDF/UA (ISO 14289-1), 7.5"

    def check(self, memo: MemoUnderCheck) -> Iterable[Finding]:
        """Yield one finding a table, in reading order."""
        for block in every_block(memo.document):
            for reason in _faults(block):
                yield Finding(
                    self.name,
                    memo.place_of(block.span),
                    reason,
                    "Say at the head of each column what stands in it.",
                    start=block.span.start,
                    end=_first_line_end(memo.memo.body, block.span),
                    subject=" ".join(memo.memo.body[block.span.start : block.span.end].split())[
                        :200
                    ],
                )


def _faults(block: Block) -> Iterator[str]:
    if isinstance(block, Html):
        for match in _HTML_TABLE.finditer(block.text):
            if not _HTML_HEADER.search(match[0]) and not _LAYOUT.search(match[1].partition(">")[0]):
                yield "The table has no header row."
    elif isinstance(block, Table):
        header = [_has_words(cell) for cell in block.header]
        for span in block.spans:  # one cell may head several columns
            if span.row == 0:
                across = slice(span.column, span.column + span.columns)
                header[across] = [header[span.column]] * span.columns
        if not (block.heads and any(header)):
            yield "The table has no header row."
        elif empty := [n for n, has in enumerate(header) if not has and n and _is_used(block, n)]:
            yield f"Column {empty[0] + 1} of the table has no header."


def _is_used(table: Table, column: int) -> bool:
    return any(column < len(row) and _has_words(row[column]) for row in table.rows)


def _has_words(cell: Inlines) -> bool:
    return bool(cell) and (bool(inline_text(cell).strip()) or len(cell) > 1)


def _first_line_end(body: str, span: Span) -> int:
    end = body.find("\n", span.start, span.end)
    return end if end > span.start else span.end
