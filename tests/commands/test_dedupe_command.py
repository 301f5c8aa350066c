from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import NotFoundError
from tests.commands.conftest import CITEKEY, SEED, Run


@pytest.fixture
def reprint(library: Path, tmp_path: Path, run: Run, read: Callable[..., Any]) -> str:
    """Collect the seed article as another paper prints it; return its citekey."""
    text = SEED.read_text(encoding="utf-8").partition("## Article summary")[2]
    lines = [
        "---",
        "title: What a local paper made of it",
        "publisher: The Herald",
        "url: https://herald.example/2025/09/04/mexico",
        "---",
        "## Article summary",
        text.strip(),
    ]
    path = tmp_path / "herald.txt"
    path.write_text("\n".join(lines), encoding="utf-8")
    assert run("import", library, path).exit_code == 0
    return next(one["citekey"] for one in read("list", library) if one["citekey"] != CITEKEY)


def test_copies_are_found_and_shown(
    library: Path, reprint: str, run: Run, read: Callable[..., Any]
) -> None:
    found = read("dedupe", library)
    assert found["compared"] == 2
    ((one, other),) = found["clusters"]
    assert {one["citekey"], other["citekey"]} == {CITEKEY, reprint}
    assert one["similarity"] == 1.0
    again = run("dedupe", library)
    assert reprint in again.stdout
    assert "1 clusters of 2 near-copies." in again.stderr


def test_merge_tells_first_and_keeps_the_key(
    library: Path, reprint: str, run: Run, read: Callable[..., Any]
) -> None:
    run("tag", "add", library, reprint, "topic/cartels")
    preview = read("dedupe", library, "--merge", CITEKEY, reprint, "--preview")
    assert (preview["merged"], preview["tags"]) == (False, ["topic/cartels"])
    assert len(read("list", library)) == 2
    assert read("dedupe", library, "--merge", CITEKEY, reprint)["merged"]
    (kept,) = read("list", library)
    assert (kept["citekey"], kept["tags"]) == (CITEKEY, ["topic/cartels"])
    assert read("show", library, reprint)["citekey"] == CITEKEY
    assert read("check", library) == []


def test_articles_are_told_apart(library: Path, reprint: str, read: Callable[..., Any]) -> None:
    assert read("dedupe", library)["clusters"]
    assert read("dedupe", library, "--not-copies", CITEKEY, reprint)["clusters"] == []


@pytest.mark.parametrize(
    "words",
    [
        ("--merge", CITEKEY),
        ("--not-copies", CITEKEY),
        (CITEKEY,),
        ("--preview",),
        ("--merge", CITEKEY, "--not-copies", CITEKEY),
    ],
)
def test_wrong_words_are_a_usage_error(library: Path, run: Run, words: tuple[str, ...]) -> None:
    assert run("dedupe", library, *words).exit_code == 2


def test_unknown_article_is_told(library: Path, run: Run) -> None:
    result = run("dedupe", library, "--merge", CITEKEY, "nobody2025")
    assert isinstance(result.exception, NotFoundError)
