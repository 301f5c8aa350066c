"""The report of an import as a file: a line a file or part, for a table or for a program."""

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

from briefing.export.atomic_write import write_whole
from briefing.model.import_outcome import ImportReport, Outcome

COLUMNS = ("path", "outcome", "citekey", "reason")


def report_csv(report: ImportReport) -> str:
    """Return the report as a table (RFC 4180), one line a file or part."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(record.values() for record in report_records(report))
    return text.getvalue()


def report_json(report: ImportReport) -> str:
    """Return the report as one JSON object: counts, whether it was cancelled, and the outcomes."""
    whole = {
        "counts": {outcome.value: report.count(outcome) for outcome in Outcome},
        "cancelled": report.cancelled,
        "outcomes": list(report_records(report)),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def report_records(report: ImportReport) -> Iterator[dict[str, str]]:
    """Yield what became of each file or part, as names and words."""
    for one in report.outcomes:
        values = (one.path, one.outcome.value, one.citekey, one.reason)
        yield dict(zip(COLUMNS, values, strict=True))


def write_report(report: ImportReport, path: Path) -> None:
    """Write a report, as JSON where the file is to be called `.json`, else as CSV; ExportError."""
    if path.suffix.lower() == ".json":
        write_whole(path, report_json(report).encode())
    else:  # with a mark at its beginning, by which spreadsheets know UTF-8
        write_whole(path, report_csv(report).encode("utf-8-sig"))
