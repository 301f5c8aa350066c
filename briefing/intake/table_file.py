"""Tables (.csv, .tsv, .jsonl, .json): each row becomes an article, its columns mapped to fields."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.errors import IntakeError
from briefing.intake.found_article import FoundArticle
from briefing.intake.found_references import Form, Record, found_references
from briefing.intake.front_matter_values import Entries, Items, Value
from briefing.intake.reference_record import Reference
from briefing.intake.row_article import row_article
from briefing.intake.table_dates import column_orders, date_columns
from briefing.intake.table_mapping import folded, full_mapping, names_article, signature
from briefing.intake.table_rows import MAPPED, TableRow, open_table

# Not .json: there a column `type` would make references of rows.
FORM = Form(".jsonl", "application/x-ndjson")
UNMAPPED = (
    "No column of the table is known as a title or a text; say which one is, by mapping its"
    " columns."
)
_KEYS = ("id", "key", "citekey", "citation_key", "identifier", "uuid", "guid", "uri")


def read_table(
    _name: str,
    data: bytes,
    mapping: Mapping[str, str] | None = None,
    remembered: Mapping[str, Mapping[str, str]] | None = None,
) -> Iterator[FoundArticle]:
    """Yield each row as an article; IntakeError where no column is a title or a text.

    `mapping` gives the fields of columns; else the one in `remembered` (by the signature of the
    columns) is taken, else they are guessed.
    """
    table = open_table(data)
    known = mapping or (remembered or {}).get(signature(table.columns))
    fields = table.mapping or full_mapping(table.columns, table.sample, known)
    if not names_article(fields):
        raise IntakeError(UNMAPPED)
    orders = column_orders(table.columns, table.sample, date_columns(fields))
    records = (_record(row, fields, orders) for row in table.rows)
    return found_references(records, FORM, table.remark)


def _record(row: TableRow, mapping: Mapping[str, str], orders: Mapping[str, str]) -> Record:
    line = f"row {row.line}"
    if row.reason:
        return Record(None, "", row.reason, line)
    draft, remark = row_article(row.cells, mapping, orders)
    if draft is None:
        return Record(None, "", remark, line)
    told = " ".join(filter(None, (remark, row.remark)))
    return Record(Reference(draft, _key(row), told), _source(row, mapping))


def _key(row: TableRow) -> str:
    """Return what names a row in its table, where a column is for that."""
    by_name = {folded(name): cell for name, cell in reversed(row.cells)}
    found = (by_name.get(name, "") for name in _KEYS)
    return next((cell.strip() for cell in found if isinstance(cell, str) and cell.strip()), "")


def _source(row: TableRow, mapping: Mapping[str, str]) -> str:
    """Return a row as a file of its own, with the fields that its columns went to."""
    cells = {name: _json(cell) for name, cell in row.cells}
    fields = {name: mapping[name] for name in cells if mapping.get(name)}
    return json.dumps(cells | {MAPPED: fields}, ensure_ascii=False) + "\n"


def _json(cell: Value) -> Any:  # noqa: ANN401  # JSON has no type of its own
    if isinstance(cell, Items):
        return [_json(one) for one in cell.values]
    if isinstance(cell, Entries):
        return {name: _json(one) for name, one in cell.pairs}
    return cell
