import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.commands.command_table import COMMAND_TABLE
from briefing.commands.lazy_group import LazyCommand
from tests.commands.conftest import SEED, Run

ROOT = Path(__file__).parents[2]


def briefing(*words: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command line as a program of its own."""
    return subprocess.run(
        [sys.executable, "-m", "briefing", *map(str, words)],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )


def test_without_a_command_it_helps(run: Run) -> None:
    result = run()
    assert result.exit_code == 0
    assert all(entry.name in result.output for entry in COMMAND_TABLE)


@pytest.mark.parametrize("entry", COMMAND_TABLE, ids=lambda entry: entry.name)
def test_every_command_helps_with_an_example(run: Run, entry: LazyCommand) -> None:
    result = run(entry.name, "--help")
    assert result.exit_code == 0
    inner = getattr(entry.load(), "commands", {})
    for name in inner:
        assert "Examples:" in run(entry.name, name, "--help").output
    assert inner or "Examples:" in result.output


def test_exit_codes_tell_what_happened(tmp_path: Path) -> None:
    library = tmp_path / "a.briefing"
    assert briefing("new", library).returncode == 0
    assert briefing("import", library, SEED).returncode == 0
    some_failed = briefing("import", library, SEED, tmp_path / "nowhere.md")
    assert some_failed.returncode == 1
    assert briefing("import", library).returncode == 2
    assert briefing("nonesuch").returncode == 2
    missing = briefing("list", tmp_path / "nowhere.briefing")
    assert missing.returncode == 3
    assert missing.stdout == b""
    assert missing.stderr.decode().startswith("briefing: There is no library")
    assert missing.stderr.count(b"\n") == 1


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    library, file = tmp_path / "a.briefing", tmp_path / "a.md"
    file.write_text("# Łódź – 東京", encoding="utf-8")
    odd = {"PYTHONIOENCODING": "latin-1", "LC_ALL": "C"}
    briefing("new", library)
    briefing("import", library, file)
    listed = briefing("list", library, "--json", **odd)
    assert listed.returncode == 0
    assert json.loads(listed.stdout.decode("utf-8"))[0]["title"] == "Łódź – 東京"


def test_reader_that_leaves_is_no_fault(tmp_path: Path) -> None:
    library = tmp_path / "a.briefing"
    briefing("new", library)
    briefing("import", library, SEED)
    reading, writing = os.pipe()
    os.close(reading)
    ended = subprocess.run(
        [sys.executable, "-m", "briefing", "show", str(library), "nytimes2025mexico"],
        cwd=ROOT,
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (0, b"")


def test_main_returns_the_exit_code(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["--version"]) == 0
    assert main(["list", str(tmp_path / "nowhere.briefing")]) == 3
    assert main(["list"]) == 2
    assert "Missing argument" in capsys.readouterr().err
