import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import CITEKEY, QUOTE, Run


@pytest.fixture
def woods(library: Path, run: Run, tmp_path: Path) -> Path:
    """The seed article and 130 others."""
    for number in range(130):
        (tmp_path / f"{number}.txt").write_text(f"Number {number}\n\nwalnut")
    run("import", library, *tmp_path.glob("*.txt"))
    return library


def test_search_finds_and_shows_where(library: Path, run: Run, read: Callable[..., Any]) -> None:
    (hit,) = read("search", library, "sovereignty", "after:2025-08")
    assert hit["citekey"] == CITEKEY
    assert "overeignty" in hit["snippet"]
    assert read("search", library, "nonesuch") == []
    assert CITEKEY in run("search", library, "cartels").stdout
    assert run("search", library, "--sort", "nonesuch", "x").exit_code == 2


def test_search_goes_on_for_many_hits(woods: Path, read: Callable[..., Any]) -> None:
    assert len(read("search", woods, "walnut")) == 20
    assert len(read("search", woods, "walnut", "--limit", 1000)) == 130
    found = read("search", woods, "walnut", "--limit", 120)
    assert len({hit["citekey"] for hit in found}) == 120


def test_pages_follow_one_another_by_their_cursor(woods: Path, read: Callable[..., Any]) -> None:
    keys: list[str] = []
    after = ""
    for size in (100, 30):
        page = read("search", woods, "walnut", "--limit", 100, "--after", after)
        assert len(page["hits"]) == size
        keys += [hit["citekey"] for hit in page["hits"]]
        after = page["after"]
    assert after == ""
    assert len(set(keys)) == 130


def test_word_with_a_hyphen_is_not_wanted(woods: Path, read: Callable[..., Any]) -> None:
    assert read("search", woods, "cartels", "-mexico") == []
    assert len(read("search", woods, "cartels", "-hague")) == 1


def test_mistyped_options_are_usage(library: Path, run: Run) -> None:
    for words in (("--lmit", 5, "x"), (), ("x", "--facets", "--in", "facts"), ("--in", "all", "x")):
        assert run("search", library, *words).exit_code == 2
    assert run("facets", library, "--top").exit_code == 2


def test_what_was_not_understood_is_told_beside_the_answer(library: Path, run: Run) -> None:
    result = run("search", library, "rank:high", "cartels")
    assert "rank" in result.stderr


def test_facts_and_memos_are_searched_by_the_same_line(
    library: Path, run: Run, read: Callable[..., Any]
) -> None:
    run("fact", "add", library, CITEKEY, "--quote", QUOTE, "--statement", "Mexico arrested 59.")
    run("memo", "new", library, "decision-memo", "--subject", "Arms and men")
    (fact,) = read("search", library, "--in", "facts", "arrested", "tag:x OR 59")
    assert fact["evidence"][0]["citekey"] == CITEKEY
    assert "arrest of 59" in fact["snippet"]
    (memo,) = read("search", library, "--in", "memos", "title:arms")
    assert memo["memo"] == "arms-and-men"
    assert "Mexico arrested 59." in run("search", library, "--in", "facts", "mexico").stdout
    assert "arms-and-men" in run("search", library, "--in", "memos", "arms").stdout


def test_file_of_queries_is_answered_line_by_line(woods: Path, run: Run, tmp_path: Path) -> None:
    lines = tmp_path / "queries.txt"
    lines.write_text('cartels\n\n"a b\nwalnut\n', encoding="utf-8")
    result = run("search", woods, "--queries", lines, "--json", "--limit", 3)
    first, second, third = map(json.loads, result.stdout.splitlines())
    assert first["query"] == "cartels"
    assert first["citekeys"] == [CITEKEY]
    assert (first["total"], first["has_more"]) == (1, False)
    assert first["milliseconds"] > 0
    assert second["problems"]
    assert (third["total"], len(third["citekeys"])) == (130, 3)
    told = run("search", woods, "--queries", "-", given="walnut\n").stdout
    assert "130" in told
    assert run("search", woods, "walnut", "--queries", lines).exit_code == 2


def test_facets_count_what_is_found(woods: Path, run: Run, read: Callable[..., Any]) -> None:
    counts = read("facets", woods, "walnut")
    assert counts["total"] == 130
    assert {"value": "candidate", "count": 130} in counts["usage"]
    assert read("facets", woods)["total"] == 131
    page = read("search", woods, "cartels", "--facets")
    assert page["facets"]["total"] == 1
    assert page["facets"]["months"] == [{"value": "2025-09", "count": 1}]
    assert "131  articles" in run("facets", woods).stdout
    assert "articles" in run("search", woods, "walnut", "--facets").stdout
