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


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (
            "## Bottom line\n\nThe programme costs $3.2bn.",
            "## Background\n\nThe programme costs $3.8bn a year, the ministry says.",
        ),
        ("The treaty with Spain covers 14 ports.", "The treaty with Spain covers 41 ports (Ruiz)."),
        (
            "El ministerio emplea a 55 mil personas en León.",
            "En León, el ministerio emplea a 95 mil personas.",
        ),
        (
            "The camp in Dadaab holds 230,000 people.",
            "In all, the Dadaab camp holds 320,000 people.",
        ),
    ],
)
def test_two_values_are_found_across_parts_of_a_memo(earlier: str, later: str) -> None:
    assert len(found(f"{earlier}\n\n{later}")) == 1


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # versions, references, list items, commands
        ("- Use FOP 2.2", "- Use FOP 2.7"),
        ("The tool runs on Python 3.5 today.", "The tool runs on Python 3.12 today."),
        ("Science Review, 320(5884), 1723-1724.", "Science Review, 312(5782), 1900-1902."),
        ("Lower child poverty by 1.6%.", "Lower child poverty by 6.1%."),
        ("NBER Working Paper 14607 tells of it.", "NBER Working Paper 25254 tells of it."),
        # what the sentences before tell of
        ("We put the cost of this policy at £4.2bn.", "We put the cost of this policy at £3.1bn."),
        ("It falls by 5% of the present value.", "It falls by 7% of the present value."),
        (
            "In law, the household has $24,250 in income.",
            "In law, the household has $50 in income.",
        ),
        # other measures
        ("The benefit lowers poverty in Wales by 9%.", "It cuts deep poverty in Wales by 18%."),
        ("The Fair Work Act costs $1.6 billion.", "The Fair Work Act repeals a $2,500 threshold."),
        ("The bill raises pay of 76% of residents.", "The bill raises pay of residents by 3%."),
        ("The top 1% of farms in Utah gain $400.", "The top 5% of farms in Utah gain $400."),
        # ranges and series
        ("The errors of the survey range from 1% to 2%.", "The errors of the survey are 5% to 6%."),
        (
            "The north pays 3% tax on trade.\n\nThe north pays 4% tax on trade.",
            "The north pays 5% tax on trade.",
        ),
        # sections on other things
        (
            "## Visas\n\n### Driving tests\n\nThe service reaches 50% digital uptake this year.",
            "### Vehicle tax\n\nThe service reaches 85% digital uptake this year.",
        ),
        ("Die Frist endet am 15. eines Monats.", "Die Frist endet am 31."),
    ],
)
def test_what_only_looks_alike_is_passed_over(earlier: str, later: str) -> None:
    assert found(f"{earlier}\n\n{later}") == []
