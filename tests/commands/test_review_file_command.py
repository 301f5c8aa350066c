"""The review command lists what a Word file changes, and prints it settled."""

import json
from pathlib import Path

import pytest

from briefing.cli import main

DATA = Path(__file__).parents[1] / "data/returned"
MOVED = DATA / "RP015-MoveFrom-MoveTo-source.docx"


def test_changes_are_listed_a_line_each(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(MOVED)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "move-from" in lines[0]
    assert "Eric White, 2017-03-24" in lines[0]
    assert lines[-1] == "4 changes, 0 comments."


def test_settled_text_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(MOVED), "--reject-all"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "When you click Online Video."


def test_json_tells_threads_and_changes(capsys: pytest.CaptureFixture[str]) -> None:
    thread = DATA / "comment-thread.docx"
    assert main(["review", str(thread), str(MOVED), "--json", "--accept-all"]) == 0
    first, second = json.loads(capsys.readouterr().out)
    assert [(one["parent"], one["resolved"]) for one in first["comments"]] == [
        (None, False),
        (1, False),
    ]
    assert second["changes"][0]["before"] == "When you click Online Video."
    assert second["text"].startswith("Video provides")


def test_untracked_changes_are_found_against_what_was_sent(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sent, back = DATA / "WC035-Footnote-Before.docx", DATA / "WC035-Footnote-After.docx"
    assert main(["review", str(back), "--against", str(sent)]) == 0
    assert "(not tracked)" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["gone.docx"], 3), ([str(MOVED), "--accept-all", "--reject-all"], 2), (["memo.odt"], 2)],
)
def test_what_cannot_be_read_is_said(
    arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["review", *arguments]) == code
    assert capsys.readouterr().err.strip().endswith(".")
