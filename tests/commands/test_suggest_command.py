from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.errors import NotFoundError
from tests.commands.conftest import CITEKEY, QUOTE, Run


def test_suggestions_come_with_place_kind_and_reasons(
    library: Path, read: Callable[..., Any]
) -> None:
    found = read("suggest", library, CITEKEY)
    assert found
    assert {"start", "end", "text", "kind", "reasons", "score"} == set(found[0])
    assert all(one["reasons"] for one in found)


def test_lines_say_kind_sentence_and_reason(library: Path, run: Run) -> None:
    lines = run("suggest", library, CITEKEY, "--limit", "1").stdout.splitlines()
    assert len(lines) == 2
    assert ": " in lines[1]


def test_captured_sentences_are_left_out(library: Path, run: Run, read: Callable[..., Any]) -> None:
    run("fact", "add", library, CITEKEY, "--quote", QUOTE)
    assert not any(QUOTE in one["text"] for one in read("suggest", library, CITEKEY))


def test_unknown_citekey_is_told(library: Path, run: Run) -> None:
    assert isinstance(run("suggest", library, "nobody1900").exception, NotFoundError)
