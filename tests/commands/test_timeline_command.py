from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import InputError
from briefing.model.block import Div
from briefing.text.blocks import parse
from tests.commands.conftest import CITEKEY, QUOTE, Run


@pytest.fixture
def dated(library: Path, run: Run) -> Path:
    """Return a library with a fact of September 2025."""
    run("fact", "add", library, CITEKEY, "--quote", QUOTE, "--as-of", "2025-09")
    return library


def test_facts_and_articles_stand_in_order_of_their_dates(
    dated: Path, read: Callable[..., Any]
) -> None:
    found = read("timeline", dated)
    assert [one["first"] for one in found] == sorted(one["first"] for one in found)
    (fact,) = [one for one in found if one["kind"] == "fact"]
    assert (fact["when"], fact["first"], fact["last"]) == ("2025-09", "2025-09-01", "2025-09-30")
    assert CITEKEY in {one["name"] for one in found if one["kind"] == "article"}


def test_what_is_shown_can_be_chosen(dated: Path, read: Callable[..., Any]) -> None:
    assert {one["kind"] for one in read("timeline", dated, "--show", "facts")} == {"fact"}
    assert {one["kind"] for one in read("timeline", dated, "--show", "articles")} == {"article"}
    assert read("timeline", dated, "--show", "facts", "after:2026") == []


def test_picture_is_written_by_its_suffix(dated: Path, run: Run, tmp_path: Path) -> None:
    run("timeline", dated, "-o", tmp_path / "time.svg")
    run("timeline", dated, "-o", tmp_path / "time.png")
    assert (tmp_path / "time.svg").read_text("utf-8").startswith("<svg")
    assert (tmp_path / "time.png").read_bytes().startswith(b"\x89PNG")
    refused = run("timeline", dated, "-o", tmp_path / "time.gif").exception
    assert isinstance(refused, InputError)
    assert "as .svg or .png" in str(refused)


def test_without_dates_no_picture_is_written(dated: Path, run: Run, tmp_path: Path) -> None:
    refused = run("timeline", dated, "after:2090", "-o", tmp_path / "time.svg").exception
    assert isinstance(refused, InputError)
    assert not (tmp_path / "time.svg").exists()


def test_block_of_a_memo_keeps_phrases(dated: Path, run: Run) -> None:
    printed = run("timeline", dated, "--block", 'tag:a "b c"').stdout
    (block,) = parse(printed).blocks
    assert isinstance(block, Div)
    assert block.attribute("query") == 'tag:a "b c"'
