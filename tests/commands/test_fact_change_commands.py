"""Facts are changed, told apart and brought up to date in memos from the command line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import InputError
from briefing.services.desk import open_desk
from tests.commands.conftest import CITEKEY, QUOTE, Run

Read = Callable[..., Any]


@pytest.fixture
def keys(library: Path, read: Read) -> tuple[str, str]:
    """Two facts on one measure with other figures."""
    words = ("fact", "add", library, CITEKEY, "--quote", QUOTE, "--kind", "figure")
    said = "Mexico arrested {} high-value targets."
    first = read(*words, "--statement", said.format(59), "--value", "59", "--unit", "targets")
    second = read(*words, "--statement", said.format(61), "--value", "61", "--unit", "targets")
    return first["key"], second["key"]


def test_superseded_fact_tells_its_history(
    library: Path, read: Read, keys: tuple[str, str]
) -> None:
    old, newer = keys
    words = ("fact", "supersede", library, old, "--by", newer, "--reason", "recount")
    fact = read(*words, "--since", "2025-09-05")
    assert (fact["status"], fact["status_as_of"]) == ("superseded", "2025-09-05")
    (event,) = read("fact", "history", library, old)
    assert (event["kind"], event["reason"]) == ("superseded", "recount")
    assert event["before"]["status"] == "current"
    assert read("fact", "reinstate", library, old, "--reason", "wrong")["status"] == "current"


def test_blank_reason_is_none(library: Path, run: Run, keys: tuple[str, str]) -> None:
    for words in (("dispute", keys[0]), ("supersede", keys[0], "--by", keys[1])):
        assert run("fact", words[0], library, *words[1:], "--reason", "  ").exit_code == 2


def test_number_is_printed_in_full_and_none_is_beyond_counting(
    library: Path, read: Read, run: Run, keys: tuple[str, str]
) -> None:
    assert read("fact", "edit", library, keys[0], "--value", "3.2e9")["value"] == "3200000000"
    assert run("fact", "edit", library, keys[0], "--value", "1e999999").exit_code == 2
    assert read("fact", "show", library, keys[0])["value"] == "3200000000"


def test_edited_fact_keeps_what_is_not_said(
    library: Path, read: Read, run: Run, keys: tuple[str, str]
) -> None:
    fact = read("fact", "edit", library, keys[0], "--value", "60", "--reason", "misread")
    assert (fact["value"], fact["unit"]) == ("60", "targets")
    assert isinstance(run("fact", "edit", library, keys[0]).exception, InputError)


def test_conflict_is_listed_until_it_is_dismissed(
    library: Path, read: Read, run: Run, keys: tuple[str, str]
) -> None:
    listed = run("conflicts", library, "--json")
    assert listed.exit_code == 1
    (found,) = json.loads(listed.stdout)
    assert (found["kind"], found["first"]["key"], found["second"]["key"]) == ("value", *keys)
    assert QUOTE in run("conflicts", library).stdout
    dismissed = run("conflicts", library, "--dismiss", *keys, "--reason", "other convoys")
    assert dismissed.exit_code == 0
    assert read("conflicts", library, "--of", keys[0]) == []


def test_ripple_updates_the_memos_that_cite(
    library: Path, read: Read, run: Run, keys: tuple[str, str]
) -> None:
    old, newer = keys
    with open_desk(library) as desk:
        memo, _ = desk.drafting.new_memo("decision-memo", {"subject": "Arrests"})
        desk.drafting.save(memo.uid, memo.fields, f"They arrested 59 targets [@fact:{old}].\n")
    run("fact", "supersede", library, old, "--by", newer, "--reason", "recount")
    (found,) = read("ripple", library, old)
    assert found["proposal"] == f"They arrested 61 targets [@fact:{newer}]."
    assert run("ripple", library, old, "--update").exit_code == 0
    assert read("ripple", library, old) == []
    kept = run("ripple", library, newer, "--keep", "as told")
    assert kept.exit_code == 0
    assert [one["kept_reason"] for one in read("ripple", library, CITEKEY)] == ["as told"]


def test_facts_are_exported(library: Path, read: Read, keys: tuple[str, str]) -> None:
    path = library.with_name("facts.json")
    assert read("fact", "export", library, "-o", path)["facts"] == 2
    rows = json.loads(path.read_text(encoding="utf-8"))
    assert {row["key"] for row in rows} == set(keys)
    assert rows[0]["citekeys"] == [CITEKEY]
