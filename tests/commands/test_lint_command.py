"""A Markdown file is examined by itself, and its findings stand at their places in the file."""

import json
from pathlib import Path

from briefing.errors import InputError, NotFoundError
from tests.commands.conftest import Run

TEXT = """---
to: The Minister
subject: Water
---

## Summary

The plan was approved in May. [@a]

#### Detail

See [here](https://example.org).
"""


def lint(run: Run, path: Path, *options: str) -> list[dict[str, object]]:
    return json.loads(run("lint", path, "--json", *options).stdout)


def test_findings_stand_at_their_places_in_the_file(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "memo.md"
    path.write_text(TEXT, encoding="utf-8")
    found = {str(one["rule"]): one for one in lint(run, path)}
    assert {"passive-voice", "heading-order", "link-text"} <= set(found)
    passive = found["passive-voice"]
    assert TEXT[int(str(passive["start"])) : int(str(passive["end"]))] == "was approved"
    assert passive["line"] == 8
    assert all(one["standard"] for one in found.values())
    assert set(passive) >= {"place", "reason", "mend", "severity"}


def test_a_windows_line_end_counts_as_one(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "memo.md"
    path.write_bytes(TEXT.replace("\n", "\r\n").encode())
    (one,) = lint(run, path, "--rule", "passive-voice")
    assert TEXT[int(str(one["start"])) : int(str(one["end"]))] == "was approved"


def test_a_file_without_front_matter_is_no_memo_that_must_cite(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "notes.md"
    path.write_text("The army left the north in May.\n", encoding="utf-8")
    result = run("lint", path)
    assert (result.exit_code, result.stdout) == (0, "Nothing found.\n")


def test_a_template_and_a_scale_can_be_asked_for(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "memo.md"
    path.write_text("## Bottom line\n\nIt is highly likely to pass.\n", encoding="utf-8")
    rules = [one["rule"] for one in lint(run, path, "--template", "decision-memo")]
    assert {"missing-fields", "required-sections", "mixed-scales"} <= set(rules)
    assert "mixed-scales" not in [one["rule"] for one in lint(run, path, "--scale", "phia")]


def test_a_file_names_its_template_as_exports_do_or_by_hand(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "memo.md"
    for field in ("briefing-template", "template"):
        path.write_text(f"---\n{field}: decision-memo\n---\n## Point\n\nText.\n", encoding="utf-8")
        assert "required-sections" in {one["rule"] for one in lint(run, path)}


def test_a_reference_without_words_prints_what_it_leads_to(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "memo.md"
    path.write_text("## Costs {#costs}\n\nSee [](#costs) and [](https://a.org).\n")
    found = [one for one in lint(run, path) if one["rule"] == "link-text"]
    assert [one["reason"] for one in found] == ["The link has no words."]
    assert found[0]["start"] == path.read_text().index("[](https")


def test_standard_input_is_read_and_lines_are_told(run: Run) -> None:
    result = run("lint", "-", given="It rained.\n\nIt was measured.\n")
    assert result.exit_code == 1
    assert result.stdout.startswith("-:3: note  “was measured” is passive.  [passive-voice]")


def test_what_is_not_there_is_told(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "memo.md"
    path.write_text("Words.\n", encoding="utf-8")
    for options in (("--scale", "none"), ("--template", "none"), ("--rule", "unknown-citation")):
        assert isinstance(run("lint", path, *options).exception, NotFoundError)
    assert isinstance(run("lint", tmp_path / "none.md").exception, InputError)
