"""Templates are shown, checked and copied by commands."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.paths import user_templates_dir
from tests.commands.conftest import Run


def test_copy_into_a_library_is_used_there(
    library: Path, run: Run, read: Callable[..., Any]
) -> None:
    assert run("templates", "copy", "decision-memo", "--into", library).exit_code == 0
    origins = {one["name"]: one["origin"] for one in read("templates", "--library", library)}
    assert origins["decision-memo"] == "library"
    assert origins["one-page-brief"] == "program"
    text = run("templates", "show", "decision-memo", "--library", library).stdout
    assert text.startswith("---\nname: decision-memo\n")


def test_copy_goes_into_the_own_folder_under_another_name(run: Run) -> None:
    told = run("templates", "copy", "decision-memo", "--as", "house-memo").stdout.strip()
    assert Path(told) == user_templates_dir() / "house-memo.md"
    assert "name: house-memo\n" in Path(told).read_text("utf-8")


def test_check_tells_each_fault_with_its_line(
    run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    file = tmp_path / "house.md"
    file.write_text("---\npages: many\n---\n\n## One {words=lots}\n", "utf-8")
    result = run("templates", "check", file)
    assert result.exit_code == 1
    assert result.stdout == (
        "house.md, line 2: pages is a whole number.\n"
        "house.md, line 5: words=lots is no number of words.\n"
    )
    file.write_text("---\npages: 2\n---\n\n## One\n", "utf-8")
    assert read("templates", "check", file) == []


def test_unknown_template_is_told(run: Run) -> None:
    assert "There is no template “nix”" in str(run("templates", "show", "nix").exception)
