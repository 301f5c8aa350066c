from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import InputError, NotFoundError
from tests.commands.conftest import Run

FIRST = "## Bottom line\n\nMexico sent 26 men.\n\nA second paragraph stands here.\n"
SECOND = "## Bottom line\n\nMexico sent 59 men.\n\nSomething else was written in its place.\n"


@pytest.fixture
def memo(library: Path, run: Run) -> str:
    name = run("memo", "new", library, "decision-memo", "--subject", "Talks").stdout.strip()
    for text in (FIRST, SECOND):
        assert run("memo", "edit", library, name, "--file", "-", given=text).exit_code == 0
    return name


def test_versions_are_listed_the_newest_first(
    library: Path, memo: str, run: Run, read: Callable[..., Any]
) -> None:
    found = read("memo", "versions", library, memo)
    assert [one["version"] for one in found] == [2, 1]
    assert found[0]["reason"] == "before an edit on the command line"
    assert run("memo", "versions", library, memo).stdout.splitlines()[0].startswith("   2  ")


def test_diff_tells_the_words_that_changed(
    library: Path, memo: str, run: Run, read: Callable[..., Any]
) -> None:
    changes = read("memo", "diff", library, memo)
    assert changes[0]["kind"] == "reworded"
    assert changes[0]["section"] == "Bottom line"
    assert FIRST[changes[0]["before"]["start"] : changes[0]["before"]["end"]] == changes[0]["was"]
    assert SECOND[changes[0]["after"]["start"] : changes[0]["after"]["end"]] == changes[0]["now"]
    assert {"kind": "insert", "text": "59"} in changes[0]["words"]
    assert "Mexico sent [-26-]{+59+} men." in run("memo", "diff", library, memo).stdout


def test_diff_between_two_numbers_goes_both_ways(
    library: Path, memo: str, read: Callable[..., Any], run: Run
) -> None:
    forth = read("memo", "diff", library, memo, 2, 0)
    back = read("memo", "diff", library, memo, 0, 2)
    assert (forth[0]["was"], forth[0]["now"]) == (back[0]["now"], back[0]["was"])
    assert "The text is the same." in run("memo", "diff", library, memo, 2, 2).stdout
    fault = run("memo", "diff", library, memo, 9).exception
    assert isinstance(fault, NotFoundError)
    assert "no version 9" in str(fault)


def test_restore_brings_all_or_one_change_back(
    library: Path, memo: str, run: Run, read: Callable[..., Any]
) -> None:
    assert run("memo", "restore", library, memo, 2, "--change", 1).exit_code == 0
    body = read("memo", "show", library, memo)["body"]
    assert "sent 26 men" in body
    assert "Something else" in body
    assert run("memo", "restore", library, memo, 2).exit_code == 0
    assert read("memo", "show", library, memo)["body"] == FIRST
    assert isinstance(run("memo", "restore", library, memo, 2, "--change", 9).exception, InputError)
    assert len(read("memo", "versions", library, memo)) == 4


def test_version_is_named_and_sent(
    library: Path, memo: str, run: Run, read: Callable[..., Any]
) -> None:
    assert read("memo", "name-version", library, memo, 2, " Cleared  by legal ")["name"] == (
        "Cleared by legal"
    )
    sent = read("memo", "mark-sent", library, memo, 2, "--to", "The Minister")
    assert sent["sent_to"] == "The Minister"
    assert sent["sent_at"]
    line = run("memo", "versions", library, memo).stdout.splitlines()[0]
    assert "Cleared by legal" in line
    assert "to The Minister" in line


def test_memo_as_it_is_is_kept_when_it_is_marked_as_sent(
    library: Path, memo: str, read: Callable[..., Any]
) -> None:
    sent = read("memo", "mark-sent", library, memo)
    assert (sent["version"], sent["reason"]) == (3, "kept as it was sent")
    assert read("memo", "diff", library, memo, 3) == []


def test_since_sent_drafts_the_changes(
    library: Path, memo: str, run: Run, read: Callable[..., Any]
) -> None:
    assert isinstance(run("memo", "since-sent", library, memo).exception, NotFoundError)
    read("memo", "mark-sent", library, memo, 2, "--to", "The Minister")
    drafted = read("memo", "since-sent", library, memo)
    assert drafted["version"] == 2
    assert drafted["text"].startswith("Changes since version 2 (sent to The Minister on ")
    assert "now reads “Mexico sent 59 men.”" in drafted["text"]
    assert drafted["text"] in run("memo", "since-sent", library, memo).stdout
