"""Headings go down one level at a time."""

import pytest

from briefing.checks.heading_order import HeadingOrder
from tests.checks.under_check import make_under_check


@pytest.mark.parametrize(
    ("body", "places"),
    [
        ("## A\n\n#### B", ["#### B"]),
        ("### A\n\n### B", ["### A"]),
        ("# A\n\n### B\n\n### C", ["### B"]),
        ("## A\n\n##\n", ["##"]),
    ],
)
def test_a_skipped_level_and_an_empty_heading_are_found(body: str, places: list[str]) -> None:
    found = HeadingOrder().check(make_under_check(body))
    assert [body[one.start : one.end] for one in found] == places


@pytest.mark.parametrize(
    "body", ["# A\n\n## B\n\n### C\n\n## D", "## A\n\n### B\n\n#### C\n\n## D", "No headings."]
)
def test_steps_down_and_leaps_up_are_passed_over(body: str) -> None:
    assert list(HeadingOrder().check(make_under_check(body))) == []
