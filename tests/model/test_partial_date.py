"""A partial date reads, writes and bounds what is known of a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "human", "short"),
    [
        ("2025-09-03", "3 September 2025", "3 Sep 2025"),
        ("2025-09", "September 2025", "Sep 2025"),
        ("2025", "2025", "2025"),
        ("2025-09~", "about September 2025", "about Sep 2025"),
    ],
)
def test_date_is_worded_as_far_as_it_is_known(text: str, human: str, short: str) -> None:
    day = PartialDate.parse(text)
    assert (day.human(), day.short(), str(day)) == (human, short, text)


@pytest.mark.parametrize("text", ["", "25", "2025-13", "2025-02-30", "2025-9-3", "3 May 2025"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_month_spans_its_days() -> None:
    month = PartialDate.parse("2024-02")
    assert (month.first_day(), month.last_day()) == (date(2024, 2, 1), date(2024, 2, 29))


@given(st.dates())
def test_whole_day_survives_writing_and_reading(day: date) -> None:
    assert PartialDate.parse(str(PartialDate.from_date(day))) == PartialDate.from_date(day)
