import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.intake.reference_dates import date_of_parts, reference_date
from briefing.model.partial_date import PartialDate


@pytest.mark.parametrize(
    ("text", "date", "is_whole"),
    [
        ("2001/09/01/", PartialDate(2001, 9, 1), True),
        ("2014//", PartialDate(2014), True),
        ("2014/04/01/10:22:33", PartialDate(2014, 4, 1), True),
        ("2014///Spring", PartialDate(2014), False),
        ("2014-00-00", PartialDate(2014), True),
        ("2014-13", PartialDate(2014), True),
        ("1999~", PartialDate(1999, approximate=True), True),
        ("1999?", PartialDate(1999, approximate=True), True),
        ("2019-01/2019-03", PartialDate(2019, 1), False),
        ("2011-05-25~/2012-06-26", PartialDate(2011, 5, 25, approximate=True), False),
        ("2007 Sep 5", PartialDate(2007, 9, 5), True),
        ("2006 May-Jun", PartialDate(2006, 5), False),
        ("Jun 18, 2025", PartialDate(2025, 6, 18), True),
        ("c2006.", PartialDate(2006), False),
        ("n.d.", None, True),
        ("", None, True),
    ],
)
def test_date_says_as_much_as_it_can(text: str, date: PartialDate | None, is_whole: bool) -> None:  # noqa: FBT001
    assert reference_date(text) == (date, is_whole)


@pytest.mark.parametrize(
    ("parts", "date"),
    [
        (("2010", "May", "22"), PartialDate(2010, 5, 22)),
        (("2010", "5", ""), PartialDate(2010, 5)),
        (("2013", "March", ""), PartialDate(2013, 3)),
        (("2013", "Michaelmas", ""), PartialDate(2013)),
        (("in press", "", ""), None),
        (("2010\x1f", "\x1f5", ""), PartialDate(2010, 5)),
        (("2010", "5" * 5000, ""), PartialDate(2010)),
    ],
)
def test_year_month_and_day_are_one_date(parts: tuple[str, ...], date: PartialDate | None) -> None:
    assert date_of_parts(*parts) == date


@given(st.text(max_size=300))
def test_any_text_is_a_date_or_none(text: str) -> None:
    reference_date(text)
    date_of_parts(text, text, text)


@given(st.dates())
def test_every_day_is_read_in_the_slashes_of_ris(day) -> None:  # noqa: ANN001
    found, _ = reference_date(f"{day.year:04d}/{day.month:02d}/{day.day:02d}/")
    assert found == PartialDate.from_date(day)
