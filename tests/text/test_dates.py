from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.partial_date import PartialDate
from briefing.text.dates import date_in_url, read_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-09-03", "2025-09-03"),
        ("2014-04-11T11:07:00-04:00", "2014-04-11"),
        ("2015-04-06 11:49:07 -0400", "2015-04-06"),
        ("2025-09-03T10:00:00.123Z", "2025-09-03"),
        ("2025-9-3", "2025-09-03"),
        ("2025/09/03", "2025-09-03"),
        ("2025.09.03", "2025-09-03"),
        ("20250903", "2025-09-03"),
        ("20250903T101500Z", "2025-09-03"),
        ("2025-09", "2025-09"),
        ("2025", "2025"),
        ("2025~", "2025~"),
        ("about 2025", "2025~"),
        ("c. 1990", "1990~"),
        ("Wed, 03 Sep 2025 10:00:00 GMT", "2025-09-03"),
        ("3 September 2025", "2025-09-03"),
        ("3rd of September 2025", "2025-09-03"),
        ("Sept. 3, 2025", "2025-09-03"),
        ("September 3, 2025 at 4:05 PM", "2025-09-03"),
        ("Wednesday, September 3, 2025", "2025-09-03"),
        ("SEPTEMBER 2025", "2025-09"),
        ("3-Sep-2025", "2025-09-03"),
        ("3 de septiembre de 2025", "2025-09-03"),
        ("1er août 2024", "2024-08-01"),
        ("3. März 2024", "2024-03-03"),
        ("2025年9月3日", "2025-09-03"),
        ("2025년 9월 3일", "2025-09-03"),
        ("3 сентября 2025 г.", "2025-09-03"),
        ("3 сентября 2025 года, 10:15", "2025-09-03"),
        ("3 вересня 2025 року", "2025-09-03"),
        ("сентябрь 2025", "2025-09"),
        ("3 września 2025 r.", "2025-09-03"),
        ("15 października 2025", "2025-10-15"),
        ("3. září 2025", "2025-09-03"),
        ("3 Eylül 2025", "2025-09-03"),
        ("2025. szeptember 3.", "2025-09-03"),
        ("3. syyskuuta 2025", "2025-09-03"),
        ("3 Σεπτεμβρίου 2025", "2025-09-03"),
        ("Σεπτέμβριος 2025", "2025-09"),
        ("٣ سبتمبر ٢٠٢٥", "2025-09-03"),
        ("3 בספטמבר 2025", "2025-09-03"),
        ("3 mrt. 2025", "2025-03-03"),
        ("13/09/2025", "2025-09-13"),
        ("09/13/2025", "2025-09-13"),
        ("05/05/2025", "2025-05-05"),
    ],
)
def test_date_is_read(text: str, expected: str) -> None:
    assert str(read_date(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        *("", "03/09/2025", "3.9.2025", "2025-02-30", "2025-13", "yesterday", "may", "0000"),
        *("Mayor 2025", "2025-09-03 and later", "20259903", "1756893600", "٣ 2025", "12:30"),
    ],
)
def test_what_is_no_date_or_could_be_two_is_left(text: str) -> None:
    assert read_date(text) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://www.nytimes.com/2025/09/03/world/americas/us-mexico-rubio.html",
            "2025-09-03",
        ),
        ("https://a.org/news/2025-09-03/vow", "2025-09-03"),
        ("https://a.org/news/vow-2025-09-03.html", "2025-09-03"),
        ("https://a.org/20250903/vow", "2025-09-03"),
        ("https://a.org/vow_20250903.html", "2025-09-03"),
        ("https://www.theguardian.com/world/2025/sep/03/mexico", "2025-09-03"),
        ("https://a.org/2015/5/21/vow", "2015-05-21"),
        ("https://a.org/2015/05/vow", "2015-05"),
        ("https://www.federalregister.gov/documents/1995/09/21/95-23581/x", "1995-09-21"),
    ],
)
def test_date_in_url_is_found(url: str, expected: str) -> None:
    assert str(date_in_url(url)) == expected


@pytest.mark.parametrize(
    "url",
    [
        *("", "https://a.org/2025/99/99/", "https://a.org/id/120250903", "https://a.org/20259903/"),
        *("https://2025-09-03.org/", "https://a.org/?d=2025-09-03", "https://a.org/1/2/3/", "2025"),
    ],
)
def test_what_is_no_date_in_a_url_is_left(url: str) -> None:
    assert date_in_url(url) is None


@given(st.text())
def test_any_text_is_read_or_left(text: str) -> None:
    read_date(text)
    date_in_url(text)


@given(st.dates(min_value=PartialDate(1000).first_day()))
def test_every_day_comes_back_however_written(day: date) -> None:
    whole = PartialDate.from_date(day)
    assert read_date(str(whole)) == whole
    assert read_date(whole.human()) == whole
