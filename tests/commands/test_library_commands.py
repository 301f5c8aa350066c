from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.errors import LibraryError
from tests.commands.conftest import Run


def test_new_adds_the_suffix_and_never_writes_over(tmp_path: Path, run: Run) -> None:
    result = run("new", tmp_path / "mexico")
    assert result.stdout == f"{tmp_path / 'mexico.briefing'}\n"
    assert isinstance(run("new", tmp_path / "mexico").exception, LibraryError)
    assert run("list", tmp_path / "mexico").exit_code == 0


def test_name_that_no_disk_takes_is_refused(tmp_path: Path, run: Run) -> None:
    assert isinstance(run("new", tmp_path / ("x" * 400)).exception, LibraryError)
    assert isinstance(run("list", tmp_path / ("x" * 400)).exception, LibraryError)


def test_sample_can_be_listed(tmp_path: Path, run: Run, read: Callable[..., Any]) -> None:
    assert run("sample", tmp_path / "s.briefing").exit_code == 0
    assert len(read("list", tmp_path / "s.briefing")) > 10
    assert len(read("fact", "list", tmp_path / "s.briefing")) > 10


def test_sound_library_has_no_findings(library: Path, run: Run, read: Callable[..., Any]) -> None:
    result = run("check", library)
    assert (result.exit_code, result.stdout) == (0, "Nothing found.\n")
    assert read("check", library, "--repair") == []


def test_memo_with_open_ends_has_findings(library: Path, run: Run) -> None:
    run("memo", "new", library, "decision-memo", "--subject", "Talks")
    result = run("check", library, "talks")
    assert result.exit_code == 1
    assert "[required-sections]" in result.stdout
