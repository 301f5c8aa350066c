"""Tables of any kind as rows with named cells: CSV, TSV, JSON Lines, lists of JSON objects."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from briefing.errors import IntakeError
from briefing.intake.front_matter_values import Entries, Items, Value
from briefing.intake.json_values import Json, is_object, loaded, words_of
from briefing.intake.tabbed_head import column_names
from briefing.intake.table_mapping import KNOWN, folded
from briefing.intake.table_text import MAX_COLUMNS, Row, has_head, table_text
from briefing.intake.text_file import decode_text

SAMPLE = 100  # rows that tell what a column holds
MAX_BYTES = 64 * 1024 * 1024
MAPPED = "briefing-columns"  # in a row that is kept as a file: the field of each column
_DEEPEST = 20
_WRAPPERS = ("response", "message", "data", "result")  # round the list, in answers of services
_LISTS = ("items", "articles", "data", "results", "records", "rows", "documents", "docs")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row: its cells by column, in order; or why it is none. `line` counts from 1."""

    line: int
    cells: tuple[tuple[str, Value], ...] = ()
    reason: str = ""
    remark: str = ""
    mapping: dict[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a table with their first cells as words, and all of its rows."""

    columns: tuple[str, ...]
    sample: tuple[tuple[str, ...], ...]
    rows: Iterable[TableRow]
    remark: str = ""
    mapping: dict[str, str] | None = None  # which a row that was kept as a file brings itself


def open_table(data: bytes) -> Table:
    """Return the table that a file holds; IntakeError where it holds none."""
    decoded = decode_text(data, MAX_BYTES)
    start = decoded.text[:1000].lstrip()
    if start.startswith(("{", "[")):
        rows = _json_rows(decoded.text)
        return _with_sample(rows, decoded.remark)
    return _text_table(decoded.text, decoded.remark)


def _text_table(text: str, remark: str) -> Table:
    table, told = table_text(text)
    rows = table.rows()
    first = list(islice(rows, SAMPLE + 1))
    if not first:
        raise IntakeError("The table has no rows.")
    first[0] = column_names(first[0])
    is_headed = has_head(first, lambda cell: folded(cell) in KNOWN)
    head = first.pop(0) if is_headed else []
    width = max(map(len, [head, *first]))
    columns = _unique([*(cell.strip() for cell in head), *[""] * (width - len(head))])
    sample = tuple(tuple(row) for row in first)
    named = _named(chain(first, rows), columns, len(head), 2 if is_headed else 1)
    return Table(columns, sample, named, " ".join(filter(None, (told, remark))))


def _named(
    rows: Iterable[Row], columns: Sequence[str], head: int, start: int
) -> Iterator[TableRow]:
    for line, row in enumerate(rows, start):
        extra = [f"column {number}" for number in range(len(columns) + 1, len(row) + 1)]
        cells = tuple(zip((*columns, *extra), row, strict=False))
        is_ragged = bool(head) and len(row) > head
        told = "The row has more cells than the table has columns." if is_ragged else ""
        yield TableRow(line, cells, remark=told)


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    """Return columns with names of their own: nameless ones are counted, a second one too."""
    found: dict[str, None] = {}
    for number, name in enumerate(names, 1):
        own = name or f"column {number}"
        while own in found:
            own = f"{own} ({number})"
        found[own] = None
    return tuple(found)


def _with_sample(rows: Iterator[TableRow], remark: str) -> Table:
    first = list(islice(rows, SAMPLE))
    columns = tuple(dict.fromkeys(name for row in first for name, _ in row.cells))
    if len(columns) > MAX_COLUMNS:
        raise IntakeError(f"The table has more than {MAX_COLUMNS:,} columns.")
    sample = tuple(
        tuple(_words(dict(row.cells).get(name, "")) for name in columns)
        for row in first
        if row.cells
    )
    mapping = first[0].mapping if len(first) == 1 else None
    return Table(columns, sample, chain(first, rows), remark, mapping)


def _json_rows(text: str) -> Iterator[TableRow]:
    """Return the objects of a list, of an object's list, or one a line."""
    try:
        value = loaded(text)
    except IntakeError:
        if _is_object(text.lstrip().partition("\n")[0]):
            return _lines(text)
        raise
    return (_row(number, item) for number, item in enumerate(_objects(value), 1))


def _objects(value: Json) -> list[Json]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict) and MAPPED not in value:
        wrapped = (value.get(name) for name in _WRAPPERS)
        for one in (value, *wrapped):
            found = _listed(one) if is_object(one) else []
            if found:
                return found
    return [value]


def _listed(value: dict[str, Json]) -> list[Json]:
    """Return the list of objects under one of the names that such lists have."""
    for name in _LISTS:
        inner = value.get(name)
        if isinstance(inner, list) and inner and all(map(is_object, inner)):
            return inner
    return []


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _lines(text: str) -> Iterator[TableRow]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            yield _row(number, loaded(line))
        except IntakeError:
            yield TableRow(number, reason=f"Line {number} is no JSON object.")


def _row(number: int, item: Json) -> TableRow:
    if not is_object(item):
        return TableRow(number, reason=f"Item {number} is no JSON object.")
    mapped = item.get(MAPPED)
    mapping = (
        {name: words_of(field) for name, field in mapped.items()} if is_object(mapped) else None
    )
    cells = ((name, _value(inner)) for name, inner in item.items() if name != MAPPED)
    return TableRow(number, tuple(cells), mapping=mapping)


def _value(value: Json, depth: int = 0) -> Value:
    """Return a JSON value as front matter has it, so that the same readers read it."""
    if depth < _DEEPEST and isinstance(value, list):
        return Items(tuple(_value(one, depth + 1) for one in value), words_of(value))
    if depth < _DEEPEST and isinstance(value, dict):
        pairs = ((name, _value(inner, depth + 1)) for name, inner in value.items())
        return Entries(tuple(pairs), words_of(value))
    return words_of(value)


def _words(value: Value) -> str:
    return value if isinstance(value, str) else value.source
