"""Statements on one thing contradict one another; those on two things do not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.partial_date import PartialDate
from briefing.text.contradiction import contradiction
from briefing.text.statement_profile import profile
from tests.bench.conflict_scores import scores


def kind(one: str, other: str, one_day: str = "", other_day: str = "") -> str:
    days = [PartialDate.parse(day) if day else None for day in (one_day, other_day)]
    found = contradiction(profile(one, as_of=days[0]), profile(other, as_of=days[1]))
    return found.kind.value if found else ""


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The port handled 40 ships.", "The port handled 55 ships.", "value"),
        ("The tunnel is 27 km long.", "The tunnel is 27 miles long.", "unit"),
        ("The Senate approved the water bill.", "The Senate rejected the water bill.", "statement"),
        ("The port handled 40 ships.", "The port handled forty ships.", ""),
        ("The port handled 40 ships.", "The mill handled 55 ships.", ""),
        ("Exports of wheat were $4m.", "Imports of wheat were $6m.", ""),
    ],
)
def test_statements_differ_in(one: str, other: str, expected: str) -> None:
    assert kind(one, other) == kind(other, one) == expected


def test_other_time_is_no_conflict() -> None:
    statements = "The port handled 40 ships.", "The port handled 55 ships."
    assert kind(*statements, "2025-01-05", "2025-01-06") == "value"
    assert kind(*statements, "2025-01", "2025-02") == ""


@given(st.text(max_size=120), st.text(max_size=120))
def test_order_does_not_matter_and_nothing_contradicts_itself(one: str, other: str) -> None:
    assert kind(one, one) == ""
    assert bool(kind(one, other)) == bool(kind(other, one))


def test_labelled_conflicts_are_found_and_few_false() -> None:
    every = [score for score in scores(Path()) if "all" in score.what]
    assert [score.what for score in every if not score.is_kept] == []
