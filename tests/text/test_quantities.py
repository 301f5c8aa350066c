"""Quantities are read in figures and words, in three languages, and compared as they are meant."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.quantity import Bound, Quantity
from briefing.text.quantities import agree, alike, find_quantities


def _read(text: str, language: str = "en") -> list[tuple[str, str]]:
    found = find_quantities(text, language)
    return [(format(one.quantity.value, "f"), one.quantity.unit) for one in found]


def _one(text: str, language: str = "en") -> Quantity:
    (found,) = find_quantities(text, language)
    return found.quantity


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        ("the arrest of 59 high-value targets", "en", [("59", "target")]),
        ("fifty-nine people and two ships", "en", [("59", "person"), ("2", "ship")]),
        ("$3.2bn, or €5m", "en", [("3200000000", "$"), ("5000000", "EUR")]),
        ("3,200 million dollars", "en", [("3200000000", "$")]),
        ("US$ 1.5 million; A$40", "en", [("1500000", "USD"), ("40", "AUD")]),
        ("12.5 per cent, 25 percentage points", "en", [("12.5", "%"), ("25", "percentage point")]),
        ("2,500 kilograms over 40 miles", "en", [("2500", "kg"), ("40", "mile")]),
        ("On 3 September 2025 they met 4 times in 2019", "en", [("4", "time")]),
        ("Article 5, p. 12 and [@smith, p. 3] on 12 ships", "en", [("12", "ship")]),
        ("1. First\n2. Second, with 7 cities", "en", [("7", "city")]),
        ("la detención de cincuenta y nueve objetivos", "es", [("59", "objetivo")]),
        ("1.234 personas y 3,2 % de aumento", "es", [("1234", "person"), ("3.2", "%")]),
        ("dos mil millones de dólares en 2020", "es", [("2000000000", "$")]),
        ("14 kilómetros, 3 años y 20 puntos porcentuales", "es",
         [("14", "km"), ("3", "year"), ("20", "percentage point")]),
        ("3 200 soldats et 1,5 milliard d'euros", "fr",
         [("3200", "soldat"), ("1500000000", "EUR")]),
        ("quatre-vingt-dix-neuf personnes, 12,5 %", "fr", [("99", "person"), ("12.5", "%")]),
        ("no figure in 2025, nor in COVID-19, G7 or No. 5", "en", []),
        ("", "en", []),
    ],
)  # fmt: skip
def test_figures_are_read_with_their_units(
    text: str, language: str, found: list[tuple[str, str]]
) -> None:
    assert _read(text, language) == found


@pytest.mark.parametrize(
    ("text", "low", "high", "unit"),
    [
        ("10-15%", "10", "15", "%"),
        ("10–15 ships", "10", "15", "ship"),
        ("between 3 and 4 billion euros", "3E+9", "4E+9", "EUR"),
        ("from 10 to 15 people", "10", "15", "person"),
        ("entre 10 y 15 buques", "10", "15", "buque"),
    ],
)
def test_ranges_are_one_quantity(text: str, low: str, high: str, unit: str) -> None:
    language = "es" if " y " in text else "en"
    assert _one(text, language) == Quantity(Decimal(low), unit, Decimal(high))


def test_place_and_words_hold_the_unit() -> None:
    text = "They found 2,500 kilograms of it."
    (found,) = find_quantities(text)
    assert text[found.start : found.end] == found.words == "2,500 kilograms"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("59 targets", "fifty-nine targets", True),
        ("59 targets", "60 targets", False),
        ("59 targets", "59 people", True),
        ("59 targets", "59%", False),
        ("$3.2bn", "3,200 million dollars", True),
        ("$3.2bn", "US$3.2 billion", True),
        ("$3.2bn", "€3.2bn", False),
        ("$3.2bn", "$3.3bn", False),
        ("about 60 ships", "59 ships", True),
        ("nearly $3.2bn", "$3.16bn", True),
        ("about 60 ships", "70 ships", False),
        ("60 ships", "59 ships", False),
        ("more than 50 ships", "59 ships", True),
        ("more than 50 ships", "49 ships", False),
        ("more than 50 ships", "190 ships", False),
        ("up to 200 km", "190 km", True),
        ("up to 200 km", "400 km", False),
        ("10–15%", "12%", True),
        ("10–15%", "16%", False),
        ("5%", "5 percentage points", False),
    ],
)
def test_two_quantities_agree_or_not(one: str, other: str, *, is_same: bool) -> None:
    assert agree(_one(one), _one(other)) is is_same
    assert agree(_one(other), _one(one)) is is_same


def test_units_are_alike_whatever_their_form() -> None:
    assert alike(_one("3 kilometres"), _one("5 km"))
    assert alike(_one("$3"), _one("US$5"))
    assert not alike(_one("3 km"), _one("5 kg"))
    assert _one("at least 5 km").bound is Bound.LEAST


_FORMS = {
    "en": (lambda n: f"{n:,} ships", lambda n: f"{n} ships", lambda n: f"about {n:,} ships"),
    "es": (lambda n: f"{n:,}".replace(",", ".") + " buques", lambda n: f"{n} buques"),
    "fr": (lambda n: f"{n:,}".replace(",", "\u202f") + " navires", lambda n: f"{n} navires"),
}


@given(st.integers(2200, 10**9), st.sampled_from(sorted(_FORMS)))
def test_value_reads_back_however_it_is_written(number: int, language: str) -> None:
    for form in _FORMS[language]:
        assert _one(form(number), language).value == number


@given(st.integers(1, 9999), st.integers(1, 9))
def test_scaled_money_reads_back(whole: int, tenth: int) -> None:
    value = Decimal(f"{whole}.{tenth}")
    short = _one(f"${value}bn")
    assert short.value == value * 10**9
    assert agree(short, _one(f"{value} billion dollars"))
    assert agree(short, _one(f"${int(value * 10**9):,}"))


@given(st.text(max_size=80), st.sampled_from(["en", "es", "fr"]))
def test_any_text_is_read(text: str, language: str) -> None:
    last = 0
    for found in find_quantities(text, language):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.words
        last = found.end
