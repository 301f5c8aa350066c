import pytest

from briefing.checks.weak_source import WeakSource
from tests.checks.cited import make_fact, make_source
from tests.checks.under_check import make_under_check

BODY = "## Key judgments\n\nWe assess that the north fell. [@fact:7k2]\n"


def reasons(*ratings: str, body: str = BODY) -> list[str]:
    sources = [make_source(f"s{at}", rating=rating) for at, rating in enumerate(ratings)]
    memo = make_under_check(body, facts={"fact:7k2": make_fact(*sources)})
    return [finding.reason for finding in WeakSource().check(memo)]


@pytest.mark.parametrize(
    ("rating", "told"),
    [
        ("D2", "rated D (not usually reliable)."),
        ("B5", "rated 5 (improbable)."),
        ("F6", "rated F (reliability cannot be judged) and 6 (truth cannot be judged)."),
        ("E", "rated E (unreliable)."),
    ],
)
def test_each_grade_is_asked_apart(rating: str, told: str) -> None:
    (reason,) = reasons(rating)
    assert reason.endswith(told)


@pytest.mark.parametrize("ratings", [("C3",), ("",), ("B",), ("E5", "B2"), ("E5", ""), ()])
def test_what_a_better_source_bears_passes(ratings: tuple[str, ...]) -> None:
    assert reasons(*ratings) == []


def test_several_weak_sources_are_counted() -> None:
    (reason,) = reasons("E", "D")
    assert reason.endswith("and 1 more as weak.")


def test_what_does_not_carry_the_memo_passes() -> None:
    assert reasons("E", body="## Background\n\nThe north fell. [@fact:7k2]\n") == []
