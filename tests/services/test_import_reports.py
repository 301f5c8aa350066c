import csv
import io
import json
from pathlib import Path

from briefing.model.changes import Changes
from briefing.model.import_outcome import ImportOutcome, ImportReport, Outcome
from briefing.services.import_reports import report_csv, report_json, write_report

REPORT = ImportReport(
    (
        ImportOutcome("refs.ris › Smith2020", Outcome.ADDED, "smith2020"),
        ImportOutcome('a "b", c.pdf', Outcome.FAILED, reason="It is a scan:\nno text."),
    ),
    Changes(),
    cancelled=True,
)


def test_report_is_a_table() -> None:
    rows = list(csv.reader(io.StringIO(report_csv(REPORT), newline="")))
    assert rows == [
        ["path", "outcome", "citekey", "reason"],
        ["refs.ris › Smith2020", "added", "smith2020", ""],
        ['a "b", c.pdf', "failed", "", "It is a scan:\nno text."],
    ]


def test_report_is_json() -> None:
    whole = json.loads(report_json(REPORT))
    assert whole["counts"] == {"added": 1, "updated": 0, "unchanged": 0, "failed": 1}
    assert whole["cancelled"] is True
    assert whole["outcomes"][0]["path"] == "refs.ris › Smith2020"


def test_name_of_the_file_says_which(tmp_path: Path) -> None:
    write_report(REPORT, tmp_path / "r.JSON")
    write_report(REPORT, tmp_path / "r.csv")
    assert (tmp_path / "r.JSON").read_text(encoding="utf-8") == report_json(REPORT)
    assert (tmp_path / "r.csv").read_bytes() == b"\xef\xbb\xbf" + report_csv(REPORT).encode()
