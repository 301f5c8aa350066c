"""Which statements of a figure can be read by themselves."""

import pytest

from briefing.text.standing_alone import statement_alone


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Mexico sent 55 prisoners.", "Mexico sent 55 prisoners."),
        ("Mexico sent 55 prisoners, some of them ill.", "Mexico sent 55 prisoners"),
        ("In May 2020, Mexico sent 55 men, as it said.", "In May 2020, Mexico sent 55 men"),
        ("Since 1901, the parliament has had three homes.",) * 2,
    ],
)
def test_a_statement_ends_with_the_clause_of_its_figure(sentence: str, statement: str) -> None:
    assert statement_alone(sentence) == statement


@pytest.mark.parametrize(
    "sentence",
    [
        "It sent 55 prisoners to the north.",
        "This would cost 55 million pounds a year.",
        "If prices rise, the state pays 5 million pounds.",
        "For example, the state pays 5 million pounds.",
        "A family with one car pays 500 pounds.",
        "Set the limit to 500 pounds.",
        "The disputed figure is 55 prisoners.",
        "Prices rose from 10 to 12 pounds.",
        "Population: 55 million people were counted.",
        "reached 55 million pounds",
        "He said “Mexico sent 55 prisoners”.",
    ],
)
def test_what_hangs_on_others_is_none(sentence: str) -> None:
    assert statement_alone(sentence) == ""
