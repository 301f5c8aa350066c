"""HTML tables to Markdown tables; a table that only lays out a page is none."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml.html import HtmlElement

from briefing.intake.html_tree import tag_of

MAX_COLUMNS = 60
MAX_ROWS = 5_000
_LONGEST_CELL = 1_200  # characters: longer ones hold prose that was laid out in columns
_NO_CELL_TAGS = ("table", "h1", "h2", "h3", "h4", "ul", "ol", "blockquote", "pre", "hr")
_MANY_PARAGRAPHS = 3


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of a data table row by row, and over how many columns each goes."""

    cells: list[list[HtmlElement]]
    spans: list[list[int]]


def grid(table: HtmlElement) -> Grid | None:
    """Return the rows of a data table; None where it lays out a page or is too large."""
    cells: list[list[HtmlElement]] = []
    for row in _rows(table):
        found = [cell for cell in row if tag_of(cell) in {"td", "th"}]
        if found:
            cells.append(found)
    if not cells or len(cells) > MAX_ROWS:
        return None
    spans = [[_span(cell) for cell in row] for row in cells]
    width = max(map(sum, spans))
    if not 2 <= width <= MAX_COLUMNS or max(map(len, cells)) < 2:
        return None
    if len(cells) < 2 and next(table.iter("th"), None) is None:
        return None
    if any(_holds_prose(cell) for row in cells for cell in row):
        return None
    return Grid(cells, spans)


def table_lines(words: list[list[str]], spans: list[list[int]]) -> str:
    """Return a Markdown table; its first row is the head. Nothing where all cells are empty."""
    width = max(map(sum, spans))
    rows = [_full_row(row, over, width) for row, over in zip(words, spans, strict=True)]
    rows = [row for row in rows if any(row)]
    if not rows:
        return ""
    used = [column for column in range(width) if any(row[column] for row in rows)]
    lines = ["| " + " | ".join(row[column] for column in used) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * len(used))
    return "\n".join(lines)


def _rows(table: HtmlElement) -> Iterator[HtmlElement]:
    for child in table:
        if tag_of(child) == "tr":
            yield child
        elif tag_of(child) in {"thead", "tbody", "tfoot"}:
            yield from (row for row in child if tag_of(row) == "tr")


def _holds_prose(cell: HtmlElement) -> bool:
    if next(cell.iter(*_NO_CELL_TAGS), None) is not None:
        return True
    if len(cell.text_content()) > _LONGEST_CELL:
        return True
    return sum(1 for _ in cell.iter("p")) >= _MANY_PARAGRAPHS


def _span(cell: HtmlElement) -> int:
    span = cell.get("colspan") or "1"
    return min(int(span), MAX_COLUMNS) if span.isascii() and span.isdecimal() and int(span) else 1


def _full_row(words: list[str], spans: list[int], width: int) -> list[str]:
    row: list[str] = []
    for text, span in zip(words, spans, strict=True):
        row += [text.replace("|", "\\|"), *[""] * (span - 1)]
    return row + [""] * (width - len(row))
