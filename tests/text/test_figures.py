"""The first figure of a passage is read with its unit; what numbers but does not count is not."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text.figures import read_figure
from briefing.text.number_words import number_of


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("the arrest of 59 high-value targets by Mexico", "59", "high-value targets"),
        ("fifty-nine people were held", "59", "people"),
        ("$3.2bn", "3200000000", "$"),
        ("$3,200 million", "3200000000", "$"),
        ("3,200 million dollars", "3200000000", "$"),
        ("US$ 1.5 million was paid", "1500000", "US$"),
        ("€5m", "5000000", "€"),
        ("5 m long", "5", "m"),
        ("12.5 per cent", "12.5", "%"),
        ("-3.2% growth", "-3.2", "%"),
        ("rose 25 percentage points", "25", "percentage points"),
        ("2,500 kilograms of fentanyl", "2500", "kilograms"),
        ("In 2025, 26 members left", "26", "members"),
        ("On 3 September 2025 they met 4 times", "4", "times"),
        ("Article 5 of 12 treaties", "12", "treaties"),
        ("at 12:30 p.m. 5 trucks left", "5", "trucks"),
        ("1994 saw 3 deaths", "3", "deaths"),
        ("2000 soldiers", "2000", "soldiers"),
        ("half a million people", "500000", "people"),
        ("a dozen ships", "12", "ships"),
        ("two hundred and six soldiers", "206", "soldiers"),
        ("cincuenta y nueve objetivos", "59", "objetivos"),
        ("3,2 millones de pesos", "3200000", "pesos"),
        ("dos mil millones de dólares", "2000000000", "$"),
        ("1.234.567 personas", "1234567", "personas"),
        ("quatre-vingt-dix-neuf personnes", "99", "personnes"),
        ("3 200 soldats", "3200", "soldats"),
        ("1,5 Mrd. Euro", "1500000000", "€"),
        ("59", "59", ""),
    ],
)
def test_a_figure_is_read_with_its_unit(text: str, value: str, unit: str) -> None:
    assert read_figure(text) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "no figure here",
        "one of them",
        "the two met",
        "No. 5",
        "September 3, 2025",
        "COVID-19",
        "G7",
        "two-thirds",
        "1/3",
        "3rd",
        "dozens",
        "in 2025",
        "12:30",
        "",
        "Section 3(b)",
        "p. 12",
    ],
)
def test_what_counts_nothing_is_no_figure(text: str) -> None:
    assert read_figure(text) is None


@given(st.integers(0, 10**12))
def test_thousands_may_be_parted(number: int) -> None:
    figure = read_figure(f"{number:,} tons")
    assert figure == (number, "tons") or 1500 <= number <= 2199


@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    assert read_figure(text) is None or isinstance(read_figure(text), tuple)


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("quatre-vingts", 80),
        ("soixante et onze", 71),
        ("deux cent quatre-vingt mille", 280_000),
        ("two million three hundred thousand", 2_300_000),
        ("one hundred and one", 101),
        ("cent", 100),
        ("quinientas veintiuna", 521),
        ("mil", 1_000),
        ("nineteen", 19),
    ],
)
def test_numbers_are_written_out_in_three_languages(words: str, number: int) -> None:
    assert number_of(words) == number
