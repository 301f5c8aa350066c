"""The commands that the README shows, in its order, on articles that come with the program."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from briefing.cli import main
from tests.architecture.source_files import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = re.findall(r"(?m)^briefing (.+)$", README)


def test_the_commands_of_the_readme_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "resources" / "sample" / "articles", tmp_path / "articles")
    assert len(COMMANDS) > 5
    for command in COMMANDS:
        # a memo that is not written yet
        found_something = int(command.startswith(("check", "lint")))
        assert main(shlex.split(command)) == found_something, f"{command}: {capsys.readouterr()}"
    assert (tmp_path / "memo.docx").stat().st_size > 5_000


@pytest.mark.parametrize("target", [*re.findall(r"`make (\w+)`", README), "test"])
def test_the_targets_that_are_named_are_there(target: str) -> None:
    assert re.search(rf"(?m)^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"))
