from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.errors import NotFoundError
from tests.commands.conftest import CITEKEY, QUOTE, SEED, Run

BODY = SEED.read_text(encoding="utf-8").split("## Article summary\n")[1]


def test_list_gives_every_field_under_its_name(library: Path, read: Callable[..., Any]) -> None:
    (article,) = read("list", library)
    assert article.pop("uid")
    assert article.pop("created_at") == article.pop("updated_at")
    assert article == {
        "citekey": CITEKEY,
        "title": "U.S. and Mexico Vow to Fight Crime While Respecting Sovereignty",
        "url": "https://www.nytimes.com/2025/09/03/world/americas/us-mexico-rubio-sheinbaum-crime.html",
        "publisher": "nytimes",
        "published": "2025-09-03",
        "date_origin": "url",
        "usage": "candidate",
        "rank": 3,
        "tags": [],
        "authors": [],
        "language": "",
        "summary": "",
        "reliability": "",
        "credibility": None,
        "note": "",
        "colour": "",
        "accessed": None,
        "fields": [],
    }


def test_list_is_a_line_an_article(library: Path, run: Run) -> None:
    (line,) = run("list", library).stdout.splitlines()
    assert line.split()[:4] == [CITEKEY, "2025-09-03", "candidate", "3"]


def test_empty_library_is_an_empty_array(
    tmp_path: Path, run: Run, read: Callable[..., Any]
) -> None:
    run("new", tmp_path / "a")
    assert read("list", tmp_path / "a") == []


def test_text_is_given_whole(library: Path, run: Run) -> None:
    assert run("show", library, CITEKEY, "--text").stdout == BODY


def test_original_is_given_byte_for_byte(library: Path, run: Run, tmp_path: Path) -> None:
    assert run("show", library, CITEKEY, "--original").stdout_bytes == SEED.read_bytes()
    out = tmp_path / "out.txt"
    assert run("show", library, CITEKEY, "--original", "-o", out).stdout == f"{out}\n"
    assert out.read_bytes() == SEED.read_bytes()


def test_show_tells_fields_facts_and_text(
    library: Path, run: Run, read: Callable[..., Any]
) -> None:
    run("fact", "add", library, CITEKEY, "--quote", QUOTE)
    shown = run("show", library, CITEKEY).stdout
    assert "published    2025-09-03 (from the address)" in shown
    assert "fact         " in shown
    assert shown.endswith(BODY)
    assert read("show", library, CITEKEY)["body"] == BODY.rstrip("\n")


def test_missing_article_is_the_worlds_fault(library: Path, run: Run) -> None:
    assert isinstance(run("show", library, "nobody2025").exception, NotFoundError)


def test_options_that_exclude_each_other_are_usage(library: Path, run: Run) -> None:
    assert run("show", library, CITEKEY, "--text", "--json").exit_code == 2
    assert run("show", library, CITEKEY, "-o", "x").exit_code == 2
