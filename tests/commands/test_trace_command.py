from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.commands.conftest import CITEKEY, QUOTE, Run


@pytest.fixture
def memo(library: Path, run: Run, read: Callable[..., Any]) -> str:
    """Return a memo with a sentence that is borne out, one that differs and one without source."""
    fact = read("fact", "add", library, CITEKEY, "--quote", QUOTE)["key"]
    name = run("memo", "new", library, "decision-memo", "--subject", "Talks").stdout.strip()
    body = (
        f"## Background\n\nMexico arrested 59 high-value targets. [@fact:{fact}] "
        f"It arrested 61 high-value targets. [@fact:{fact}] The border was closed on Monday.\n"
    )
    run("memo", "edit", library, name, "--file", "-", given=body)
    return name


def test_each_sentence_tells_its_sources(
    library: Path, memo: str, read: Callable[..., Any]
) -> None:
    first, second, third = read("trace", library, memo)
    (source,) = first["sources"]
    assert (source["kind"], source["citekey"], source["quote"]) == ("fact", CITEKEY, QUOTE)
    assert (source["state"], source["status"]) == ("exact", "current")
    body = read("memo", "show", library, memo)["body"]
    assert body[first["start"] : first["end"]] == first["text"]
    assert (first["section"], first["is_claim"], first["differences"]) == ("Background", True, [])
    (difference,) = second["differences"]
    assert (difference["kind"], difference["written"]) == ("figure", "61 high-value targets")
    assert difference["quoted"] == "59 high-value targets"
    assert body[difference["start"] : difference["end"]] == difference["written"]
    assert (third["sources"], third["is_untraced"]) == ([], True)


def test_untraced_claims_are_listed(
    library: Path, memo: str, run: Run, read: Callable[..., Any]
) -> None:
    (claim,) = read("trace", library, memo, "--untraced")
    assert claim["text"] == "The border was closed on Monday."
    printed = run("trace", library, memo).stdout
    assert "differs: The sentence says 61" in printed
    assert "cites nothing" in printed
    assert f"“{QUOTE}”" in printed
