"""Dates in the language of a memo."""

import pytest

from briefing.model.partial_date import PartialDate
from briefing.text.date_words import date_in_words


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("en-US", "3 September 2025"),
        ("es-MX", "3 de septiembre de 2025"),
        ("es_ES", "3 de septiembre de 2025"),
        ("fr", "3 septembre 2025"),
        ("de-DE", "3. September 2025"),
        ("it", "3 settembre 2025"),
        ("nl", "3 september 2025"),
        ("pt-BR", "3 de setembro de 2025"),
        ("xx", "3 September 2025"),
        ("", "3 September 2025"),
    ],
)
def test_day_is_worded(language: str, wanted: str) -> None:
    assert date_in_words(PartialDate(2025, 9, 3), language) == wanted


def test_first_day_month_year_and_about() -> None:
    assert date_in_words(PartialDate(2025, 5, 1), "fr") == "1er mai 2025"
    assert date_in_words(PartialDate(2025, 5), "es") == "mayo de 2025"
    assert date_in_words(PartialDate(2025, approximate=True), "es") == "hacia 2025"
    assert date_in_words(PartialDate(2025, 12, approximate=True), "fr") == "vers décembre 2025"
