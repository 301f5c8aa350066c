"""A sentence is reworded by what a fact says now; what is not found stays."""

from decimal import Decimal

import pytest

from briefing.model.block import Span
from briefing.model.fact import FactKind
from briefing.model.fact_history import FactState
from briefing.model.partial_date import PartialDate
from briefing.text.restating import restated


def state(value: str, unit: str = "targets", day: str = "2025-09-03") -> FactState:
    return FactState("The fact.", FactKind.FIGURE, Decimal(value), unit, PartialDate.parse(day))


@pytest.mark.parametrize(
    ("text", "said", "now", "expected"),
    [
        ("They hold 59 targets.", "59", "61", "They hold 61 targets."),
        ("They hold fifty-nine targets.", "59", "61", "They hold 61 targets."),
        ("They hold 1,059 targets.", "1059", "2061", "They hold 2,061 targets."),
        ("They hold 12 other men.", "59", "61", "They hold 12 other men."),
    ],
)
def test_figure_is_written_as_the_old_one(text: str, said: str, now: str, expected: str) -> None:
    assert restated(text, (), (state(said),), state(now)) == expected


def test_scale_is_kept_where_it_fits() -> None:
    said, now = state("3200000000", "$"), state("3400000000", "$")
    assert restated("It cost $3.2 billion.", (), (said,), now) == "It cost $3.4 billion."


def test_date_is_written_as_the_old_one() -> None:
    now = state("59", day="2025-09-04")
    assert restated("On September 3, 2025, so.", (), (state("59"),), now) == (
        "On September 4, 2025, so."
    )


def test_statement_that_stands_word_for_word_is_replaced() -> None:
    said = FactState("Mexico holds 59.", FactKind.CLAIM)
    now = FactState("Mexico holds none.", FactKind.CLAIM)
    assert restated("As told, Mexico holds 59 [@a].", (), (said,), now) == (
        "As told, Mexico holds none [@a]."
    )


def test_citations_are_left() -> None:
    text = "They hold 59 targets [@a, p. 59 targets]."
    place = Span(text.index("["), len(text) - 1)
    assert restated(text, (place,), (state("59"),), state("61")) == (
        "They hold 61 targets [@a, p. 59 targets]."
    )
