"""Figures, dates and names of one memo can all be right together."""

import pytest

from briefing.checks.contradicting_figures import ContradictingFigures
from tests.checks.under_check import make_under_check


def found(body: str) -> list[str]:
    return [one.reason for one in ContradictingFigures().check(make_under_check(body))]


def test_a_weekday_that_is_not_its_dates_is_found() -> None:
    (reason,) = found("They met on Monday, 3 September 2025.")
    assert reason == "“Monday, 3 September 2025” was a Wednesday."
    assert found("They met on Wednesday, September 3, 2025.") == []
    assert found("Se reunieron el lunes, 3 de septiembre de 2025.") != []
    assert found("They met on Monday, 31 September 2025.") == []


def test_a_name_in_two_spellings_is_found_at_the_rarer() -> None:
    body = "Claudia Sheinbaum spoke. Claudia Sheinbaum left. Claudia Scheinbaum came."
    assert found(body) == ["“Claudia Scheinbaum” is “Claudia Sheinbaum” elsewhere."]


@pytest.mark.parametrize(
    "body",
    [
        "John Smith spoke. John Smyth-Jones left.",
        "Prime Minister Rudd spoke. Prime Ministers met.",
        "Anna Bligh spoke. Anna Blight's house stood.",
        "Marco Rubio spoke. Mario Rubio left.",
    ],
)
def test_other_names_are_passed_over(body: str) -> None:
    assert found(body) == []


def test_two_values_of_one_measure_are_found() -> None:
    earlier = "Mexico transferred 55 prisoners in August 2025."
    body = f"{earlier}\n\nIn August 2025 Mexico transferred 59 prisoners."
    assert len(found(body)) == 1


@pytest.mark.parametrize(
    "body",
    [
        "Mexico transferred 55 prisoners in 2024. Mexico transferred 59 prisoners in 2025.",
        "Mexico transferred 55 prisoners. Spain transferred 59 prisoners.",
        "Mexico sent 55 prisoners. The disputed figure is that Mexico sent 59 prisoners.",
        "Mexico transferred 55 prisoners. Mexico transferred 55 prisoners.",
        "- Population: 55\n- Population: 59",
        "Mexico transferred 55 prisoners. He said “Mexico transferred 59 prisoners”.",
    ],
)
def test_other_times_places_and_hands_are_passed_over(body: str) -> None:
    assert found(body) == []
