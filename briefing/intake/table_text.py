"""CSV and TSV files cut into rows: which mark divides them, and whether the first row is a head."""

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import StringIO

from briefing.errors import IntakeError
from briefing.text.dates import read_date

MAX_COLUMNS = 2000
_MARKS = ",;\t|"
_SAMPLE = 64 * 1024
_SAMPLE_ROWS = 100
_SAID = re.compile(r"sep=(.)\n", re.IGNORECASE)  # Excel's own first line
_NUMBER = re.compile(r"[\d.,%€$£ +-]+")
_LONGEST_NAME = 80  # characters of a column's name
UNCLOSED = "A quotation mark is never closed; such marks were taken as plain characters."

# A cell may hold a whole article, and more than csv's own 128 KB; the file's size is the limit.
csv.field_size_limit(2**31 - 1)

Row = list[str]


@dataclass(frozen=True, slots=True)
class TableText:
    """A table as text: what divides its cells, and how its quotation marks are taken."""

    text: str
    mark: str
    has_quotes: bool = True

    def rows(self) -> Iterator[Row]:
        """Yield the rows that hold anything; IntakeError where there are too many columns."""
        quoting = csv.QUOTE_MINIMAL if self.has_quotes else csv.QUOTE_NONE
        # A line ends at LF only: decoding has made the other ends so.
        lines = StringIO(self.text, newline="\n")
        for row in csv.reader(lines, delimiter=self.mark, quoting=quoting):
            if len(row) > MAX_COLUMNS:
                raise IntakeError(f"The table has more than {MAX_COLUMNS:,} columns.")
            if any(cell.strip() for cell in row):
                yield row


def table_text(text: str) -> tuple[TableText, str]:
    """Return a table ready to be read, and a remark."""
    said = _SAID.match(text)
    if said:
        text = text[said.end() :]
    table = TableText(text, said[1] if said else _mark(text))
    if '"' in text and not _is_closed(table):
        return TableText(table.text, table.mark, has_quotes=False), UNCLOSED
    return table, ""


def has_head(rows: list[Row], is_known: Callable[[str], bool]) -> bool:
    """Return whether the first row names the columns; `is_known` tells names of fields."""
    if not rows:
        return False
    head = [cell.strip() for cell in rows[0]]
    named = [cell for cell in head if cell]
    if any(map(is_known, named)):
        return True
    if len(named) < len(head) or len(set(named)) < len(named) or len(rows) < 2:
        return False
    return not any(
        len(cell) > _LONGEST_NAME or "://" in cell or _NUMBER.fullmatch(cell) or read_date(cell)
        for cell in named
    )


def _mark(text: str) -> str:
    """Return what divides most evenly: rows of the same number of cells, and of more than one."""
    sample = text[:_SAMPLE]
    if len(text) > _SAMPLE:
        sample = sample[: sample.rfind("\n") + 1] or sample
    return max(_MARKS, key=lambda mark: _evenness(sample, mark))


def _evenness(sample: str, mark: str) -> tuple[float, int]:
    widths: Counter[int] = Counter()
    for row in csv.reader(StringIO(sample, newline="\n"), delimiter=mark):
        if row:
            widths[len(row)] += 1
        if widths.total() == _SAMPLE_ROWS:
            break
    width, count = widths.most_common(1)[0] if widths else (1, 0)
    return (count / widths.total() if width > 1 else 0.0, width)


def _is_closed(table: TableText) -> bool:
    """Return whether every quoted cell ends: a file that is cut short would be one last cell."""
    lines = StringIO(table.text, newline="\n")
    try:
        for _ in csv.reader(lines, delimiter=table.mark, strict=True):
            pass
    except csv.Error as fault:
        return "unexpected end" not in str(fault)
    return True
