import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import InputError, NotFoundError
from tests.commands.conftest import Run


@pytest.fixture
def memo(library: Path, run: Run) -> str:
    result = run(
        *("memo", "new", library, "decision-memo", "--subject", "Talks: what now"),
        *("--field", "to=The Minister"),
    )
    assert result.exit_code == 0
    return result.stdout.strip()


def fields(memo: dict[str, Any]) -> dict[str, str]:
    return {field["name"]: field["value"] for field in memo["fields"]}


def test_new_memo_is_filled_and_listed(
    library: Path, memo: str, run: Run, read: Callable[..., Any]
) -> None:
    assert memo == "talks-what-now"
    (row,) = read("memo", "list", library)
    assert (row["memo"], row["title"], row["template"]) == (
        memo,
        "Talks: what now",
        "decision-memo",
    )
    shown = read("memo", "show", library, "talks")
    assert fields(shown)["to"] == "The Minister"
    assert shown["body"].startswith("## Bottom line\n")
    text = run("memo", "show", library, memo).stdout
    assert text.startswith("---\nto: The Minister\n")
    assert '\nsubject: "Talks: what now"\n' in text


def test_memo_is_edited_from_a_file_and_from_a_pipe(
    library: Path, memo: str, run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    text = run("memo", "show", library, memo).stdout
    (tmp_path / "memo.md").write_text(text + "\nFrom a file.\n")
    assert run("memo", "edit", library, memo, "--file", tmp_path / "memo.md").exit_code == 0
    shown = read("memo", "show", library, memo)
    assert shown["body"].endswith("\n\nFrom a file.\n")
    assert fields(shown)["to"] == "The Minister"
    assert run("memo", "edit", library, memo, "--file", "-", given="Piped.").exit_code == 0
    shown = read("memo", "show", library, memo)
    assert (shown["body"], fields(shown)["to"]) == ("Piped.\n", "The Minister")


def test_single_fields_are_set(library: Path, memo: str, read: Callable[..., Any]) -> None:
    shown = read("memo", "edit", library, memo, "--set", "to=Another", "--set", "copy=A = B")
    assert (fields(shown)["to"], fields(shown)["copy"]) == ("Another", "A = B")
    assert shown["body"].startswith("## Bottom line")


def test_memo_is_edited_in_the_editor(
    library: Path, memo: str, run: Run, read: Callable[..., Any], tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    script = tmp_path / "editor.py"
    script.write_text("import sys; open(sys.argv[1], 'a').write('\\nTyped.\\n')")
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    monkeypatch.delenv("VISUAL", raising=False)
    assert run("memo", "edit", library, memo).exit_code == 0
    assert read("memo", "show", library, memo)["body"].endswith("\n\nTyped.\n")


def test_edit_that_changes_nothing_says_so(library: Path, memo: str, run: Run) -> None:
    result = run("memo", "edit", library, memo, "--set", "to=The Minister")
    assert (result.exit_code, result.stderr) == (0, "Nothing changed.\n")


def test_what_is_not_there_is_told(library: Path, memo: str, run: Run) -> None:
    assert isinstance(run("memo", "show", library, "nonesuch").exception, NotFoundError)
    assert isinstance(run("memo", "new", library, "nonesuch").exception, InputError)
    assert isinstance(run("memo", "edit", library, memo, "--file", "/no").exception, InputError)
    assert run("memo", "new", library, "decision-memo", "--field", "to").exit_code == 2
