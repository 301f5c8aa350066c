from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.errors import InputError
from tests.commands.conftest import CITEKEY, QUOTE, Run


def test_fact_is_captured_as_it_is_said(library: Path, read: Callable[..., Any]) -> None:
    fact = read(
        *("fact", "add", library, CITEKEY, "--quote", QUOTE, "--statement", "59 were arrested."),
        *("--kind", "figure", "--value", "59", "--unit", "targets", "--as-of", "3 Sept. 2025"),
        *("--tag", "topic/cartels", "--tag", "region/mexico", "--confidence", "high"),
    )
    (evidence,) = fact["evidence"]
    assert (evidence["citekey"], evidence["quote"], evidence["state"]) == (CITEKEY, QUOTE, "exact")
    assert (fact["statement"], fact["kind"], fact["status"]) == (
        "59 were arrested.",
        "figure",
        "current",
    )
    assert (fact["value"], fact["unit"], fact["as_of"]) == ("59", "targets", "2025-09-03")
    assert (fact["confidence"], sorted(fact["tags"])) == (
        "high",
        ["region/mexico", "topic/cartels"],
    )
    shown = read("fact", "show", library, fact["key"])
    assert (shown.pop("history"), shown.pop("corroboration")["independent"]) == ([], 1)
    assert shown == fact
    again = read("fact", "show", library, f"fact:{fact['key']}")
    assert again["uid"] == fact["uid"]


def test_what_is_not_said_is_read_from_the_quote(library: Path, read: Callable[..., Any]) -> None:
    fact = read("fact", "add", library, CITEKEY, "--quote", QUOTE)
    assert (fact["value"], fact["as_of"]) == ("59", "2025-09-03")
    assert fact["statement"] == "The arrest of 59 high-value targets by Mexico"


def test_quote_must_stand_in_the_article(library: Path, run: Run) -> None:
    result = run("fact", "add", library, CITEKEY, "--quote", "the arrest of 95 targets")
    assert isinstance(result.exception, InputError)
    assert "do not stand in" in str(result.exception)


def test_quote_that_stands_twice_asks_which(
    library: Path, run: Run, read: Callable[..., Any]
) -> None:
    asked = run("fact", "add", library, CITEKEY, "--quote", "Both leaders").exception
    assert isinstance(asked, InputError)
    assert "stands 2 times" in str(asked)
    assert "--occurrence 2: …" in str(asked)
    one, two = (
        read("fact", "add", library, CITEKEY, "--quote", "Both leaders", "--occurrence", number)
        for number in (1, 2)
    )
    assert one["evidence"][0]["start"] < two["evidence"][0]["start"]
    assert run(
        "fact", "add", library, CITEKEY, "--quote", "Both leaders", "--occurrence", 3
    ).exception


def test_facts_are_listed_by_query(library: Path, run: Run, read: Callable[..., Any]) -> None:
    assert read("fact", "list", library) == []
    read("fact", "add", library, CITEKEY, "--quote", QUOTE, "--tag", "topic/cartels")
    read("fact", "add", library, CITEKEY, "--quote", "third trip", "--status", "disputed")
    assert len(read("fact", "list", library)) == 2
    (fact,) = read("fact", "list", library, "tag:topic/cartels", "status:current")
    assert fact["evidence"][0]["quote"] == QUOTE
    assert "(claim, " in run("fact", "list", library, "status:disputed").stdout
    assert QUOTE in run("fact", "show", library, fact["key"]).stdout


def test_values_that_are_none_are_usage(library: Path, run: Run) -> None:
    for option, value in (("--as-of", "03/09/2025"), ("--value", "many"), ("--kind", "rumour")):
        assert run("fact", "add", library, CITEKEY, "--quote", "x", option, value).exit_code == 2
