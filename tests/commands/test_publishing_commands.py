import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
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


def test_final_is_refused_until_each_check_is_waived(
    library: Path, memo: str, run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    command = (
        "export",
        library,
        memo,
        "-o",
        tmp_path / "memo.md",
        "--final",
        "--to",
        "The Minister",
    )
    refused = run(*command)
    assert isinstance(refused.exception, ExportError)
    assert not (tmp_path / "memo.md").exists()
    names = re.findall(r"([a-z-]+) \(\d+\)", str(refused.exception))
    waivers = [word for name in names for word in ("--waive", f"{name}=agreed by phone")]
    report = read(*command, *waivers)
    assert report["release"]["recipients"] == "The Minister"
    assert [one["check"] for one in report["release"]["waivers"]] == names
    assert report["sha256"] == hashlib.sha256((tmp_path / "memo.md").read_bytes()).hexdigest()
    (kept,) = read("memo", "releases", library, memo)
    assert kept == report["release"]
    assert read("memo", "releases", library, memo, "--file", tmp_path / "memo.md") == kept
    assert read("memo", "releases", library, memo, "--verify") == {"is_reproduced": True}
    listed = run("memo", "releases", library, memo).stdout
    assert f"version {kept['version']} to The Minister  memo.md" in listed
    assert f"waived {names[0]}: agreed by phone" in listed


def test_file_that_is_no_release_is_told(
    library: Path, memo: str, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "other.md").write_text("Other.")
    result = run("memo", "releases", library, memo, "--file", tmp_path / "other.md")
    assert result.exit_code == 1
    assert "no release" in result.stdout
    assert "Nothing was released" in run("memo", "releases", library, memo).stdout
    assert run("memo", "releases", library, memo, "--verify").exit_code == 1


def test_waiver_needs_a_reason(library: Path, memo: str, run: Run, tmp_path: Path) -> None:
    result = run("export", library, memo, tmp_path / "memo.md", "--final", "--waive", "word-limit")
    assert result.exit_code == 2


def test_one_file_is_named_and_a_release_is_asked_for_by_name(
    library: Path, memo: str, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "memo.txt"
    assert run("export", library, memo, target, "-o", target).exit_code == 2
    assert run("export", library, memo, target, "--to", "The Minister").exit_code == 2
    assert not target.exists()
    assert run("export", library, memo, target).stdout == f"{target}\n"


def test_annex_stands_beside(
    library: Path, memo: str, read: Callable[..., Any], tmp_path: Path
) -> None:
    report = read("export", library, memo, "-o", tmp_path / "memo.html", "--annex")
    assert report["beside"] == [str(tmp_path / "memo.evidence.json")]
    annex = json.loads((tmp_path / "memo.evidence.json").read_text("utf-8"))
    assert annex["sentences"][0]["sources"][0]["article"]["citekey"] == CITEKEY


def test_exported_markdown_is_read_back(
    library: Path, memo: str, run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    run("export", library, memo, "-o", tmp_path / "talks.md")
    again = read("memo", "import", library, tmp_path / "talks.md")
    before = read("memo", "show", library, memo)
    assert again["memo"] != memo
    assert (again["body"], again["fields"]) == (before["body"], before["fields"])
    result = run("memo", "import", library, tmp_path / "talks.md", "--into", memo)
    assert result.stdout == f"{memo}\n"


def test_comments_are_a_flag_before_and_after_the_file(
    library: Path, memo: str, run: Run, read: Callable[..., Any], tmp_path: Path
) -> None:
    path = tmp_path / "memo.docx"

    def comments(*words: object) -> int:
        result = run("export", library, memo, *words)
        assert result.exit_code == 0, result.output
        return len(read("review", path)["comments"])

    assert comments(path) == 0
    found = comments("--comments", path)
    assert found > 0
    assert comments(path, "--comments") == found
    assert comments("--comments-of", "findings", path) == found
    assert comments("--comments-of", "reviewers", path) == 0  # no reviewer has spoken
    assert run("export", library, memo, "--comments-of", path).exit_code == 2


def test_a_role_chooses_a_style_of_the_house_file(
    library: Path, memo: str, run: Run, tmp_path: Path
) -> None:
    document = docx.Document()
    document.styles.add_style("House Point", 1)  # a paragraph style
    document.save(str(tmp_path / "house.docx"))
    options = ("--style", tmp_path / "house.docx", "--role", "body=House Point")
    result = run("export", library, memo, tmp_path / "memo.docx", *options)
    assert (result.exit_code, result.stderr) == (0, "")
    paragraphs = docx.Document(str(tmp_path / "memo.docx")).paragraphs
    styles = {one.style.name for one in paragraphs if one.style}
    assert "House Point" in styles
    result = run("export", library, memo, tmp_path / "memo.pdf", *options)
    assert (result.exit_code, "Word files" in result.stderr) == (0, True)
    result = run("export", library, memo, tmp_path / "memo.docx", "--role", "heading1=Gone")
    assert "“Gone”" in result.stderr
    assert run("export", library, memo, tmp_path / "m.docx", "--role", "heading1").exit_code == 2
