from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import CITEKEY, Run


def test_triage_is_kept(library: Path, read: Callable[..., Any]) -> None:
    (article,) = read(
        *("triage", library, CITEKEY, "--usage", "used", "--rank", 1, "--rating", "b2"),
        *("--note", "Good"),
    )
    assert (article["usage"], article["rank"], article["note"]) == ("used", 1, "Good")
    assert (article["reliability"], article["credibility"]) == ("B", 2)
    (article,) = read("triage", library, CITEKEY, "--rank", 0, "--rating", "-", "--note", "")
    assert (article["rank"], article["reliability"], article["credibility"]) == (None, "", None)


@pytest.mark.parametrize("rating", ["Z", "B7", "2B", "B22", ""])
def test_rating_that_is_none_is_usage(library: Path, run: Run, rating: str) -> None:
    assert run("triage", library, CITEKEY, "--rating", rating).exit_code == 2


def test_removed_article_is_gone(library: Path, run: Run, read: Callable[..., Any]) -> None:
    assert run("remove", library, CITEKEY).exit_code == 0
    assert read("list", library) == []


def test_colour_is_set_and_a_note_goes_behind_the_other(
    library: Path, read: Callable[..., Any]
) -> None:
    read("triage", library, CITEKEY, "--note", "First.")
    (article,) = read("triage", library, CITEKEY, "--colour", "red", "--add-note", "Then this.")
    assert (article["colour"], article["note"]) == ("red", "First.\n\nThen this.")
    (article,) = read("triage", library, CITEKEY, "--colour", "none")
    assert article["colour"] == ""
