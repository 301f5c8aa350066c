"""Facts as a file of their own: a table (CSV) or records (JSON), by the ending of its name."""

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from briefing.errors import InputError
from briefing.export.atomic_write import write_whole
from briefing.model.fact import Fact
from briefing.model.ids import Uid

COLUMNS = (
    "key", "statement", "kind", "value", "unit", "as_of", "status", "status_as_of",
    "superseded_by", "confidence", "tags", "citekeys", "pages", "quotes", "created_at",
    "updated_at",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would reckon out

Row = dict[str, str | list[str] | None]


def write_facts(facts: Sequence[Fact], path: Path, name_of: Callable[[Uid], str]) -> Path:
    """Write facts as CSV or JSON; `name_of` gives an article's citekey, or a fact's key.

    InputError for another ending, ExportError where the file cannot be written.
    """
    write = _WRITERS.get(path.suffix.lower())
    if write is None:
        raise InputError(f"Facts are written as .csv or .json; “{path.name}” is neither.")
    write_whole(path, write([_row(fact, name_of) for fact in facts]))
    return path


def _row(fact: Fact, name_of: Callable[[Uid], str]) -> Row:
    return {
        "key": fact.key,
        "statement": fact.statement,
        "kind": fact.kind.value,
        "value": None if fact.value is None else format(fact.value, "f"),
        "unit": fact.unit,
        "as_of": str(fact.as_of) if fact.as_of else None,
        "status": fact.status.value,
        "status_as_of": str(fact.status_as_of) if fact.status_as_of else None,
        "superseded_by": name_of(fact.superseded_by) if fact.superseded_by else None,
        "confidence": fact.confidence.value if fact.confidence else None,
        "tags": list(fact.tags),
        "citekeys": [name_of(piece.article_uid) for piece in fact.evidence],
        "pages": [piece.page for piece in fact.evidence],
        "quotes": [piece.anchor.quote for piece in fact.evidence],
        "created_at": fact.created_at.isoformat() if fact.created_at else None,
        "updated_at": fact.updated_at.isoformat() if fact.updated_at else None,
    }


def _json(rows: Sequence[Row]) -> bytes:
    return (json.dumps(rows, ensure_ascii=False, indent=2) + "\n").encode()


def _csv(rows: Sequence[Row]) -> bytes:
    """Return the rows as Excel opens them: UTF-8 with its mark, CRLF (RFC 4180)."""
    page = io.StringIO(newline="")
    writer = csv.writer(page)
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([_cell(row[name]) for name in COLUMNS])
    return page.getvalue().encode("utf-8-sig")


def _cell(value: str | list[str] | None) -> str:
    text = "; ".join(value) if isinstance(value, list) else value or ""
    is_formula = text.startswith(_FORMULA) and not _is_number(text)
    return f"'{text}" if is_formula else text


def _is_number(text: str) -> bool:
    return text[:1] == "-" and text[1:].replace(".", "", 1).isdigit()


_WRITERS = {".csv": _csv, ".json": _json}
