import json
import signal
from pathlib import Path

import pytest

from briefing.errors import InputError
from briefing.services.collecting import Collecting
from tests.commands.conftest import CITEKEY, DATA, SEED, Run


def test_json_has_one_object_a_file(library: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text("# New words")
    (tmp_path / "page.xyz").write_text("<p>")
    result = run("import", library, SEED, tmp_path / "new.md", tmp_path / "page.xyz", "--json")
    assert result.exit_code == 1
    assert json.loads(result.stdout) == [
        {"path": str(SEED), "outcome": "unchanged", "citekey": CITEKEY, "reason": ""},
        {"path": str(tmp_path / "new.md"), "outcome": "added", "citekey": "words", "reason": ""},
        {
            "path": str(tmp_path / "page.xyz"),
            "outcome": "failed",
            "citekey": "",
            "reason": "Files of the type .xyz cannot be imported.",
        },
    ]


def test_folder_is_told_in_numbers_and_failures(library: Path, run: Run) -> None:
    result = run("import", library, DATA)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert all(line.startswith(("updated", "failed")) for line in lines[:-1])
    assert "added" in lines[-1]
    assert "unchanged" in lines[-1]
    verbose = run("import", library, DATA / "markdown", "--verbose").stdout.splitlines()
    assert sum(line.startswith("unchanged") for line in verbose) == len(verbose) - 1


def test_nothing_to_import_is_said(library: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    result = run("import", library, tmp_path / "empty")
    assert (result.exit_code, result.stdout) == (0, "There was no file to import.\n")
    assert run("import", library, tmp_path / "empty", "--json").stdout == "[]\n"


def test_interrupt_stops_after_what_is_complete(
    library: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text(f"Number {number}")
    before = signal.getsignal(signal.SIGINT)
    real = Collecting.import_paths

    def interrupt_at_20(done: int, total: int) -> None:
        del total
        if done == 20:
            signal.raise_signal(signal.SIGINT)

    def interrupted(self, paths, progress, cancelled, *, mapping):  # noqa: ANN001, ANN202, ARG001
        return real(self, paths, interrupt_at_20, cancelled, mapping=mapping)

    monkeypatch.setattr(Collecting, "import_paths", interrupted)
    result = run("import", library, tmp_path)
    assert result.exit_code == 1
    assert "20 added\n" in result.stdout
    assert "Stopped" in result.stderr
    assert signal.getsignal(signal.SIGINT) is before


def test_report_is_written_as_its_name_says(library: Path, run: Run, tmp_path: Path) -> None:
    run("import", library, SEED, "--report", tmp_path / "report.csv")
    line = (tmp_path / "report.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert line == f"{SEED},unchanged,{CITEKEY},"
    run("import", library, SEED, "--report", tmp_path / "report.json")
    whole = json.loads((tmp_path / "report.json").read_text(encoding="utf-8"))
    assert whole["counts"]["unchanged"] == 1
    result = run("import", library, SEED, "--report", tmp_path / "nowhere" / "report.csv")
    assert result.exit_code == 0
    assert "The report was not written" in result.stderr


def test_columns_of_a_table_are_mapped(library: Path, run: Run, tmp_path: Path) -> None:
    (tmp_path / "press.csv").write_text("Kop,Datum,Tekst\nTalks fail,2025-09-03,Words.\n")
    mapped = ("--map", "kop=title", "--map", "Tekst=text")
    (outcome,) = json.loads(
        run("import", library, tmp_path / "press.csv", *mapped, "--json").stdout
    )
    assert outcome["path"].startswith(f"{tmp_path / 'press.csv'} › ")
    shown = json.loads(run("show", library, outcome["citekey"], "--json").stdout)
    assert (shown["title"], shown["published"]) == ("Talks fail", "2025-09-03")
    wrong = run("import", library, tmp_path / "press.csv", "--map", "Kop=nothing")
    assert isinstance(wrong.exception, InputError)
    assert "“nothing” is no field" in str(wrong.exception)


def test_what_was_said_of_columns_goes_on_where_one_is_said_anew(
    library: Path, run: Run, tmp_path: Path
) -> None:
    table = tmp_path / "press.csv"
    table.write_text("Kop;Lead;Tekst\nA title;A lead;A text\n", encoding="utf-8")
    run("import", library, table, "--map", "Kop=title", "--map", "Tekst=text")
    run("import", library, table, "--map", "Lead=summary")
    (shown,) = json.loads(run("search", library, "title", "--json").stdout)
    assert shown["summary"] == "A lead"
    assert run("show", library, shown["citekey"], "--text").stdout.strip() == "A text"


def test_a_column_that_no_table_has_is_refused(library: Path, run: Run, tmp_path: Path) -> None:
    table = tmp_path / "press.csv"
    table.write_text("Kop;Tekst\nA title;A text\n", encoding="utf-8")
    wrong = run("import", library, table, "--map", "Kopp=title")
    assert isinstance(wrong.exception, InputError)
    assert "no column “Kopp”; the columns of press.csv are Kop, Tekst" in str(wrong.exception)
