"""Dates are found in running text, in three languages, and nothing else is taken for one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.partial_date import PartialDate
from briefing.text.written_dates import dates_agree, find_dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 3 September 2025 they met.", ["2025-09-03"]),
        ("On September 3, 2025, and on Oct. 4th, 2024", ["2025-09-03", "2024-10-04"]),
        ("Since 2019, and in September 2021 (2018)", ["2019", "2021-09", "2018"]),
        ("el 3 de septiembre de 2025, en abril de 2020", ["2025-09-03", "2020-04"]),
        ("le 1er janvier 2020 et en août 2021", ["2020-01-01", "2021-08"]),
        ("2020-03-04 or 25/12/2019", ["2020-03-04", "2019-12-25"]),
        ("about 1994", ["1994~"]),
        ("03/09/2025 may be two dates", []),
        ("2000 soldiers, $2000, 1994.5, resolution 1701", []),
        ("they may 2020 times", []),
        ("31 February 2020", []),
    ],
)
def test_dates_are_found(text: str, dates: list[str]) -> None:
    assert [str(found.date) for found in find_dates(text)] == dates


_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
    " diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
}


@given(st.dates(date(1500, 1, 1), date(2199, 12, 31)), st.sampled_from(sorted(_MONTHS)))
def test_date_reads_back_however_it_is_written(day: date, language: str) -> None:
    month = _MONTHS[language].split()[day.month - 1]
    of = " de " if language == "es" else " "
    forms = [f"{day.day}{of}{month}{of}{day.year}", day.isoformat()]
    if language == "en":
        forms.append(f"{month} {day.day}, {day.year}")
    for form in forms:
        text = f"They met on {form} at last."
        (found,) = find_dates(text, language)
        assert found.date == PartialDate.from_date(day)
        assert text[found.start : found.end] == form


def test_one_date_lies_in_another() -> None:
    day = PartialDate(2025, 9, 3)
    assert dates_agree(day, PartialDate(2025, 9))
    assert dates_agree(PartialDate(2025), day)
    assert not dates_agree(day, PartialDate(2025, 9, 4))
    assert not dates_agree(day, PartialDate(2024))
    assert dates_agree(PartialDate(2024, approximate=True), day)
