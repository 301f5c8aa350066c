"""A word finds its plural and its singular, unless it is quoted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.query import And, Not, Or, Words
from briefing.text.query_language import parse_query
from briefing.text.word_forms import other_forms, other_spelling, with_word_forms


@pytest.mark.parametrize(
    ("word", "forms"),
    [
        ("cartel", ("cartels",)),
        ("Cartels", ("cartel",)),
        ("policy", ("policies",)),
        ("policies", ("policy",)),
        ("day", ("days",)),
        ("tax", ("taxes",)),
        ("taxes", ("tax", "taxe")),
        ("crisis", ("crises",)),
        ("Women", ("woman",)),
        ("glass", ("glasses",)),
        ("US", ()),
        ("59", ()),
        ("México", ()),
        ("", ()),
    ],
)
def test_forms_follow_the_spelling(word: str, forms: tuple[str, ...]) -> None:
    assert other_forms(word) == forms


@pytest.mark.parametrize(
    ("word", "joined"),
    [
        ("e-mail", "email"),
        ("COVID-19", "COVID19"),
        ("U.S.A.", "USA"),
        ("U.S.", ""),
        ("Mexico’s", "Mexico"),
        ("mexico's", "mexico"),
        ("l'État", "État"),
        ("O'Brien", ""),
        ("3.5", ""),
        ("-", ""),
        ("a-b-c-d-e-f", ""),
    ],
)
def test_word_may_be_spelled_otherwise(word: str, joined: str) -> None:
    assert other_spelling(word) == joined


def test_plain_words_are_widened_and_quoted_ones_are_not() -> None:
    root = with_word_forms(parse_query('cartel "border force" -tariff secur*').root)
    assert root == And(
        (
            Or((Words("cartel"), Words("cartels"))),
            Words("border force", phrase=True),
            Not(Or((Words("tariff"), Words("tariffs")))),
            Words("secur", prefix=True),
        )
    )


@given(st.text())
def test_no_line_is_too_odd(line: str) -> None:
    with_word_forms(parse_query(line).root)
