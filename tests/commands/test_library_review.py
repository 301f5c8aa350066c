"""Reviews on the command line: listed, decided by a file, accepted, their tasks."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import InputError, NotFoundError
from briefing.export.docx.comments_part import commented
from briefing.model.outgoing_comment import OutgoingComment
from tests.commands.conftest import Run
from tests.services.returned_copies import returned_copy

BODY = """## Bottom line

On 3 September the two governments agreed to step up security cooperation and to limit migration.

Mexico has sent 59 high-value targets to the United States. Public opinion has hardened since.
"""
Copy = Callable[..., Path]
Read = Callable[..., Any]


@pytest.fixture
def memo(library: Path, run: Run) -> str:
    name = run("memo", "new", library, "decision-memo", "--subject", "Talks").stdout.strip()
    assert run("memo", "edit", library, name, "--file", "-", given=BODY).exit_code == 0
    return name


@pytest.fixture
def copy(library: Path, memo: str, run: Run, tmp_path: Path) -> Copy:
    sent = tmp_path / "sent.docx"
    assert run("export", library, memo, "-o", sent).exit_code == 0

    def made(name: str, author: str, *replaced: tuple[str, str]) -> Path:
        return returned_copy(sent, tmp_path / name, author, *replaced)

    return made


@pytest.fixture
def decisions(tmp_path: Path) -> Callable[..., Path]:
    def written(**parts: object) -> Path:
        path = tmp_path / "decisions.json"
        path.write_text(json.dumps(parts), encoding="utf-8")
        return path

    return written


def _body(run: Run, library: Path, memo: str) -> str:
    return run("memo", "show", library, memo).stdout


def test_a_returned_file_is_listed_and_kept(
    library: Path, memo: str, copy: Copy, run: Run, read: Read
) -> None:
    path = copy("as.docx", "A. Secretary", ("step up", "widen"), ("59", "61"))
    found = read("review", library, memo, path)
    assert [(one["number"], one["before"], one["after"]) for one in found["changes"]] == [
        (1, "step up", "widen"),
        (2, "59", "61"),
    ]
    assert found["changes"][0]["verdict"] == "open"
    assert (found["conflicts"], found["unplaced"], found["state"]) == ([], [], "open")
    lines = run("review", library).stdout.splitlines()
    assert len(lines) == 1
    assert "as.docx, 0 of 2 decided" in lines[0]
    again = run("review", library, memo)
    assert "“step up” → “widen”" in again.stdout
    assert "2 changes, 0 decided" in again.stdout


def test_accept_all_writes_the_memo(library: Path, memo: str, copy: Copy, run: Run) -> None:
    path = copy("as.docx", "A. Secretary", ("step up", "widen"), ("59", "61"))
    result = run("review", library, "-", path, "--accept-all")
    assert result.exit_code == 0
    assert "2 in the memo" in result.stdout
    assert "agreed to widen" in _body(run, library, memo)


def test_accept_all_leaves_conflicts_to_the_analyst(
    library: Path, memo: str, copy: Copy, run: Run, decisions: Callable[..., Path]
) -> None:
    one = copy("as.docx", "A. Secretary", ("step up", "widen"), ("59", "61"))
    two = copy("la.docx", "Legal adviser", ("step up", "deepen"))
    result = run("review", library, memo, one, two, "--accept-all")
    assert result.exit_code == 1
    assert "conflict, open: A. Secretary and Legal adviser changed the same words." in result.stdout
    assert "agreed to step up" in _body(run, library, memo)
    assert "sent 61" in _body(run, library, memo)
    path = decisions(conflicts={"1": {"theirs": 2}})
    assert run("review", library, memo, "--apply", path).exit_code == 0
    assert "agreed to deepen" in _body(run, library, memo)


def test_reject_all_leaves_the_memo_and_puts_the_review_away(
    library: Path, memo: str, copy: Copy, run: Run
) -> None:
    path = copy("as.docx", "A. Secretary", ("step up", "widen"))
    assert run("review", library, path, "--reject-all").exit_code == 0
    assert "agreed to step up" in _body(run, library, memo)
    assert "closed" in run("review", library).stdout
    assert isinstance(run("review", library, memo).exception, NotFoundError)


def test_a_file_of_decisions_is_applied(
    library: Path, memo: str, copy: Copy, run: Run, read: Read, decisions: Callable[..., Path]
) -> None:
    path = copy("as.docx", "A. Secretary", ("step up", "widen"), ("59", "61"))
    wished = decisions(changes={"1": {"accept": "broaden"}, "2": "reject"})
    found = read("review", library, memo, path, "--apply", wished)
    assert [one["verdict"] for one in found["changes"]] == ["accepted", "rejected"]
    assert found["state"] == "applied"
    body = _body(run, library, memo)
    assert "agreed to broaden" in body
    assert "sent 59" in body


def test_nothing_on_the_list_is_said(library: Path, run: Run, memo: str) -> None:
    assert "No file has come back yet" in run("review", library).stdout
    assert "No comment has become a task." in run("review", "tasks", library).stdout
    assert isinstance(run("review", library, memo).exception, NotFoundError)


WRONG: tuple[tuple[dict[str, object], str], ...] = (
    ({"changes": {"1": "maybe"}}, "Change 1: say"),
    ({"changes": {"one": "accept"}}, "“one” among the changes is no number"),
    ({"conflicts": {"1": {"theirs": 0}}}, "Conflict 1: say"),
    ({"threads": {"1": "resolve"}}, "Thread 1: give an object"),
    ({"threads": {"1": {"answer": 3}}}, "Thread 1: give an object"),
    ({"tasks": {"1": "later"}}, "Task 1: say"),
    ({"tasks": {"4": "done"}}, "There is no task 4"),
    ({"changes": {"9": "accept"}}, "There is no change 9"),
    ({"changes": {"1": "accept"}, "conflicts": {"2": "mine"}}, "There is no conflict 2"),
    ({"changes": {"1": "accept"}, "threads": {"3": {}}}, "There is no comment 3"),
    ({"verdicts": {}}, "must be an object of changes"),
    ({"changes": []}, "“changes” must be an object"),
)


def test_a_wrong_decision_is_named(
    library: Path, memo: str, copy: Copy, run: Run, decisions: Callable[..., Path]
) -> None:
    path = copy("as.docx", "A. Secretary", ("step up", "widen"))
    for parts, words in WRONG:  # all of one library: to make one takes longer than to be wrong
        fault = run("review", library, memo, path, "--apply", decisions(**parts)).exception
        assert isinstance(fault, InputError), parts
        assert words in str(fault)
    assert "agreed to step up" in _body(run, library, memo)
    assert "1 of 1 decided" not in run("review", library).stdout


def test_a_file_that_is_no_json_is_said(library: Path, memo: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "decisions.json"
    path.write_text("{", encoding="utf-8")
    fault = run("review", library, memo, "--apply", path).exception
    assert isinstance(fault, InputError)
    assert "is no JSON" in str(fault)
    fault = run("review", library, memo, "--apply", tmp_path / "none.json").exception
    assert "cannot be read" in str(fault)


def test_comments_are_answered_resolved_and_made_into_tasks(
    library: Path, memo: str, copy: Copy, run: Run, read: Read, decisions: Callable[..., Path]
) -> None:
    path = copy("la.docx", "Legal adviser", ("59", "61"))
    asked = OutgoingComment("Legal adviser", "2025-09-04T18:40:00Z", "Who chairs it?", "migration")
    path.write_bytes(commented(path.read_bytes(), [asked]))
    found = read("review", library, memo, path)
    assert [(one["text"], one["anchor"]) for one in found["threads"]] == [
        ("Who chairs it?", "migration")
    ]
    wish = {"answer": "The ministers.", "resolve": True, "task": "Cite the joint statement"}
    found = read("review", library, memo, "--apply", decisions(threads={"1": wish}))
    (thread,) = found["threads"]
    assert [one["text"] for one in thread["answers"]] == ["The ministers."]
    assert thread["resolved"] is True
    listed = run("review", "tasks", library, memo).stdout
    assert "1  [ ] Cite the joint statement  (Legal adviser on “migration”)" in listed
    read("review", library, memo, "--apply", decisions(tasks={"1": "done"}))
    assert [one["done"] for one in read("review", "tasks", library)] == [True]


def test_an_answer_goes_out_in_the_thread_and_is_known_when_it_comes_back(
    library: Path,
    memo: str,
    copy: Copy,
    run: Run,
    read: Read,
    decisions: Callable[..., Path],
    tmp_path: Path,
) -> None:
    path = copy("la.docx", "Legal adviser", ("59", "61"))
    asked = OutgoingComment("Legal adviser", "2025-09-04T18:40:00Z", "Who chairs it?", "migration")
    path.write_bytes(commented(path.read_bytes(), [asked]))
    wish = {"1": {"answer": "The ministers."}}
    read("review", library, memo, path, "--apply", decisions(threads=wish, changes={"1": "accept"}))
    back = tmp_path / "back.docx"
    sent = run("export", library, memo, "-o", back, "--comments-of", "reviewers")
    assert sent.exit_code == 0, sent.output
    (thread,) = read("review", library, memo, back)["threads"]
    assert [one["text"] for one in thread["replies"]] == ["The ministers."]
    assert thread["answers"] == []
    assert thread["anchor"] == "migration"
