from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import ExportError
from briefing.paths import user_templates_dir
from tests.commands.conftest import CITEKEY, Run


@pytest.fixture
def memo(library: Path, run: Run) -> str:
    name = run("memo", "new", library, "decision-memo", "--subject", "Talks").stdout.strip()
    text = f"Both agreed. [@{CITEKEY}]"
    assert run("memo", "edit", library, name, "--file", "-", given=text).exit_code == 0
    return name


def test_memo_is_written_as_its_extension_says(
    library: Path, memo: str, run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    report = read("export", library, memo, "-o", tmp_path / "memo.md")
    assert report["path"] == str(tmp_path / "memo.md")
    assert report["beside"] == [str(tmp_path / "memo.references.json")]
    assert f"[@{CITEKEY}]" in (tmp_path / "memo.md").read_text(encoding="utf-8")
    result = run("export", library, memo, "-o", tmp_path / "memo.docx", "--notes", "footnotes")
    assert result.stdout == f"{tmp_path / 'memo.docx'}\n"
    assert (tmp_path / "memo.docx").read_bytes().startswith(b"PK")


def test_unknown_extension_is_told(library: Path, memo: str, run: Run, tmp_path: Path) -> None:
    result = run("export", library, memo, "-o", tmp_path / "memo.xyz")
    assert isinstance(result.exception, ExportError)
    assert run("export", library, memo).exit_code == 2


def test_templates_are_listed(run: Run, read: Callable[..., Any]) -> None:
    names = [template["name"] for template in read("templates")]
    assert "decision-memo" in names
    assert "2 pages, 750 words" in run("templates").stdout


def test_own_template_joins_and_a_broken_one_is_named(run: Run) -> None:
    folder = user_templates_dir()
    folder.mkdir(parents=True)
    (folder / "own.md").write_text("---\ntitle: Own\n---\n## Point\n")
    (folder / "bad.md").write_text("## Point\n")
    result = run("templates")
    assert result.exit_code == 1
    assert "own " in result.stdout
    assert result.stderr.startswith("bad.md, line 1: a template begins with front matter")
