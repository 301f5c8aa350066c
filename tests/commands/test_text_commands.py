import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import InputError
from tests.commands.conftest import Run

BODY = (
    "The council met on Monday to hear the envoy and his staff.\n\n"
    "On 3 September the two governments noted the arrest of 59 high-value targets by Mexico,"
    " officials said. More text follows here and there.\n"
)
QUOTE = "59 high-value targets"
SIDES = ("--prefix", "noted the arrest of ", "--suffix", " by Mexico, officials said.")


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(BODY, encoding="utf-8")
    return path


@pytest.fixture
def found(run: Run, article: Path) -> Callable[..., Any]:
    """Locate words in a text; return what was printed."""

    def runner(text: str, *words: object, quote: str = QUOTE) -> Any:  # noqa: ANN401
        article.write_text(text, encoding="utf-8")
        result = run("locate", "--quote", quote, *words, article, "--json")
        assert result.exit_code == 0
        return json.loads(result.stdout)

    return runner


def test_quote_in_one_place_is_exact(found: Callable[..., Any]) -> None:
    start = BODY.index(QUOTE)
    for words in ((), SIDES, (*SIDES, "--start", start)):
        answer = found(BODY, *words)
        assert (answer["state"], answer["start"]) == ("exact", start)
        assert (answer["end"], answer["text"]) == (start + len(QUOTE), QUOTE)
        assert answer["candidates"] == []


def test_blanks_left_out_by_hand_are_no_change(found: Callable[..., Any]) -> None:
    answer = found(BODY, "--prefix", "the arrest of", "--suffix", "by Mexico")
    assert (answer["state"], answer["reason"]) == ("exact", "")
    text = BODY.replace(" by Mexico", " (by Mexico)")
    answer = found(text, "--prefix", "the arrest of", "--suffix", "(by Mexico)")
    assert (answer["state"], answer["reason"]) == ("exact", "")


def test_moved_quote_tells_why(found: Callable[..., Any]) -> None:
    first, second = BODY.split("\n\n")
    answer = found(f"{second}\n{first}", *SIDES, "--start", BODY.index(QUOTE))
    assert (answer["state"], answer["reason"]) == ("moved", "The text before it changed.")
    answer = found(BODY.replace("the arrest", "the swift arrest"), *SIDES)
    assert (answer["state"], answer["reason"]) == ("moved", "The words just before it changed.")


@pytest.mark.parametrize("change", [("59", "60"), ("59", "not 59"), ("high-value", "not high")])
def test_changed_quote_is_lost(found: Callable[..., Any], change: tuple[str, str]) -> None:
    answer = found(BODY.replace(*change), *SIDES, quote="of 59 high-value targets")
    assert (answer["state"], answer["start"], answer["candidates"]) == ("lost", None, [])
    assert answer["reason"]


def test_planted_duplicates_are_candidates(found: Callable[..., Any]) -> None:
    answer = found(BODY + BODY, *SIDES)
    assert (answer["state"], len(answer["candidates"])) == ("ambiguous", 2)
    assert [one["text"] for one in answer["candidates"]] == [QUOTE, QUOTE]


def test_candidates_are_told_with_their_surroundings(run: Run, article: Path) -> None:
    article.write_text(BODY + BODY, encoding="utf-8")
    result = run("locate", "--quote", QUOTE, article)
    assert result.exit_code == 0
    assert result.stdout.count("the arrest of 59 high-value targets by Mexico") == 2


def test_text_may_be_piped_in_in_any_encoding(run: Run) -> None:
    text = "Le président a reçu cinquante députés à l’Élysée, où ils sont restés deux heures."
    for encoding in ("utf-8", "utf-16", "utf-8-sig", "cp1252"):
        given = text.encode(encoding)
        result = run("locate", "--quote", "cinquante députés", "-", "--json", given=given)
        assert json.loads(result.stdout)["state"] == "exact"


def test_empty_text_holds_no_quote(run: Run) -> None:
    result = run("locate", "--quote", "a", "-", "--json", given=b"")
    assert json.loads(result.stdout)["state"] == "lost"


@pytest.mark.parametrize("data", [b"%PDF-1.7 x", b"\x89PNG\r\n", b"a" * (16 * 2**20 + 1)])
def test_what_is_no_text_gets_one_sentence(run: Run, data: bytes) -> None:
    result = run("locate", "--quote", "a", "-", "--json", given=data)
    assert isinstance(result.exception, InputError)


def test_absurd_input_gets_one_sentence(run: Run, article: Path, tmp_path: Path) -> None:
    for words in (("a" * 100_001, article), (" ", article), ("a", tmp_path), ("a", "no\0name")):
        result = run("locate", "--quote", *words)
        assert isinstance(result.exception, InputError)
        assert str(result.exception).count("\n") == 0
