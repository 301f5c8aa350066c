"""A memo for a decision says by when it is needed."""

import pytest

from briefing.checks.decision_deadline import DecisionDeadline
from tests.checks.under_check import make_under_check

BODY = (
    "## Summary\n\nApprove the dam{when}.\n\n## Options\n\n- A\n- B\n\n"
    "## Recommendation\n\nThat you approve A."
)


def count(when: str, fields: tuple[tuple[str, str], ...] = ()) -> int:
    memo = make_under_check(BODY.format(when=when), fields=fields)
    return len(list(DecisionDeadline().check(memo)))


@pytest.mark.parametrize(
    "when",
    [
        " by 12 September",
        " before the end of the month",
        " no later than 2025-09-12",
        " within ten days",
        " by Friday",
        " immediately",
        " avant le 3 mai",
    ],
)
def test_a_time_is_known_in_many_forms(when: str) -> None:
    assert count(when) == 0


@pytest.mark.parametrize("when", ["", " by the river", " in the way of 2019", " before others do"])
def test_no_time_is_found(when: str) -> None:
    assert count(when) == 1


def test_a_field_says_it_too() -> None:
    assert count("", (("decide-by", "12 September"),)) == 0
    assert count("", (("decide-by", " "),)) == 1


def test_a_memo_that_asks_for_nothing_is_passed_over() -> None:
    memo = make_under_check("## Summary\n\nIt rained.\n\n## Outlook\n\nMore rain.")
    assert list(DecisionDeadline().check(memo)) == []
